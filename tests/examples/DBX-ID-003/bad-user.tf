# Terraform makes a user.
#: --apply

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}
