package policies.rules.unity_catalog.metastore_admin_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.metastore_admin as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_metastore(fields) := _answers(given.plan(set(), [given.resource("databricks_metastore", fields)]))

_address := "databricks_metastore.x"

test_a_group if {
	_metastore({"values": {"owner": "metastore-admins"}}) == given.passes(_address)
}

test_a_person if {
	_metastore({"values": {"owner": "bob@example.com"}}) == given.denied(_address, "owner", `This metastore is administered by the person "bob@example.com"; wanted is a group of the account`)
}

test_everyone if {
	_metastore({"values": {"owner": "Account Users"}}) == given.denied(_address, "owner", `This metastore is administered by "Account Users", which is everyone; wanted is a named group of the account`)
}

test_nobody_says_it if {
	every fields in [{"unknown": {"owner": true}}, {"values": {"owner": ""}}, {"action": "no-op"}] {
		_metastore(fields) == given.denied(_address, "owner", "Nothing says who administers this metastore: whoever applies; wanted is a group of the account")
	}
}

test_not_known_yet if {
	every fields in [
		{"unknown": {"owner": true}, "links": {"owner": ["terraform_data.x"]}},
		{"values": {"owner": "(sensitive value 3f9a12ab)"}}, {"unknown": true},
	] {
		_metastore(fields) == given.undecided(_address, "owner", "Who administers this metastore is not known yet; wanted is a group of the account")
	}
}

test_a_metastore_that_goes_away if {
	_metastore({"action": "delete"}) == given.nothing
}
