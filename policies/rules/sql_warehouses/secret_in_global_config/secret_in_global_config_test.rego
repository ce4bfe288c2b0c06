package policies.rules.sql_warehouses.secret_in_global_config_test

import data.policies.lib.testing_test as given
import data.policies.rules.sql_warehouses.secret_in_global_config as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_config(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_sql_global_config", {"values": values, "unknown": unknown})]))

_address := "databricks_sql_global_config.x"

_holding(path, why) := _answers(given.plan(set(), [given.resource("databricks_sql_global_config", {"secrets": {path: why}})]))

_named := {"kind": "named", "marked": false}

_found(path, text) := sprintf(
	"%s of databricks_sql_global_config.x %s; write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	[path, text],
)

test_a_secret_in_clear if {
	every path in [`data_access_config["a.client_secret"]`, "sql_config_params.token"] {
		_holding(path, _named) == given.denied(_address, path, _found(path, "holds a secret in clear"))
	}
}

test_what_is_only_sensitive if {
	path := "sql_config_params.a"
	_holding(path, {"kind": "marked", "marked": true}) == given.undecided(_address, path, _found(path, "holds what is sensitive, maybe a secret in clear"))
}

test_secrets_elsewhere if {
	_holding("security_policy", _named) == given.passes(_address)
	_holding("other.token", _named) == given.passes(_address)
	other := given.resource("databricks_job", {"secrets": {"sql_config_params.token": _named, "sql_config_params.a": {"kind": "marked", "marked": true}}})
	_answers(given.plan(set(), [other])) == given.nothing
}

test_not_known_yet if {
	every name in ["data_access_config", "sql_config_params"] {
		_config({}, {name: {"token": true, "other": true}}) == given.undecided(_address, sprintf("%s.token", [name]), sprintf(
			"Whether %s.token of databricks_sql_global_config.x holds a secret in clear is not known yet; write {{secrets/<scope>/<key>}}",
			[name],
		))
	}
	_config({}, {"id": true}) == given.passes(_address)
}

test_a_configuration_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_sql_global_config", {"action": "delete"})])) == given.nothing
}
