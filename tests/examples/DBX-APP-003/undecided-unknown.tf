# What it may do is known only after the apply.

resource "terraform_data" "later" {
  input = "CAN_USE"
}

resource "databricks_app" "app" {
  name = "chat"

  resources {
    name = "warehouse"

    sql_warehouse {
      id         = "4a5b6c7d8e9f0a1b"
      permission = terraform_data.later.output
    }
  }
}
