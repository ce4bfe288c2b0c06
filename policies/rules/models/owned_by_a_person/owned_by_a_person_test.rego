package policies.rules.models.owned_by_a_person_test

import data.policies.rules.models.owned_by_a_person as policy

_of(fields) := answers if {
	model := object.union(
		{
			"address": "databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
			"mode": "managed", "action": "no-op",
		},
		fields,
	)
	document := {"resources": {"databricks_registered_model": {"databricks_registered_model.m": model}}}
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_registered_model.m"}}

_not_known := {
	"deny": set(),
	"undecided": {{
		"address": "databricks_registered_model.m",
		"path": "owner",
		"message": "The owner of this registered model is not known yet: without `owner` it is whoever applies; wanted is a group or a service principal",
	}},
	"checked": {"databricks_registered_model.m"},
}

test_a_group if {
	_of({"values": {"owner": "ml-platform"}}) == _passes
}

test_a_service_principal if {
	_of({"values": {"owner": "7c1f0a4e-1111-4222-8333-444455556666"}}) == _passes
}

test_a_person if {
	_of({"values": {"owner": "bob@example.com"}}) == {
		"deny": {{
			"address": "databricks_registered_model.m",
			"path": "owner",
			"message": `Registered model is owned by the person "bob@example.com"; wanted is a group or a service principal`,
		}},
		"undecided": set(),
		"checked": {"databricks_registered_model.m"},
	}
}

test_an_owner_that_only_the_apply_tells if {
	_of({"action": "create", "values": {}, "unknown": {"owner": true}}) == _not_known
	_of({"action": "create", "values": {}}) == _not_known
	_of({"values": {"owner": ""}}) == _not_known
}

test_a_masked_owner if {
	_of({"values": {"owner": "(sensitive value 3f9a12ab)"}}) == _not_known
}

test_a_model_that_goes_away if {
	_of({"action": "delete", "values": {}}) == {"deny": set(), "undecided": set(), "checked": set()}
}
