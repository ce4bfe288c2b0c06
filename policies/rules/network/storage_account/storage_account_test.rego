package policies.rules.network.storage_account_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.storage_account as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_account(values, unknown) := given.resource("azurerm_storage_account", {
	"values": object.union({"name": "lake", "id": "/lake", "shared_access_key_enabled": false}, values),
	"unknown": unknown,
})

_rules(values, unknown) := given.resource("azurerm_storage_account_network_rules", {"values": values, "unknown": unknown})

_location(values, links) := given.resource("databricks_external_location", {"values": values, "links": links})

_behind := _location({"url": "abfss://raw@lake.dfs.core.windows.net/x"}, {})

_of(listed) := _answers(given.plan(set(), listed))

_closed := {"network_rules": [{"default_action": "Deny"}]}

_with(values, unknown) := _of([_behind, _account(values, unknown)])

_address := "azurerm_storage_account.x"

_public := "public_network_access_enabled"

_denied := given.denied(_address, _public, `Storage account "lake" can be reached from all networks; wanted are network rules that deny, or no public access`)

_doubt := given.undecided(_address, _public, `Storage account "lake": whether all networks reach it is not known yet`)

test_reached_from_everywhere if {
	_with({}, {"id": true}) == _denied
	_with({"network_rules": [{"default_action": "Allow"}]}, {}) == _denied
	_of([_behind, _account({}, {}), _rules({"storage_account_id": "/lake", "default_action": "Allow"}, {})]) == _denied
	_of([_behind, _account({}, {}), _rules({"storage_account_id": "/pond", "default_action": "Deny"}, {})]) == _denied
	nameless := _of([_location({}, {"url": [_address]}), given.resource("azurerm_storage_account", {"values": {"shared_access_key_enabled": false}})])
	nameless == given.denied(_address, _public, "azurerm_storage_account.x can be reached from all networks; wanted are network rules that deny, or no public access")
}

test_closed if {
	_with(_closed, {"id": true}) == given.passes(_address)
	_with({_public: false}, {}) == given.passes(_address)
	_with({"public_network_access": "SecuredByPerimeter"}, {}) == given.passes(_address)
	_of([_behind, _account({}, {}), _rules({"storage_account_id": "/lake", "default_action": "Deny"}, {})]) == given.passes(_address)
}

test_old_tls if {
	every version in ["TLS1_0", "TLS1_1"] {
		_with(object.union(_closed, {"min_tls_version": version}), {}) == given.denied(
			_address,
			"min_tls_version",
			sprintf(`Storage account "lake" takes connections with %s; wanted is TLS1_2`, [version]),
		)
	}
	_with(object.union(_closed, {"min_tls_version": "TLS1_2"}), {}) == given.passes(_address)
}

test_keys if {
	keys := object.union(_closed, {"shared_access_key_enabled": true})
	_with(keys, {}) == given.denied(
		_address,
		"shared_access_key_enabled",
		`Storage account "lake" takes keys that open all of it; wanted is shared_access_key_enabled = false`,
	)
	_with(object.union(_closed, {"shared_access_key_enabled": ""}), {}).deny != set()
}

test_other_accounts if {
	_of([_account({}, {})]) == given.nothing
	every url in ["abfss://raw@pond.dfs.core.windows.net/x", "s3://lake/x", ["abfss://raw@lake.dfs.core.windows.net/x"], "abfss://x/raw@lake.dfs"] {
		_of([_location({"url": url}, {}), _account({}, {})]) == given.nothing
	}
}

test_not_known_yet if {
	_with({}, {_public: true}) == _doubt
	_with({}, {"public_network_access": true}) == _doubt
	_with({"network_rules": [{}]}, {"network_rules": [{"default_action": true}]}) == _doubt
	_with({"network_rules": [{"default_action": "Other"}]}, {}) == _doubt
	_of([_behind, _account({}, {}), _rules({"default_action": "Deny"}, {"storage_account_id": true})]) == _doubt
	_of([_behind, _account({}, {}), _rules({"storage_account_id": "/lake"}, {"default_action": true})]) == _doubt
	_with(_closed, {"min_tls_version": true}) == given.undecided(
		_address,
		"min_tls_version",
		`Storage account "lake": which TLS it takes is not known yet; wanted is TLS1_2`,
	)
	_with(object.union(_closed, {"shared_access_key_enabled": ""}), {"shared_access_key_enabled": true}) == given.undecided(
		_address,
		"shared_access_key_enabled",
		`Storage account "lake": whether it takes keys is not known yet`,
	)
}

test_an_account_that_goes_away if {
	_answers(given.plan(set(), [given.resource("azurerm_storage_account", {"action": "delete"})])) == given.nothing
}
