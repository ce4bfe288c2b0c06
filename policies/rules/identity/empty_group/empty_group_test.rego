package policies.rules.identity.empty_group_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.empty_group as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_group(fields) := given.resource("databricks_group", object.union({"values": {"id": "1"}}, fields))

_with(type, fields) := _answers(given.plan(set(), [_group({}), given.resource(type, fields)]))

_address := "databricks_group.x"

_denied := given.denied(_address, "", "databricks_group.x has no member and no role; wanted is one, or no such group")

test_no_member if {
	_answers(given.plan(set(), [_group({})])) == _denied
	_with("databricks_group_member", {"values": {"group_id": "2", "member_id": "1"}}) == _denied
	_with("databricks_group_member", {"action": "delete", "values": {"group_id": "1"}}) == _denied
	_with("databricks_entitlements", {"values": {"group_id": "1"}}) == _denied
}

test_members_and_roles if {
	every type in ["databricks_group_member", "databricks_group_role", "databricks_group_instance_profile"] {
		_with(type, {"values": {"group_id": "1"}}) == given.passes(_address)
		_with(type, {"unknown": {"group_id": true}, "links": {"group_id": ["databricks_group.x"]}}) == given.passes(_address)
		_with(type, {"unknown": {"group_id": true}, "links": {"group_id": ["databricks_group.y"]}}) == _denied
	}
}

test_each_instance if {
	counted := _group({"address": `databricks_group.x["a"]`})
	member := given.resource("databricks_group_member", {"unknown": {"group_id": true}, "links": {"group_id": ["databricks_group.x"]}})
	_answers(given.plan(set(), [counted, member])) == given.passes(`databricks_group.x["a"]`)
}

test_groups_that_get_members_elsewhere if {
	_answers(given.plan(set(), [_group({"values": {"id": "1", "external_id": "e"}})])) == given.nothing
	_answers(given.plan(set(), [_group({"unknown": {"external_id": true}})])) == given.nothing
	_answers(given.plan(set(), [_group({"values": {"id": "1", "force": true}})])) == given.nothing
	_answers(given.plan(set(), [_group({"unknown": {"force": true}})])) == given.nothing
	_answers(given.plan(set(), [_group({"values": {"id": "1", "force": false, "external_id": ""}})])) == _denied
}

test_not_known_yet if {
	_with("databricks_group_member", {"unknown": {"group_id": true}}) == given.undecided(
		_address, "",
		"databricks_group.x has no member and no role here, but databricks_group_member.x may be for it",
	)
	member := given.resource("databricks_group_member", {"unknown": {"group_id": true}, "links": {"group_id": ["terraform_data.later"]}})
	_answers(object.union(given.plan(set(), [_group({}), member]), {"document": {"complete": false}})) == given.undecided(
		_address, "",
		"databricks_group.x has no member and no role here, but databricks_group_member.x may be for it and the plan covers only a part of the configuration",
	)
}

test_a_group_that_goes_away if _answers(given.plan(set(), [_group({"action": "delete"})])) == given.nothing
