# Everything can be reached.
#: --apply

resource "databricks_account_network_policy" "main" {
  network_policy_id = "main"

  egress {
    network_access {
      restriction_mode = "FULL_ACCESS"
    }
  }
}
