# METADATA
# scope: package
# title: Nobody browses DBFS or uploads data in the web interface
# description: |
#   Looks at `enableDbfsFileBrowser` and `enableUploadDataUis` of databricks_workspace_conf: files that
#   are uploaded by hand bypass the catalog, and every user of the workspace can read what lies on
#   DBFS. What the map does not mention stays as it is in the workspace, which is undecided, unless
#   another databricks_workspace_conf of the document sets it.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, and what becomes of keys that leave it
#   - ref: https://docs.databricks.com/aws/en/admin/workspace-settings/disable-upload-data-ui
#     description: The upload in the web interface
# custom:
#   id: DBX-AUD-006
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `enableDbfsFileBrowser` and `enableUploadDataUis` to "false" in `custom_config`, and let users upload to volumes.
#   controls:
#     sat: [DP-13]
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.audit.upload_in_browser

import data.policies.lib.workspace_conf

deny := workspace_conf.denied(_wanted, "data bypasses Unity Catalog")

undecided := workspace_conf.undecided(_wanted)

checked := workspace_conf.checked(_wanted)

_wanted := {"enableDbfsFileBrowser": "false", "enableUploadDataUis": "false"}
