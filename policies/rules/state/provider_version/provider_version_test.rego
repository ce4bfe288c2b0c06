package policies.rules.state.provider_version_test

import data.policies.lib.testing_test as given
import data.policies.rules.state.provider_version as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_providers(by_key) := answers if {
	document := {"document": {"kind": "plan", "file": "plan.json"}, "resources": {}, "providers": {key: provider |
		some key, fields in by_key
		provider := object.union({"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"}, fields)
	}}
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-TFS-006": {"min_version": "1.40.5"}}
}

_constraint(text) := _providers({"databricks": {"version_constraint": text}, "module.a:databricks": {}})

test_new_enough if {
	every text in [
		"1.40.5", "= 1.40.5", "=2.0", "v1.50.0", "1.41", "2", "~> 1.40.5", "~> 1.41", "~> 2", ">= 1.40.5", ">=1.41", "> 1.40.5", "~> 1.50.0-beta",
		" >= 1.50 , < 2.0.0 ", "!= 1.60.0, >= 1.50", ">= 1.0, >= 1.50",
	] {
		_constraint(text) == given.passes("terraform")
	}
}

test_too_old if {
	every text in [
		"1.40.4", "= 1.39.9", "v1.39", "1", "0.6.2", "<= 1.40.4", "<= 1.40", "< 1.40.5", "< 1.40", "< 1", "~> 1.39.9", "~> 1.0.0", "~> 0.5",
		"1.2.3+build",
	] {
		_constraint(text) == given.denied(
			"terraform",
			"required_providers.version",
			sprintf(`The version of the Databricks provider is bound to "%s"; the minimum is 1.40.5`, [text]),
		)
	}
}

test_maybe_too_old if {
	every text in [
		"~> 1.40", "~> 1.39", "~> 1.40.4", "~> 1", "~> 0", ">= 1.40.4", "> 1.39", "<= 1.40.5", "< 1.40.6", "< 2.0.0", "!= 1.0.0", "latest", "1.x", "01.2",
		"1.2.3.4",
	] {
		_constraint(text) == given.undecided(
			"terraform",
			"required_providers.version",
			sprintf(`The version of the Databricks provider may be older than 1.40.5: required is "%s"`, [text]),
		)
	}
	_constraint(">= 1.0, < 2") == given.undecided(
		"terraform",
		"required_providers.version",
		`The version of the Databricks provider may be older than 1.40.5: required is "< 2, >= 1.0"`,
	)
	_providers({"databricks": {}}) == given.undecided(
		"terraform",
		"required_providers.version",
		"The version of the Databricks provider may be older than 1.40.5: no version is required",
	)
}

test_a_next_version_that_is_the_minimum if {
	every text in ["~> 1.40.0", "~> 1.0"] {
		_next(text, "2.0.0").deny != set()
	}
	every minimum in ["1.0.1", "1.1.0"] {
		_next("<= 1", minimum).deny != set()
		_next("= 1", minimum).deny != set()
	}
	_next("= 1", "1.0.0") == given.passes("terraform")
	_next("~> 1.40.0", "1.41.0").deny != set()
	_next("~> 1.40.0", "1.40.9").deny == set()
	_next("~> 1.0", "1.99.0").deny == set()
}

_next(text, minimum) := answers if {
	document := {"document": {"kind": "plan"}, "providers": {"databricks": {"full_name": "x/databricks/databricks", "version_constraint": text}}}
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-TFS-006": {"min_version": minimum}}
}

test_modules_decide_together if {
	_providers({"databricks": {"version_constraint": ">= 1.0.0"}, "module.a:databricks": {"version_constraint": ">= 1.50.0"}}) == given.passes("terraform")
	_providers({"databricks": {"version_constraint": ">= 1.0.0"}, "module.a:databricks": {"version_constraint": "< 1.30.0"}}) == given.denied(
		"terraform",
		"required_providers.version",
		`The version of the Databricks provider is bound to "< 1.30.0"; the minimum is 1.40.5`,
	)
}

test_the_former_name if {
	_providers({"databricks": {"version_constraint": "~> 1.50", "full_name": "registry.terraform.io/databrickslabs/databricks"}}) == given.denied(
		"terraform",
		"required_providers.source",
		`The source of the provider is "databrickslabs/databricks", of which there are no new versions; wanted is "databricks/databricks"`,
	)
}

test_other_registries if {
	every name in ["registry.opentofu.org/databricks/databricks", "databricks/databricks", "mirror.example.com/databricks/databricks"] {
		_providers({"databricks": {"version_constraint": "~> 1.50", "full_name": name}}) == given.passes("terraform")
	}
}

test_no_provider if {
	_providers({}) == given.nothing
	_providers({"azurerm": {"full_name": "registry.terraform.io/hashicorp/azurerm", "version_constraint": "1.0"}}) == given.nothing
}
