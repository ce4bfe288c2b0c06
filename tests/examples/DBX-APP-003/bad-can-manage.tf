# The app manages the warehouse that it asks.
#: --apply

resource "databricks_app" "app" {
  name = "chat"

  resources {
    name = "warehouse"

    sql_warehouse {
      id         = "4a5b6c7d8e9f0a1b"
      permission = "CAN_MANAGE"
    }
  }
}
