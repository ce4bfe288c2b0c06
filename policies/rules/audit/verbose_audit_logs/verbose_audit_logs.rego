# METADATA
# scope: package
# title: Audit logs are verbose
# description: |
#   Looks at `enableVerboseAuditLogs` of databricks_workspace_conf: without it the audit log does not
#   say which commands ran in notebooks and which queries ran on SQL warehouses. What the map does not
#   mention stays as it is in the workspace, which is undecided, unless another
#   databricks_workspace_conf of the document sets it. A plan that takes the key out turns it off.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, and what becomes of keys that leave it
#   - ref: https://docs.databricks.com/aws/en/admin/account-settings/verbose-logs
#     description: Verbose audit logs
# custom:
#   id: DBX-AUD-003
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config]
#   remediation: Set `enableVerboseAuditLogs` to "true" in `custom_config`.
#   controls:
#     sat: [GOV-15]
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     iso-27001: [A.8.15, A.8.16]
#     soc2: [CC7.2]
package policies.rules.audit.verbose_audit_logs

import data.policies.lib.workspace_conf

deny := workspace_conf.denied(_wanted, "else nobody can tell which commands and queries ran")

undecided := workspace_conf.undecided(_wanted)

checked := workspace_conf.checked(_wanted)

_wanted := {"enableVerboseAuditLogs": "true"}
