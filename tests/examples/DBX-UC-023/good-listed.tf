# The deployer keeps MANAGE.

resource "databricks_grants" "sales" {
  schema = "prod.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }

  grant {
    principal  = "7c1f0a4e-1111-4222-8333-444455556666"
    privileges = ["MANAGE"]
  }
}
