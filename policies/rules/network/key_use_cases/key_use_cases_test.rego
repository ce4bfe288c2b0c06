package policies.rules.network.key_use_cases_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.key_use_cases as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_keys(use_cases) := given.plan(set(), [key |
	some i, listed in use_cases
	key := given.resource("databricks_mws_customer_managed_keys", object.union({"address": sprintf("k[%d]", [i])}, listed))
])

_of(listed) := _answers(_keys(listed))

_for(use_cases) := {"values": {"use_cases": use_cases}, "unknown": {"id": true}}

_unknown := {"unknown": {"use_cases": true}}

test_one_use_case if {
	_of([_for(["STORAGE"])]) == given.denied("k[0]", "use_cases", "No customer-managed key is for MANAGED_SERVICES")
	_of([_for(["MANAGED_SERVICES"])]) == given.denied("k[0]", "use_cases", "No customer-managed key is for STORAGE")
	count(_of([_for("STORAGE")]).deny) == 2
}

test_both_use_cases if {
	_of([_for(["MANAGED_SERVICES", "STORAGE"])]) == given.passes("k[0]")
	answers := _of([_for(["MANAGED_SERVICES"]), _for(["STORAGE"])])
	answers == {"deny": set(), "undecided": set(), "checked": {"k[0]", "k[1]"}}
}

test_not_known_yet if {
	_of([_unknown, _for(["STORAGE"])]) == {
		"deny": set(),
		"undecided": {{"address": "k[0]", "path": "use_cases", "message": "Whether a customer-managed key is for MANAGED_SERVICES is not known yet"}},
		"checked": {"k[0]", "k[1]"},
	}
}

test_a_key_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_customer_managed_keys", {"action": "delete"})])) == given.nothing
}
