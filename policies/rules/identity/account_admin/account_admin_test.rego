package policies.rules.identity.account_admin_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.account_admin as policy

_answers(type, fields) := answers if {
	document := given.plan(set(), [
		given.resource("databricks_user", {"values": {"id": "1", "user_name": "bob@example.com"}}),
		given.resource(type, fields),
	])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_user(fields) := _answers("databricks_user_role", fields)

_address := "databricks_user_role.x"

test_an_administrator if {
	_user({"values": {"user_id": "1", "role": "account_admin"}}) == given.denied(
		_address, "role",
		"databricks_user_role.x makes the user bob@example.com an administrator of the account; wanted is nobody through code",
	)
	every type, attribute in {"databricks_service_principal_role": "service_principal_id", "databricks_group_role": "group_id"} {
		_answers(type, {"values": {attribute: "1", "role": "account_admin"}}) == given.denied(
			sprintf("%s.x", [type]), "role",
			sprintf("%s.x makes the user bob@example.com an administrator of the account; wanted is nobody through code", [type]),
		)
	}
}

test_other_roles if _user({"values": {"user_id": "1", "role": "arn:aws:iam::1:instance-profile/a"}}) == given.passes(_address)

test_not_known_yet if {
	_user({"values": {"user_id": "1"}, "unknown": {"role": true}}) == given.undecided(
		_address, "role",
		"Which role databricks_user_role.x gives the user bob@example.com is not known yet; wanted is none that administers the account",
	)
	_user({"values": {"user_id": "1"}, "unknown": {"role": true}, "links": {"role": ["databricks_instance_profile.p"]}}) == given.passes(_address)
	count(_user({"values": {"user_id": "1"}, "unknown": {"role": true}, "links": {"role": ["terraform_data.later"]}}).undecided) == 1
}

test_roles_that_go_away if _user({"action": "delete", "before": {"role": "account_admin"}}) == given.nothing
