# METADATA
# scope: package
# title: Users are isolated from each other
# description: |
#   Looks at `enforceUserIsolation` of databricks_workspace_conf: without it users can make clusters
#   without isolation, on which everybody sees the data and credentials of everybody. What the map does
#   not mention stays as it is in the workspace, which is undecided, unless another
#   databricks_workspace_conf of the document sets it. A plan that takes the key out turns it off.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, and what becomes of keys that leave it
#   - ref: https://docs.databricks.com/aws/en/admin/workspace-settings/enforce-user-isolation
#     description: User isolation of clusters
# custom:
#   id: DBX-AUD-008
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `enforceUserIsolation` to "true" in `custom_config`.
#   controls:
#     nist-800-53: [AC-4, SC-39, SC-2]
#     cis-controls: ["3.12"]
#     iso-27001: [A.8.22, A.8.3]
#     soc2: [CC6.1]
package policies.rules.audit.user_isolation

import data.policies.lib.workspace_conf

deny := workspace_conf.denied(_wanted, "else clusters without isolation can be made")

undecided := workspace_conf.undecided(_wanted)

checked := workspace_conf.checked(_wanted)

_wanted := {"enforceUserIsolation": "true"}
