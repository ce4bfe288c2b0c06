# Only noted.

resource "databricks_account_network_policy" "main" {
  network_policy_id = "main"

  egress {
    network_access {
      restriction_mode = "RESTRICTED_ACCESS"
      policy_enforcement {
        enforcement_mode = "DRY_RUN"
      }
    }
  }
}
