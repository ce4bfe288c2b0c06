# Terraform made a user.

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}
