package policies.lib.principals_test

import data.policies.lib.principals

test_knows_the_groups_that_hold_everybody if {
	names := ["users", "account users", " Account Users ", "USERS", "admins", "power users", ""]
	[name | some name in names; principals.everyone(name)] == ["users", "account users", " Account Users ", "USERS"]
}

test_knows_people_by_their_address if {
	names := ["someone@example.com", "7c1f0a4e-1111-4222-8333-444455556666", "ml-team", ""]
	[name | some name in names; principals.person(name)] == ["someone@example.com"]
}

test_compares_names_as_databricks_does if {
	names := ["users", "Users", " users ", "user", ""]
	[name | some name in names; principals.same(name, "users")] == ["users", "Users", " users "]
	[name | some name in names; principals.same(" USERS ", name)] == ["users", "Users", " users "]
}

test_knows_the_groups_of_a_workspace if {
	names := ["users", "account users", " Admins ", "ml-team", ""]
	[name | some name in names; principals.workspace_group(name)] == ["users", " Admins "]
}
