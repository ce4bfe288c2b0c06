package policies.rules.apps.database_instance_test

import data.policies.lib.testing_test as given
import data.policies.rules.apps.database_instance as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_database_instance", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-APP-007": {"retention_days": 9}}
}

_address := "databricks_database_instance.x"

test_passwords if {
	_answers({"values": {"enable_pg_native_login": true}}) == given.denied(
		_address, "enable_pg_native_login",
		"enable_pg_native_login of databricks_database_instance.x lets in whoever has a password; wanted is OAuth alone",
	)
}

test_purging if {
	_answers({"values": {"purge_on_delete": true}}) == given.denied(
		_address, "purge_on_delete",
		"purge_on_delete of databricks_database_instance.x leaves nothing to restore; wanted is that it is not set",
	)
}

test_the_past if {
	_answers({"values": {"retention_window_in_days": 8}}) == given.denied(
		_address, "retention_window_in_days",
		"databricks_database_instance.x keeps its past for 8 days; wanted are 9 or more",
	)
	_answers({"values": {"retention_window_in_days": 9}}) == given.passes(_address)
	_answers({"values": {"retention_window_in_days": false}}) == given.passes(_address)
}

test_defaults if {
	_answers({"values": {"enable_pg_native_login": false, "purge_on_delete": false}}) == given.passes(_address)
	_answers({"unknown": {"enable_pg_native_login": true, "retention_window_in_days": true}}) == given.passes(_address)
}

test_not_known_yet if {
	every attribute in ["enable_pg_native_login", "purge_on_delete", "retention_window_in_days"] {
		_answers({"unknown": {attribute: true}, "links": {attribute: ["terraform_data.t"]}}) == given.undecided(
			_address, attribute,
			sprintf("%s of databricks_database_instance.x is not known yet; wanted are no passwords and a past that is kept", [attribute]),
		)
	}
}

test_databases_that_go_away if _answers({"action": "delete", "before": {"purge_on_delete": true}}) == given.nothing
