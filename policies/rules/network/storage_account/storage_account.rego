# METADATA
# scope: package
# title: Storage accounts with data of Unity Catalog are closed
# description: |
#   Looks at storage accounts of Azure in which a location, catalog, schema, table, volume or metastore
#   of the same document stores its data: whether all networks reach them, whether they take TLS below
#   1.2, and whether they take keys that open the whole account. Unity Catalog needs none of these.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/connect/unity-catalog/cloud-storage/azure-managed-identities
#     description: Access of Unity Catalog to storage accounts
#   - ref: https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account
#     description: The resource, and its defaults
# custom:
#   id: DBX-NET-028
#   severity: high
#   sets: [strict, production]
#   resource_types: [azurerm_storage_account, azurerm_storage_account_network_rules, databricks_catalog, databricks_external_location, databricks_metastore, databricks_schema, databricks_sql_table, databricks_volume]
#   attributes:
#     - public_network_access_enabled
#     - public_network_access
#     - "network_rules[].default_action"
#     - default_action
#     - storage_account_id
#     - min_tls_version
#     - shared_access_key_enabled
#     - url
#     - storage_root
#     - storage_location
#   remediation: Set `default_action` of the network rules to Deny or `public_network_access_enabled = false`, `min_tls_version` to TLS1_2, and `shared_access_key_enabled = false`.
#   controls:
#     nist-800-53: [SC-8, SC-7, AC-3]
#     cis-controls: ["3.10", "13.4"]
#     iso-27001: [A.8.20, A.8.24]
#     soc2: [CC6.6, CC6.7]
package policies.rules.network.storage_account

import data.policies.lib.blocks
import data.policies.lib.references
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage
import data.policies.lib.switches
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some address, account in _behind
	_open[address] == true
	result := results.at(account, "public_network_access_enabled", sprintf("%s can be reached from all networks; wanted are network rules that deny, or no public access", [_label(account)]))
}

deny contains result if {
	some account in _behind
	version := texts.written(account, "min_tls_version")
	version in {"TLS1_0", "TLS1_1"}
	result := results.at(account, "min_tls_version", sprintf("%s takes connections with %s; wanted is TLS1_2", [_label(account), version]))
}

deny contains result if {
	some account in _behind
	switches.state(account, "shared_access_key_enabled", true) == true
	result := results.at(account, "shared_access_key_enabled", sprintf("%s takes keys that open all of it; wanted is shared_access_key_enabled = false", [_label(account)]))
}

undecided contains result if {
	some address, account in _behind
	_open[address] == "unknown"
	result := results.at(account, "public_network_access_enabled", sprintf("%s: whether all networks reach it is not known yet", [_label(account)]))
}

undecided contains result if {
	some account in _behind
	texts.hidden(account, "min_tls_version")
	result := results.at(account, "min_tls_version", sprintf("%s: which TLS it takes is not known yet; wanted is TLS1_2", [_label(account)]))
}

undecided contains result if {
	some account in _behind
	switches.unclear(account, "shared_access_key_enabled")
	result := results.at(account, "shared_access_key_enabled", sprintf("%s: whether it takes keys is not known yet", [_label(account)]))
}

checked contains address if some address, _ in _behind

_label(account) := sprintf(`Storage account "%s"`, [account.values.name]) if {
	account.values.name
} else := account.address

_behind[address] := account if {
	some address, account in resources.present.azurerm_storage_account
	_named[account.values.name]
}

_behind[address] := account if {
	some address, account in resources.present.azurerm_storage_account
	some [place, attribute] in _places
	references.aims(place, blocks.whole(place), attribute, account, "id") == true
}

# The account of abfss://container@account.dfs.core.windows.net/path.
_named[name] := true if {
	some [place, attribute] in _places
	url := texts.written(place, attribute)
	[_, name] := regex.find_all_string_submatch_n(`^[a-z]+://[^/@]*@([a-z0-9]+)[.]`, url, -1)[0]
}

_places := [[place, attribute] |
	some type, attribute in storage.places
	some place in resources.present[type]
]

_open[address] := verdict if {
	some address, account in _behind
	verdict := _is_open(account, _actions[address])
}

_is_open(account, actions) := false if {
	object.get(account.values, "public_network_access", "Enabled") != "Enabled"
} else := false if {
	switches.state(account, "public_network_access_enabled", true) == false
} else := false if {
	actions == {"Deny"}
} else := "unknown" if {
	values.unknown(account, "public_network_access")
} else := "unknown" if {
	switches.unclear(account, "public_network_access_enabled")
} else := "unknown" if {
	"unknown" in actions
} else := true

# What the network rules say, in the account or beside it: Allow, Deny or unknown; nothing where there are none.
_actions[address] := actions if {
	some address, account in _behind
	own := {_action(rules) | some rules in blocks.inside(blocks.whole(account), "network_rules")}
	beside := {action |
		some rules in resources.present.azurerm_storage_account_network_rules
		is_for := references.aims(rules, blocks.whole(rules), "storage_account_id", account, "id")
		action := {true: _action(blocks.whole(rules)), "unknown": "unknown"}[is_for]
	}
	actions := own | beside
}

_action(rules) := action if {
	action := rules.values.default_action
	action in {"Allow", "Deny"}
} else := "unknown"
