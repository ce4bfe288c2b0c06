package policies.rules.network.customer_managed_keys_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.customer_managed_keys as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_linked(values, unknown, links) := _answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {
	"values": object.union({"workspace_name": "w"}, values),
	"unknown": unknown,
	"links": links,
})]))

_workspace(values, unknown) := _linked(values, unknown, {})

_address := "databricks_mws_workspaces.x"

_services := "managed_services_customer_managed_key_id"

_storage := "storage_customer_managed_key_id"

test_without_a_key if {
	_workspace({_storage: "k"}, {"id": true}) == given.denied(
		_address,
		_services,
		`Workspace "w" encrypts its notebooks and secrets with a key of Databricks; wanted is managed_services_customer_managed_key_id`,
	)
	_workspace({_services: "k"}, {}) == given.denied(
		_address,
		_storage,
		`Workspace "w" encrypts its root storage and the disks of its nodes with a key of Databricks; wanted is storage_customer_managed_key_id`,
	)
}

test_with_both if {
	_workspace({_services: "k", _storage: "k"}, {}) == given.passes(_address)
	_workspace({"customer_managed_key_id": "k", _storage: "k"}, {}) == given.passes(_address)
}

test_serverless if {
	_workspace({"compute_mode": "SERVERLESS"}, {}) == given.nothing
}

test_not_known_yet if {
	_workspace({_services: "k"}, {_storage: true}) == given.undecided(_address, _storage, sprintf(`Workspace "w": its %s is not known yet`, [_storage]))
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_workspaces", {"action": "delete"})])) == given.nothing
}
