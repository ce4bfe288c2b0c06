# METADATA
# scope: package
# title: Secret scopes on Azure keep their secrets in a Key Vault
# description: |
#   Looks at databricks_secret_scope without `keyvault_metadata` where the document shows that it is
#   for Azure: by resources or providers of Azure, or by another scope with a Key Vault. In a Key Vault
#   secrets have their own access policies, rotation and log. Where nothing tells the cloud it is
#   undecided; scopes on AWS and Google Cloud are not looked at.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/security/secrets/
#     description: Secret scopes on Azure
# custom:
#   id: DBX-SEC-002
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_secret_scope]
#   attributes: [backend_type, keyvault_metadata]
#   remediation: Set `keyvault_metadata` to the Key Vault that holds the secrets.
#   controls:
#     sat: [DP-1]
#     dasf: [DASF 33]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.secrets.scope_without_key_vault

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some scope in _scopes
	_cloud == {"azure"}
	not values.unknown(scope, "keyvault_metadata")
	not _in_key_vault(scope)
	result := results.at(scope, "keyvault_metadata", sprintf("%s keeps its secrets in Databricks; wanted is a Key Vault", [scope.address]))
}

undecided contains result if {
	some scope in _scopes
	count(_cloud) != 1
	not values.unknown(scope, "keyvault_metadata")
	not _in_key_vault(scope)
	result := results.at(scope, "keyvault_metadata", sprintf(
		"%s keeps its secrets in Databricks; on Azure a Key Vault is wanted, and nothing says which cloud this is",
		[scope.address],
	))
}

undecided contains result if {
	some scope in _scopes
	values.unknown(scope, "keyvault_metadata")
	result := results.at(scope, "keyvault_metadata", sprintf("Where %s keeps its secrets is not known yet", [scope.address]))
}

checked contains address if {
	some scope in _scopes
	address := scope.address
}

_scopes := [scope |
	_cloud != {"other"}
	some scope in resources.present.databricks_secret_scope
]

_in_key_vault(scope) if object.get(scope.values, "keyvault_metadata", []) != []

_in_key_vault(scope) if scope.values.backend_type == "AZURE_KEYVAULT"

_cloud contains cloud if {
	some type, _ in input.resources
	cloud := _clouds[split(type, "_")[0]]
}

_cloud contains cloud if {
	some provider in input.providers
	cloud := _clouds[provider.name]
}

_cloud contains "azure" if {
	some scope in resources.present.databricks_secret_scope
	_in_key_vault(scope)
}

_clouds := {"azurerm": "azure", "azuread": "azure", "azapi": "azure", "aws": "other", "google": "other"}
