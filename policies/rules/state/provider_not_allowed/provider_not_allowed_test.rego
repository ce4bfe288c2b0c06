package policies.rules.state.provider_not_allowed_test

import data.policies.lib.testing_test as given
import data.policies.rules.state.provider_not_allowed as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-TFS-017": {"allowed": ["r.io/databricks/databricks", "r.io/hashicorp/*"]}}
}

_of(providers) := _answers(given.plan(set(), [resource |
	some i, provider in providers
	resource := object.union(given.resource("x_y", {"provider": provider}), {"address": sprintf("x_y.a%d", [i])})
]))

_required(provider) := _answers(object.union(given.plan(set(), []), {"providers": {"x": {"name": "x", "full_name": provider}}}))

test_another_namespace if {
	every provider in ["r.io/evil/databricks", "other.io/databricks/databricks", "r.io/hashicorpx/azurerm", "R.io/databricks/databricks"] {
		_of(["r.io/databricks/databricks", provider, provider]) == given.denied(
			"terraform",
			sprintf("provider.%s", [provider]),
			sprintf("Provider %s is not allowed; it is for 2 of the resources, such as x_y.a1", [provider]),
		)
		_required(provider) == given.denied(
			"terraform",
			sprintf("provider.%s", [provider]),
			sprintf("Provider %s is not allowed; no resource uses it", [provider]),
		)
	}
}

test_required_and_used if {
	document := object.union(
		given.state(set(), [given.resource("x_y", {"provider": "r.io/evil/x"})]),
		{"providers": {"x": {"full_name": "r.io/evil/x"}}},
	)
	_answers(document) == given.denied("terraform", "provider.r.io/evil/x", "Provider r.io/evil/x is not allowed; it is for 1 of the resources, such as x_y.x")
}

test_allowed if {
	_of(["r.io/databricks/databricks", "r.io/hashicorp/azurerm"]) == given.passes("terraform")
	_required("r.io/hashicorp/azurerm") == given.passes("terraform")
}

test_no_namespace if {
	every provider in ["databricks", "r.io/-/databricks", "databricks/databricks", "r.io/hashicorp/a/b"] {
		_of([provider]) == given.undecided(
			"terraform",
			sprintf("provider.%s", [provider]),
			sprintf("Where provider %s comes from cannot be told; it is for 1 of the resources, such as x_y.a0", [provider]),
		)
	}
}

test_bundles if {
	_required("evil/databricks") == given.denied(
		"terraform",
		"provider.registry.terraform.io/evil/databricks",
		"Provider registry.terraform.io/evil/databricks is not allowed; no resource uses it",
	)
}

test_resources_that_go_away if {
	_answers(given.plan(set(), [given.resource("x_y", {"provider": "r.io/evil/x", "action": "delete"})])).deny != set()
}

test_nobody_says if {
	_answers(given.plan(set(), [given.resource("x_y", {})])) == given.nothing
}
