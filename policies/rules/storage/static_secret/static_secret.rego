# METADATA
# scope: package
# title: Storage credentials hold no secret
# description: |
#   Looks at storage credentials with the secret of a service principal of Entra ID or with the key of a
#   service account of Google. Either lies in the state and has to be changed by hand. Tokens of
#   Cloudflare are not looked at: R2 takes nothing else.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/unity-catalog/cloud-storage/storage-credentials
#     description: Storage credentials
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/storage_credential
#     description: The resource
# custom:
#   id: DBX-STO-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_storage_credential, databricks_metastore_data_access]
#   attributes: ["azure_service_principal[].client_secret", "gcp_service_account_key[].private_key"]
#   remediation: Use `azure_managed_identity` with an access connector, or `databricks_gcp_service_account`.
#   controls:
#     sat: [GOV-22]
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.storage.static_secret

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.storage

deny contains result if {
	some [credential, block, wanted] in _secrets
	block.unknown != true
	result := results.at(credential, block.path, sprintf(
		"%s holds a secret that does not end (%s); wanted is %s",
		[storage.label(credential), block.path, wanted],
	))
}

undecided contains result if {
	some [credential, block, wanted] in _secrets
	block.unknown == true
	result := results.at(credential, block.path, sprintf(
		"%s: whether it holds a secret (%s) is not known yet; wanted is %s",
		[storage.label(credential), block.path, wanted],
	))
}

checked contains address if {
	some type in _types
	some address, _ in resources.present[type]
}

_secrets := [[credential, block, wanted] |
	some type in _types
	some credential in resources.present[type]
	some name, wanted in {
		"azure_service_principal": "azure_managed_identity",
		"gcp_service_account_key": "databricks_gcp_service_account",
	}
	some block in blocks.inside(blocks.whole(credential), name)
]

_types := ["databricks_storage_credential", "databricks_metastore_data_access"]
