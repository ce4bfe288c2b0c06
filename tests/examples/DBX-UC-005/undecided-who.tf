# Who reads comes with the apply.

resource "terraform_data" "who" {
  input = "analysts"
}

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_grants" "prod" {
  catalog = databricks_catalog.prod.id

  grant {
    principal  = terraform_data.who.output
    privileges = ["SELECT"]
  }
}
