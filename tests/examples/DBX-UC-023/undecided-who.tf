# Who manages it comes with the apply.

resource "terraform_data" "elsewhere" {
  input = "7c1f0a4e-1111-4222-8333-444455556666"
}

resource "databricks_grants" "sales" {
  schema = "prod.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }

  grant {
    principal  = terraform_data.elsewhere.output
    privileges = ["MANAGE"]
  }
}
