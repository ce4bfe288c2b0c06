# METADATA
# scope: package
# title: Audit logs of the account are delivered
# description: |
#   Looks at databricks_mws_log_delivery. A delivery of audit logs whose status is DISABLED delivers
#   nothing, and one that the plan deletes is disabled by the provider. Where a document has deliveries
#   and none of audit logs, whether these are delivered at all cannot be seen: undecided.
#
#   Databricks on Azure and Google Cloud delivers audit logs by other means.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/account-settings/audit-log-delivery
#     description: Delivery of audit logs
# custom:
#   id: DBX-AUD-001
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_mws_log_delivery]
#   attributes: [log_type, status]
#   remediation: Set `status` to ENABLED, or declare a delivery with `log_type` AUDIT_LOGS.
#   controls:
#     sat: [GOV-3]
#     dasf: [DASF 14, DASF 55]
#     nist-800-53: [AU-2, AU-6, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     iso-27001: [A.8.15, A.8.16]
#     soc2: [CC7.2]
package policies.rules.audit.log_delivery

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some delivery in _deliveries
	_type(delivery) == "AUDIT_LOGS"
	upper(texts.written(delivery, "status")) == "DISABLED"
	result := results.at(delivery, "status", "This delivery of audit logs is DISABLED; wanted is ENABLED")
}

deny contains result if {
	some delivery in resources.destroyed.databricks_mws_log_delivery
	delivery.action == "delete"
	delivery.before.log_type == "AUDIT_LOGS"
	delivery.before.status != "DISABLED"
	result := results.at(delivery, "", "The plan deletes this delivery of audit logs, which disables it")
}

# A status that the provider computes is ENABLED, unless somebody disabled it.
undecided contains result if {
	some delivery in _deliveries
	_type(delivery) == "AUDIT_LOGS"
	texts.hidden(delivery, "status")
	delivery.action != "create"
	result := results.at(delivery, "status", "Whether this delivery of audit logs is enabled is not known yet")
}

undecided contains result if {
	some delivery in _deliveries
	texts.hidden(delivery, "log_type")
	result := results.at(delivery, "log_type", "Whether this delivers audit logs is not known yet")
}

undecided contains result if {
	some delivery in _deliveries
	types := {_type(each) | some each in _deliveries}
	types & {"AUDIT_LOGS", ""} == set()
	result := results.at(delivery, "log_type", sprintf(
		"Only %s is delivered here; whether audit logs are delivered elsewhere cannot be seen",
		[concat(", ", types)],
	))
}

checked := {delivery.address | some delivery in _deliveries} | {result.address | some result in deny}

_deliveries := object.get(resources.present, "databricks_mws_log_delivery", {})

# "" where it is not known.
_type(delivery) := upper(texts.written(delivery, "log_type")) if {
	not texts.hidden(delivery, "log_type")
} else := ""
