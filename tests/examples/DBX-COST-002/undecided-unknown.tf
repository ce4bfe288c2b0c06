# Who is told is known only after the apply.

resource "databricks_budget" "all" {
  display_name = "all"

  alert_configurations {
    quantity_threshold = "1000"

    dynamic "action_configurations" {
      for_each = terraform_data.later.output

      content {
        target = action_configurations.value
      }
    }
  }
}

resource "terraform_data" "later" {
  input = ["ops@example.com"]
}
