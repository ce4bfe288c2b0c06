package policies.rules.network.ingress_open_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.ingress_open as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_account_network_policy", {
	"values": object.union({"network_policy_id": "main"}, values),
	"unknown": unknown,
})]))

_address := "databricks_account_network_policy.x"

_mode := "ingress.public_access.restriction_mode"

_public(mode) := {"ingress": {"public_access": mode}}

test_no_ingress if {
	every values in [{}, {"ingress_dry_run": {"public_access": {"restriction_mode": "RESTRICTED_ACCESS"}}}] {
		_policy(values, {"account_id": true}) == given.denied(
			_address,
			"ingress",
			"Network policy databricks_account_network_policy.x does not say who may reach a workspace; wanted is ingress",
		)
	}
}

test_open_ingress if {
	_policy(_public({"restriction_mode": "FULL_ACCESS"}), {}) == given.denied(
		_address,
		_mode,
		"Network policy databricks_account_network_policy.x lets everybody on the internet reach a workspace; wanted is RESTRICTED_ACCESS",
	)
}

test_restricted_ingress if {
	_policy(_public({"restriction_mode": "RESTRICTED_ACCESS"}), {"account_id": true}) == given.passes(_address)
}

test_not_known_yet if {
	every unknown in [true, {"ingress": true}] {
		_policy({}, unknown) == given.undecided(_address, _mode, "Whom network policy databricks_account_network_policy.x lets reach a workspace is not known yet")
	}
	every unknown in [{"ingress": {"public_access": true}}, _public({"restriction_mode": true})] {
		_policy({"ingress": {"private_access": {}}}, unknown) == given.undecided(
			_address,
			_mode,
			"Whom network policy databricks_account_network_policy.x lets reach a workspace is not known yet",
		)
	}
}

test_a_policy_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_account_network_policy", {"action": "delete"})])) == given.nothing
}
