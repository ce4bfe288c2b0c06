package policies.rules.configuration.versions_pinned_test

import data.policies.lib.testing_test as given
import data.policies.rules.configuration.versions_pinned as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_databricks := {"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"}

_plan(providers) := _answers(object.union(given.plan(set(), []), {"providers": providers}))

_requiring(constraint) := _plan({"databricks": object.union(_databricks, {"version_constraint": constraint})})

_passes := given.passes("terraform")

_denied(path, message) := given.denied("terraform", path, message)

test_upper_bounds if {
	every constraint in ["1.138.0", "= 1.138.0", "~> 1.138", ">= 1.100, < 2", "<=1.138", " v1.138.0"] {
		_requiring(constraint) == _passes
	}
}

test_no_upper_bound if {
	every constraint in [">= 1.138", "> 1.0", "!= 1.100"] {
		_requiring(constraint) == _denied("providers.databricks", sprintf(
			"Provider databricks may be of version %s; wanted is an upper bound, as ~> or < sets it",
			[constraint],
		))
	}
	_plan({"databricks": _databricks}) == _denied(
		"providers.databricks",
		"Provider databricks may be of any version; wanted is an upper bound, as ~> or < sets it",
	)
}

test_aliases_share_a_version if {
	_plan({"databricks": object.union(_databricks, {"version_constraint": "~> 1.138"}), "databricks.dev": _databricks}) == _passes
	floating := object.union(_databricks, {"version_constraint": ">= 1.0"})
	_plan({"databricks": floating, "databricks.dev": _databricks}) == _denied(
		"providers.databricks",
		"Provider databricks may be of version >= 1.0; wanted is an upper bound, as ~> or < sets it",
	)
}

test_two_constraints if {
	some result in _plan({
		"databricks": object.union(_databricks, {"version_constraint": ">= 1.0"}),
		"databricks.dev": object.union(_databricks, {"version_constraint": "> 0.9"}),
	}).deny
	contains(result.message, "of version > 0.9 and >= 1.0;")
}

test_providers_that_are_not_looked_at if {
	_plan({"terraform": {"name": "terraform", "full_name": "terraform.io/builtin/terraform"}}) == given.nothing
	_plan({"module.m:databricks": object.union(_databricks, {"module": "module.m"})}) == given.nothing
	count(_plan({"custom": {"name": "custom"}}).deny) == 1
}

_configuration(facts) := _answers({"document": object.union({"kind": "configuration", "file": "."}, facts), "resources": {}})

test_a_configuration if {
	_configuration({"required_version": ["~> 1.11"], "lock_file": true}) == _passes
	_configuration({"required_version": ["~> 1.11"], "lock_file": false}) == _denied(
		"lock_file",
		"There is no .terraform.lock.hcl beside the configuration; terraform init writes it, and it belongs into the repository",
	)
	_configuration({"lock_file": true}) == _denied("required_version", "The configuration requires no version of Terraform; wanted is required_version")
}

test_other_documents if {
	_answers(object.union(given.state(set(), []), {"providers": {"databricks": _databricks}})) == given.nothing
}
