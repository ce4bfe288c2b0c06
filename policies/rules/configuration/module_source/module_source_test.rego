package policies.rules.configuration.module_source_test

import data.policies.lib.testing_test as given
import data.policies.rules.configuration.module_source as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_calling(modules) := _answers(object.union(given.plan(set(), []), {"modules": modules}))

_from(call) := _calling({"module.lake": call})

_passes := given.passes("terraform")

test_local_folders if {
	every source in ["./lake", "../lake", ".", "..\\lake"] {
		_from({"source": source}) == _passes
	}
}

test_exact_versions if {
	every version in ["1.2.3", " = 1.2.3", "v1.2.3-beta.1"] {
		_from({"source": "databricks/lake/azurerm", "version_constraint": version}) == _passes
	}
	_from({"source": "app.terraform.io/acme/lake/azurerm//inner", "version_constraint": "1.2.3"}) == _passes
}

test_versions_that_float if {
	every version in ["~> 1.2.3", ">= 1.2.3", "1.2", "1.2.3, != 1.2.4"] {
		_from({"source": "databricks/lake/azurerm", "version_constraint": version}) == given.denied(
			"terraform", "module.lake.version",
			sprintf("module.lake of databricks/lake/azurerm takes the version %q; wanted is an exact one", [version]),
		)
	}
	_from({"source": "databricks/lake/azurerm"}) == given.denied(
		"terraform", "module.lake.version",
		`module.lake of databricks/lake/azurerm takes the version ""; wanted is an exact one`,
	)
	count(_from({"source": "app.terraform.io:443/acme/lake/azurerm"}).deny) == 1
}

test_fixed_refs if {
	every source in ["git::https://example.com/lake.git?ref=v1.2.3", "github.com/acme/lake?depth=1&ref=6f51f6b", "git@github.com:acme/lake.git?ref=v1&depth=1"] {
		_from({"source": source}) == _passes
	}
}

test_refs_that_move if {
	every reference in ["main", "HEAD", "refs/heads/main", "refs/heads/v1", ""] {
		_from({"source": sprintf("git::https://user:hunter2@example.com/lake.git?ref=%s", [reference])}) == given.denied(
			"terraform", "module.lake.source",
			sprintf("module.lake of git::https://example.com/lake.git?ref=%s takes the ref %q; wanted is a tag or commit", [reference, reference]),
		)
	}
	every source in ["github.com/acme/lake", "github.com/acme/lake/azurerm", "bitbucket.org/acme/lake/azurerm", "bitbucket.org/acme/lake", "git@github.com:acme/lake.git", "git::ssh://git@example.com/lake.git"] {
		count(_from({"source": source, "version_constraint": "1.2.3"}).deny) == 1
	}
}

test_archives if {
	_from({"source": "https://example.com/lake.zip"}) == _passes
	_from({"source": "s3::https://s3.amazonaws.com/lake.zip"}) == _passes
}

_hosts := {"DBX-CFG-001": {"allowed_hosts": ["*.example.com", "Registry.terraform.io"], "branches": []}}

test_allowed_hosts if {
	every source in ["git::https://git.example.com/lake.git?ref=main", "git::ssh://me@git.example.com:22/lake.git?ref=v1", "https://www.Example.com/lake.zip", "./lake"] {
		answers := _from({"source": source}) with data.tfcheck.parameters as _hosts
		answers == _passes
	}
	registry := _from({"source": "databricks/lake/azurerm//inner", "version_constraint": "1.0.0"}) with data.tfcheck.parameters as _hosts
	registry == _passes
}

test_other_hosts if {
	every source, host in {
		"github.com/acme/lake?ref=v1": "github.com", "git@github.com:acme/lake?ref=v1": "github.com",
		"https://example.com/lake.zip": "example.com", "app.terraform.io/a/b/c": "app.terraform.io",
	} {
		answers := _from({"source": source, "version_constraint": "1.0.0"}) with data.tfcheck.parameters as _hosts
		answers == given.denied(
			"terraform", "module.lake.source",
			sprintf("module.lake comes from %s; wanted is one of *.example.com, Registry.terraform.io", [host]),
		)
	}
}

test_one_allowed_host if {
	answers := _from({"source": "./lake"}) with data.tfcheck.parameters as {"DBX-CFG-001": {"allowed_hosts": ["github.com"], "branches": []}}
	answers == _passes
	other := _from({"source": "https://example.com/lake.zip"}) with data.tfcheck.parameters as {"DBX-CFG-001": {"allowed_hosts": ["github.com"], "branches": []}}
	count(other.deny) == 1
}

test_modules_of_modules if {
	foreign := {"source": "databricks/lake/azurerm", "version_constraint": "1.2.3"}
	_calling({"module.a": foreign, "module.a.module.b": {"source": "github.com/x/y"}}) == _passes
	count(_calling({"module.a": {"source": "./a"}, "module.a.module.b": {"source": "github.com/x/y"}}).deny) == 1
	_calling({"module.a": {"source": "./a"}, "module.a.module.b": foreign, "module.a.module.b.module.c": {"source": "github.com/x/y"}}) == _passes
}

test_a_source_that_cannot_be_told if {
	_from({}) == given.undecided("terraform", "module.lake.source", "Where module.lake comes from cannot be told")
}

test_no_modules if {
	_answers(given.plan(set(), [])) == given.nothing
}
