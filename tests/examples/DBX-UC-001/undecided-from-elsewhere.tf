# The privilege comes with the apply.

resource "terraform_data" "privilege" {
  input = "SELECT"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "analysts"
    privileges = [terraform_data.privilege.output]
  }
}
