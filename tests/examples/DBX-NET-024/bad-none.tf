# Nothing is said of ingress.
#: --apply

resource "databricks_account_network_policy" "main" {
  network_policy_id = "main"

  egress {
    network_access {
      restriction_mode = "RESTRICTED_ACCESS"
    }
  }
}
