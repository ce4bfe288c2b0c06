package policies.rules.network.azure_customer_managed_keys_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.azure_customer_managed_keys as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_workspace(values, unknown) := _linked(values, unknown, {})

_linked(values, unknown, links) := _answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {
	"values": object.union({"name": "w"}, values),
	"unknown": unknown,
	"links": links,
})]))

_address := "azurerm_databricks_workspace.x"

_disk := "managed_disk_cmk_key_vault_key_id"

_services := "managed_services_cmk_key_vault_key_id"

_root := "customer_managed_key_enabled"

_all := {_disk: "https://k/1", _services: "https://k/2", _root: true}

_without(name) := _workspace(object.remove(_all, [name]), {"id": true})

test_without_a_key if {
	_without(_disk) == given.denied(_address, _disk, `Workspace "w" encrypts the disks of its nodes with a key of Microsoft; wanted is managed_disk_cmk_key_vault_key_id`)
	_without(_services) == given.denied(
		_address,
		_services,
		`Workspace "w" encrypts its notebooks and secrets with a key of Microsoft; wanted is managed_services_cmk_key_vault_key_id`,
	)
	_without(_root) == given.denied(
		_address,
		_root,
		`Workspace "w" encrypts its DBFS root with a key of Microsoft; wanted is customer_managed_key_enabled = true`,
	)
}

test_all_keys if {
	_workspace(_all, {}) == given.passes(_address)
	_linked(object.remove(_all, [_disk]), {_disk: true}, {_disk: ["azurerm_key_vault_key.k"]}) == given.passes(_address)
}

test_not_known_yet if {
	every name in [_disk, _root] {
		_workspace(object.remove(_all, [name]), {name: true}) == given.undecided(_address, name, sprintf(`Workspace "w": its %s is not known yet`, [name]))
	}
}

test_a_workspace_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_databricks_workspace", {"action": "delete"})])) == given.nothing
}
