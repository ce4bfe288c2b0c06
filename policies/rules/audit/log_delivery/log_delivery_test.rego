package policies.rules.audit.log_delivery_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.log_delivery as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_delivery(fields) := _answers(given.plan(set(), [given.resource("databricks_mws_log_delivery", fields)]))

_address := "databricks_mws_log_delivery.x"

_values(type, status) := {"values": {"log_type": type, "status": status}}

test_a_delivery_that_is_disabled if {
	every status in ["DISABLED", "disabled"] {
		_delivery(_values("AUDIT_LOGS", status)) == given.denied(
			_address,
			"status",
			"This delivery of audit logs is DISABLED; wanted is ENABLED",
		)
	}
}

test_a_delivery if {
	_delivery(_values("AUDIT_LOGS", "ENABLED")) == given.passes(_address)
	_delivery({"values": {"log_type": "audit_logs"}}) == given.passes(_address)
	_delivery({"values": {"log_type": "AUDIT_LOGS"}, "unknown": {"status": true}}) == given.passes(_address)
}

test_a_delivery_that_is_deleted if {
	deleted := {"action": "delete", "before": {"log_type": "AUDIT_LOGS", "status": "ENABLED"}}
	_delivery(deleted) == given.denied(_address, "", "The plan deletes this delivery of audit logs, which disables it")
	_delivery(object.union(deleted, {"action": "forget"})) == given.nothing
	_delivery(object.union(deleted, {"before": {"status": "DISABLED"}})) == given.nothing
	_delivery(object.union(deleted, {"before": {"log_type": "BILLABLE_USAGE"}})) == given.nothing
	_delivery(object.union(deleted, {"action": "replace", "values": {"log_type": "AUDIT_LOGS"}})) == given.passes(_address)
}

test_not_known_yet if {
	_delivery({"action": "update", "values": {"log_type": "AUDIT_LOGS"}, "unknown": {"status": true}}) == given.undecided(
		_address,
		"status",
		"Whether this delivery of audit logs is enabled is not known yet",
	)
	_delivery({"values": {"status": "DISABLED"}, "unknown": {"log_type": true}}) == given.undecided(
		_address,
		"log_type",
		"Whether this delivers audit logs is not known yet",
	)
}

test_only_other_logs if {
	_delivery(_values("BILLABLE_USAGE", "DISABLED")) == given.undecided(
		_address,
		"log_type",
		"Only BILLABLE_USAGE is delivered here; whether audit logs are delivered elsewhere cannot be seen",
	)
	_delivery({"action": "update", "values": {"log_type": "BILLABLE_USAGE"}, "unknown": {"status": true}}).undecided == {{
		"address": _address,
		"path": "log_type",
		"message": "Only BILLABLE_USAGE is delivered here; whether audit logs are delivered elsewhere cannot be seen",
	}}
	_delivery({"values": {"log_type": 5}}).deny == set()
	other := object.union(given.resource("databricks_mws_log_delivery", _values("NEW_LOGS", "ENABLED")), {"address": "databricks_mws_log_delivery.y"})
	document := given.plan(set(), [given.resource("databricks_mws_log_delivery", _values("BILLABLE_USAGE", "ENABLED")), other])
	{result.message | some result in _answers(document).undecided} == {"Only BILLABLE_USAGE, NEW_LOGS is delivered here; whether audit logs are delivered elsewhere cannot be seen"}
}
