package policies.lib.privileges_test

import data.policies.lib.privileges

test_what_a_securable_takes if {
	privileges.valid_for("share") == {"SELECT"}
	privileges.valid_for("table") == {"ALL_PRIVILEGES", "APPLY_TAG", "MANAGE", "MODIFY", "REFRESH", "SELECT"}
	not privileges.valid_for("table").EXECUTE
}

test_a_securable_without_other_privileges if {
	privileges.valid_for("foreign_connection") == {"ALL_PRIVILEGES", "CREATE_FOREIGN_CATALOG", "MANAGE", "USE_CONNECTION"}
}

test_what_a_model_takes_is_valid_for_its_function if {
	privileges.valid_for("model") == privileges.valid_for("function")
}

test_nothing_is_known_of_some_securables if {
	{securable | some securable in ["recipient", "pipeline", "planet"]; privileges.valid_for(securable)} == set()
}

test_every_privilege_of_a_securable_exists if {
	every securable, _ in data.tfcheck.domain.privileges.securables {
		missing := {privilege |
			some privilege in privileges.valid_for(securable)
			not _exists[privilege]
		}
		missing == set()
	}
}

_exists := {name | some name in data.tfcheck.domain.privileges.names}

test_names if {
	[name | some name in ["SELECT", "CREATE", "USE_SCHEMA", "SELEKT", "select", ""]; privileges.exists(name)] == ["SELECT", "CREATE", "USE_SCHEMA"]
}

test_names_of_the_preview_model if {
	privileges.legacy("USAGE") == ["USE_CATALOG", "USE_SCHEMA"]
	{name | some name in ["SELECT", "CREATE"]; privileges.legacy(name)} == {"CREATE"}
}

test_what_is_risky if {
	[name | some name in ["MANAGE", "BROWSE", "MODIFY", "EXECUTE"]; privileges.high_risk(name)] == ["MANAGE", "MODIFY"]
}

test_types if {
	[privileges.type_of(securable) | some securable in ["model", "function", "foreign_connection", "catalog", "recipient", "planet"]] == [
		"function", "function", "connection", "catalog", "recipient",
	]
}
