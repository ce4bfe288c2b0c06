# METADATA
# scope: package
# title: Results of notebooks are kept in the account of the customer
# description: |
#   Looks at `storeInteractiveNotebookResultsInCustomerAccount` of databricks_workspace_conf: else the
#   results of commands are kept by Databricks, in the control plane, beside the notebook. What the map
#   does not mention stays as it is in the workspace, which is undecided, unless another
#   databricks_workspace_conf of the document sets it. A key that an update takes out is turned off; a
#   resource that is deleted leaves it as it is.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, and what becomes of keys that leave it
#   - ref: https://docs.databricks.com/aws/en/admin/workspace-settings/notebook-results
#     description: Where results of notebooks are kept
# custom:
#   id: DBX-AUD-007
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `storeInteractiveNotebookResultsInCustomerAccount` to "true" in `custom_config`.
#   controls:
#     sat: [DP-8]
#     nist-800-53: [AC-4, SC-7(10), MP-7]
#     cis-controls: ["3.13"]
#     iso-27001: [A.8.12]
#     soc2: [CC6.7]
package policies.rules.audit.results_in_control_plane

import data.policies.lib.workspace_conf

deny := workspace_conf.denied(_wanted, "else results are kept in the control plane")

undecided := workspace_conf.undecided(_wanted)

checked := workspace_conf.checked(_wanted)

_wanted := {"storeInteractiveNotebookResultsInCustomerAccount": "true"}
