# METADATA
# scope: package
# title: Results of notebooks cannot be downloaded
# description: |
#   Looks at `enableResultsDownloading` of databricks_workspace_conf: a button in the notebook takes
#   results, up to millions of rows, to the disk of whoever can read the table. What the map does not
#   mention stays as it is in the workspace, which is undecided, unless another
#   databricks_workspace_conf of the document sets it.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, and what becomes of keys that leave it
#   - ref: https://docs.databricks.com/aws/en/admin/workspace-settings/notebooks
#     description: What users may do with notebooks
# custom:
#   id: DBX-AUD-004
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `enableResultsDownloading` to "false" in `custom_config`.
#   controls:
#     sat: [DP-5, DP-11]
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.audit.results_download

import data.policies.lib.workspace_conf

deny := workspace_conf.denied(_wanted, "results leave the workspace as files")

undecided := workspace_conf.undecided(_wanted)

checked := workspace_conf.checked(_wanted)

_wanted := {"enableResultsDownloading": "false"}
