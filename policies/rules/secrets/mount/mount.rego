# METADATA
# scope: package
# title: Storage is not mounted, and mounts hold no secrets
# description: |
#   Looks at databricks_mount and its predecessors. What is mounted, every user of every cluster of the
#   workspace can read with the rights of the mount, past Unity Catalog. A literal secret in
#   `extra_configs` is a finding of its own, since it stands in clear in plan, state and cluster.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/dbfs/mounts
#     description: Mounts, and what replaces them
# custom:
#   id: DBX-SEC-012
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_mount, databricks_aws_s3_mount, databricks_azure_adls_gen1_mount, databricks_azure_adls_gen2_mount, databricks_azure_blob_mount]
#   attributes: [extra_configs]
#   remediation: Declare a databricks_external_location, and a volume or table on it, in place of the mount.
#   controls:
#     sat: [GOV-11, DP-10]
#     nist-800-53: [IA-5(7), SC-28, AC-3]
#     cis-controls: ["3.11", "3.3", "6.8"]
#     iso-27001: [A.5.17, A.8.24, A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.secrets.mount

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some mount in _mounts
	result := results.at(mount, "", sprintf("%s mounts storage, which every user of the workspace can read; wanted is an external location", [mount.address]))
}

deny contains result if {
	some literal in secrets.literals.extra_configs
	literal.certain
	literal.resource.type == "databricks_mount"
	result := results.at(literal.resource, literal.path, literal.message)
}

# Whatever is not known of a mount, it is one.
undecided := set()

checked contains address if {
	some mount in _mounts
	address := mount.address
}

_mounts := [mount | some type in _types; some mount in resources.present[type]]

_types := [
	"databricks_mount",
	"databricks_aws_s3_mount",
	"databricks_azure_adls_gen1_mount",
	"databricks_azure_adls_gen2_mount",
	"databricks_azure_blob_mount",
]
