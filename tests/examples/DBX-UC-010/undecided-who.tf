# Whom the second block is for comes with the apply.

resource "terraform_data" "who" {
  input = "analysts"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }

  grant {
    principal  = terraform_data.who.output
    privileges = ["MODIFY"]
  }
}
