package policies.lib.levels_test

import data.policies.lib.levels

test_what_an_object_takes if {
	levels.of("cluster_policy_id") == {"CAN_USE"}
	levels.of("job_id") == {"CAN_VIEW", "CAN_MANAGE_RUN", "CAN_MANAGE", "IS_OWNER"}
}

test_what_is_no_object if {
	{name | some name in ["access_control", "planet_id", "job_id"]; levels.of(name)} == {"job_id"}
}

test_authorization_goes_by_its_value if {
	levels.for_authorization("tokens") == {"CAN_USE", "CAN_MANAGE"}
	levels.for_authorization("passwords") == {"CAN_USE"}
	{value | some value in ["tokens", "planets"]; levels.for_authorization(value)} == {"tokens"}
	levels.of("authorization") == levels.for_authorization("tokens") | levels.for_authorization("passwords")
}

test_levels_that_manage if {
	{level | some level in levels.of("job_id"); levels.manages("job_id", level)} == {"CAN_MANAGE", "IS_OWNER"}
	{attribute | some attribute in ["cluster_policy_id", "planet_id"]; levels.manages(attribute, "CAN_USE")} == {"cluster_policy_id"}
}

test_levels_that_have_a_successor if {
	{level | some level in levels.of("sql_query_id"); levels.deprecated("sql_query_id", level)} == {"CAN_VIEW"}
	{level | some level in levels.of("job_id"); levels.deprecated("job_id", level)} == set()
}
