package policies.rules.identity.service_principal_for_everyone_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.service_principal_for_everyone as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_access_control_rule_set", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_rule(role, names) := _answers({"values": {"grant_rules": [{"role": role, "principals": names}]}})

_address := "databricks_access_control_rule_set.x"

_not_known := "Who gets which role by databricks_access_control_rule_set.x is not known yet; on service principals wanted is a named group"

test_everyone if {
	every role in ["roles/servicePrincipal.user", "roles/servicePrincipal.manager"] {
		_rule(role, ["groups/etl", "groups/account users"]) == given.denied(
			_address, "grant_rules[0].principals",
			sprintf("databricks_access_control_rule_set.x gives groups/account users, which is everyone, %s; wanted is a named group", [role]),
		)
	}
}

test_others if {
	_rule("roles/servicePrincipal.user", ["groups/etl", "users/bob@example.com"]) == given.passes(_address)
	_rule("roles/servicePrincipal.user", ["users"]) == given.passes(_address)
	_rule("roles/marketplace.admin", ["groups/users"]) == given.passes(_address)
	_answers({}) == given.passes(_address)
}

_one(values, unknown) := _answers({"values": {"grant_rules": [values]}, "unknown": {"grant_rules": [unknown]}})

test_not_known_yet if {
	_one({"role": "roles/servicePrincipal.user"}, {"principals": true}) == given.undecided(_address, "grant_rules[0]", _not_known)
	_one({"role": "roles/servicePrincipal.user", "principals": [null]}, {"principals": [true]}) == given.undecided(_address, "grant_rules[0]", _not_known)
	_one({"role": "roles/servicePrincipal.user", "principals": ["groups/etl"]}, {"principals": [false]}) == given.passes(_address)
	_one({"role": "roles/marketplace.admin"}, {"principals": true}) == given.passes(_address)
	_one({"principals": ["groups/users"]}, {"role": true}) == given.undecided(_address, "grant_rules[0]", _not_known)
	_one({"principals": ["groups/etl"]}, {"role": true}) == given.passes(_address)
	_answers({"unknown": {"grant_rules": true}}) == given.undecided(_address, "grant_rules", _not_known)
}

test_rule_sets_that_go_away if _answers({"action": "delete"}) == given.nothing
