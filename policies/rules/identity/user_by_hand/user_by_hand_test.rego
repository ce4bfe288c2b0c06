package policies.rules.identity.user_by_hand_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.user_by_hand as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_user", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_address := "databricks_user.x"

test_a_user if {
	_answers({"values": {"user_name": "bob@example.com"}}) == given.denied(
		_address, "user_name",
		"Terraform makes the user bob@example.com; wanted is that the identity provider does",
	)
	_answers({"unknown": {"user_name": true}}) == given.denied(
		_address, "user_name",
		"Terraform makes a user whose name is not known yet; wanted is that the identity provider does",
	)
}

test_a_user_who_is_read if _answers({"mode": "data", "action": "read", "values": {"user_name": "bob@example.com"}}) == given.nothing

test_a_user_who_goes_away if _answers({"action": "delete"}) == given.passes(_address)
