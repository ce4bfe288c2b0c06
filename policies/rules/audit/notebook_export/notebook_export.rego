# METADATA
# scope: package
# title: Notebooks are not exported, and tables not copied to the clipboard
# description: |
#   Looks at `enableExportNotebook` and `enableNotebookTableClipboard` of databricks_workspace_conf:
#   both take results out of the workspace without a trace in the storage's log. What the map does not
#   mention stays as it is in the workspace, which is undecided, unless another
#   databricks_workspace_conf of the document sets it.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, and what becomes of keys that leave it
#   - ref: https://docs.databricks.com/aws/en/admin/workspace-settings/notebooks
#     description: What users may do with notebooks
# custom:
#   id: DBX-AUD-005
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `enableExportNotebook` and `enableNotebookTableClipboard` to "false" in `custom_config`.
#   controls:
#     sat: [DP-6, DP-7]
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.audit.notebook_export

import data.policies.lib.workspace_conf

deny := workspace_conf.denied(_wanted, "results leave the workspace with notebooks and by the clipboard")

undecided := workspace_conf.undecided(_wanted)

checked := workspace_conf.checked(_wanted)

_wanted := {"enableExportNotebook": "false", "enableNotebookTableClipboard": "false"}
