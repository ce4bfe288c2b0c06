package policies.rules.identity.instance_profile_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.instance_profile_for_everyone as policy

_group(id, name) := given.resource("databricks_group", {"address": sprintf("data.databricks_group.g%s", [id]), "mode": "data", "values": {"id": id, "display_name": name}})

_answers(type, fields) := answers if {
	document := given.plan(set(), [_group("1", "users"), _group("2", "etl"), given.resource(type, fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(group) := _answers("databricks_group_instance_profile", {"values": {"group_id": group, "instance_profile_id": "arn"}})

_address := "databricks_group_instance_profile.x"

_role := "databricks_group_role.x"

test_everyone if {
	_of("1") == given.denied(
		_address, "group_id",
		"databricks_group_instance_profile.x gives an instance profile to users, which is everyone; wanted is a named group",
	)
}

test_a_group if _of("2") == given.passes(_address)

test_a_role if {
	message := "databricks_group_role.x gives an instance profile to users, which is everyone; wanted is a named group"
	_answers("databricks_group_role", {"values": {"group_id": "1", "role": "arn:aws:iam::1:instance-profile/a"}}) == given.denied(_role, "group_id", message)
	by_link := {"values": {"group_id": "1"}, "unknown": {"role": true}, "links": {"role": ["databricks_instance_profile.p"]}}
	_answers("databricks_group_role", by_link) == given.denied(_role, "group_id", message)
	_answers("databricks_group_role", {"values": {"group_id": "1", "role": "account_admin"}}) == given.nothing
	_answers("databricks_group_role", {"values": {"group_id": "1", "role": 7}}) == given.nothing
	_answers("databricks_group_role", {"values": {"group_id": "1"}, "unknown": {"role": true}, "links": {"role": ["terraform_data.later"]}}) == given.nothing
}

test_not_known if {
	_of("9") == given.undecided(
		_address, "group_id",
		"Which group gets an instance profile by databricks_group_instance_profile.x is not known here; wanted is a named group",
	)
}

test_instance_profiles_that_go_away if _answers("databricks_group_instance_profile", {"action": "delete"}) == given.nothing
