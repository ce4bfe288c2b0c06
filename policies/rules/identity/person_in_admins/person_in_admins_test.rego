package policies.rules.identity.person_in_admins_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.person_in_admins as policy

_group(id, name) := given.resource("databricks_group", {"address": sprintf("data.databricks_group.g%s", [id]), "mode": "data", "values": {"id": id, "display_name": name}})

_answers(fields) := answers if {
	document := given.plan(set(), [
		_group("1", "Admins"),
		_group("2", "etl"),
		_group("4", "analysts"),
		_group("5", ""),
		given.resource("databricks_user", {"values": {"id": "3", "user_name": "bob@example.com"}}),
		given.resource("databricks_group_member", fields),
	])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_adds(group, member) := _answers({"values": {"group_id": group, "member_id": member}})

_address := "databricks_group_member.x"

test_a_person if {
	_adds("1", "3") == given.denied(
		_address, "member_id",
		"databricks_group_member.x adds the user bob@example.com to admins; wanted is a group",
	)
}

test_others if {
	_adds("1", "2") == given.passes(_address)
	_adds("2", "3") == given.passes(_address)
	_adds("2", "9") == given.passes(_address)
}

test_not_known if {
	_adds("1", "9") == given.undecided(_address, "member_id", "Whom databricks_group_member.x adds to admins is not known here; wanted is a group")
	_adds("9", "3") == given.undecided(
		_address, "group_id",
		"Which group databricks_group_member.x adds the user bob@example.com to is not known here; in admins wanted is a group",
	)
	count(_adds("9", "8").undecided) == 1
	_adds("9", "2") == given.passes(_address)
}

_adds_to(groups) := _answers({
	"values": {"member_id": "3"},
	"unknown": {"group_id": true},
	"links": {"group_id": groups},
})

test_one_of_several_groups if {
	_adds_to(["data.databricks_group.g2", "data.databricks_group.g4"]) == given.passes(_address)
	count(_adds_to(["data.databricks_group.g2", "data.databricks_group.g1"]).undecided) == 1
	count(_adds_to(["data.databricks_group.g2", "data.databricks_group.g5"]).undecided) == 1
}

test_members_that_go_away if _answers({"action": "delete"}) == given.nothing
