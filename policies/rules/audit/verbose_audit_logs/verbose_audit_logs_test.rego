package policies.rules.audit.verbose_audit_logs_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.verbose_audit_logs as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_conf(fields) := _answers(given.plan(set(), [given.resource("databricks_workspace_conf", fields)]))

_address := "databricks_workspace_conf.x"

_keys := {"enableVerboseAuditLogs"}

_all(value) := {key: value | some key in _keys}

_result(path, message) := {"address": _address, "path": path, "message": message}

_found(results) := {"deny": results, "undecided": set(), "checked": {_address}}

test_the_wrong_way if {
	_conf({"values": {"custom_config": _all("false")}}) == _found({_result(path, message) |
		some key in _keys
		path := sprintf("custom_config.%s", [key])
		message := sprintf(`%s of the workspace is "false"; wanted is "true": else nobody can tell which commands and queries ran`, [key])
	})
}

test_the_right_way if {
	_conf({"values": {"custom_config": _all("true")}, "unknown": {"id": true}}) == given.passes(_address)
}

test_not_known_yet_or_not_said if {
	every fields in [{"unknown": {"custom_config": _all(true)}}, {"values": {"custom_config": {"enableX": "true"}}}] {
		answers := _conf(fields)
		answers.deny == set()
		count(answers.undecided) == count(_keys)
		answers.checked == {_address}
	}
}

test_one_that_goes_away if {
	_conf({"action": "delete", "before": {"custom_config": _all("true")}}) == _found({_result(path, message) |
		some key in _keys
		path := sprintf("custom_config.%s", [key])
		message := sprintf(`The plan takes %s out of databricks_workspace_conf.x, which turns it to "false"; wanted is "true": else nobody can tell which commands and queries ran`, [key])
	})
}

test_no_such_resource if {
	_answers(given.plan(set(), [])) == given.nothing
}
