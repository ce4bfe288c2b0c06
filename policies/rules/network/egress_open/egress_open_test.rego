package policies.rules.network.egress_open_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.egress_open as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_account_network_policy", {
	"values": object.union({"network_policy_id": "main"}, values),
	"unknown": unknown,
})]))

_address := "databricks_account_network_policy.x"

_mode := "egress.network_access.restriction_mode"

_enforcement := "egress.network_access.policy_enforcement.enforcement_mode"

_egress(access) := {"egress": {"network_access": access}}

_open := given.undecided(_address, _mode, "What network policy databricks_account_network_policy.x lets serverless compute reach is not known; wanted is RESTRICTED_ACCESS")

test_full_access if {
	every access in [{"restriction_mode": "FULL_ACCESS"}, {"restriction_mode": "FULL_ACCESS", "policy_enforcement": {"enforcement_mode": "DRY_RUN"}}] {
		_policy(_egress(access), {"account_id": true}) == given.denied(
			_address,
			_mode,
			"Network policy databricks_account_network_policy.x lets serverless compute reach everything; wanted is RESTRICTED_ACCESS",
		)
	}
	unclear := _policy(_egress({"restriction_mode": "FULL_ACCESS"}), _egress({"policy_enforcement": true}))
	unclear.undecided == set()
}

test_dry_run if {
	_policy(_egress({"restriction_mode": "RESTRICTED_ACCESS", "policy_enforcement": {"enforcement_mode": "DRY_RUN"}}), {}) == given.denied(
		_address,
		_enforcement,
		"Network policy databricks_account_network_policy.x only notes what it forbids (DRY_RUN); wanted is ENFORCED",
	)
}

test_restricted if {
	_policy(_egress({"restriction_mode": "RESTRICTED_ACCESS"}), {"account_id": true}) == given.passes(_address)
	_policy(_egress({"restriction_mode": "RESTRICTED_ACCESS"}), _egress({"allowed_internet_destinations": true})) == given.passes(_address)
	_policy(_egress({"restriction_mode": "RESTRICTED_ACCESS", "policy_enforcement": {"enforcement_mode": "ENFORCED"}}), {}) == given.passes(_address)
}

test_not_known_yet if {
	_policy({}, {}) == _open
	_policy({}, {"egress": true}) == _open
	every unknown in [{"policy_enforcement": true}, {"policy_enforcement": {"enforcement_mode": true}}] {
		_policy(_egress({"restriction_mode": "RESTRICTED_ACCESS"}), _egress(unknown)) == given.undecided(
			_address,
			_enforcement,
			"Whether network policy databricks_account_network_policy.x enforces what it forbids is not known yet",
		)
	}
}

test_a_policy_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_account_network_policy", {"action": "delete"})])) == given.nothing
}
