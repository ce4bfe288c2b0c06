# A person administers the account.
#: --apply

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}

resource "databricks_user_role" "role" {
  user_id = databricks_user.bob.id
  role    = "account_admin"
}
