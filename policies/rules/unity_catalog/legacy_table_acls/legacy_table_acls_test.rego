package policies.rules.unity_catalog.legacy_table_acls_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.legacy_table_acls as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(fields) := _answers(given.plan(set(), [given.resource("databricks_sql_permissions", fields)]))

_address := "databricks_sql_permissions.x"

test_privileges_on_a_database if {
	every values in [{"database": "sales"}, {"table": "sales.orders", "any_file": false}, {"catalog": true}] {
		_of({"values": values}) == given.denied(_address, "", "These are privileges of the Hive metastore's table access control; wanted is Unity Catalog")
	}
}

test_privileges_on_everything if {
	every attribute in ["any_file", "anonymous_function"] {
		_of({"values": {attribute: true}}) == given.denied(
			_address, attribute,
			sprintf("Table access control grants privileges on %s, which no other grant holds back; wanted is Unity Catalog", [attribute]),
		)
	}
}

test_what_goes_away if {
	_of({"action": "delete", "before": {"any_file": true}}) == given.passes(_address)
}

test_other_resources if {
	_answers(given.plan(set(), [given.resource("databricks_grants", {})])) == given.nothing
}
