package policies.rules.sharing.external_sharing_test

import data.policies.lib.testing_test as given
import data.policies.rules.sharing.external_sharing as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_metastore", {"values": object.union({"name": "Lake"}, values), "unknown": unknown})]))

_address := "databricks_metastore.x"

_passes := given.passes(_address)

_in_doubt := given.undecided(_address, "delta_sharing_scope", "Whether this metastore shares with the outside, and may, is not known yet; wanted is INTERNAL")

_external := {"delta_sharing_scope": "INTERNAL_AND_EXTERNAL"}

test_it_shares_with_the_outside if {
	_of(_external, {"id": true}) == given.denied(_address, "delta_sharing_scope", "This metastore shares with the outside (INTERNAL_AND_EXTERNAL); wanted is INTERNAL")
}

test_it_does_not if {
	_of({"delta_sharing_scope": "INTERNAL"}, {}) == _passes
	_of({}, {}) == _passes
	_of({"delta_sharing_scope": ["INTERNAL_AND_EXTERNAL"], "name": 7}, {}) == _passes
}

test_it_may if {
	answers := _of(_external, {}) with data.tfcheck.parameters as {"DBX-SHR-002": {"sharing_metastores": ["LAKE"]}}
	answers == _passes
	others := _of(_external, {}) with data.tfcheck.parameters as {"DBX-SHR-002": {"sharing_metastores": ["sea"]}}
	count(others.deny) == 1
}

test_not_known_yet if {
	_of({}, {"delta_sharing_scope": true}) == _in_doubt
	unnamed := given.resource("databricks_metastore", {"values": _external, "unknown": {"name": true}})
	_answers(given.plan(set(), [unnamed])) == _in_doubt
	for_others := _answers(given.plan(set(), [unnamed])) with data.tfcheck.parameters as {"DBX-SHR-002": {"sharing_metastores": ["x"]}}
	for_others == _in_doubt
	internal := given.resource("databricks_metastore", {"values": {"delta_sharing_scope": "INTERNAL"}, "unknown": {"name": true}})
	_answers(given.plan(set(), [internal])) == _passes
}

test_a_metastore_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_metastore", {"action": "delete"})])) == given.nothing
}
