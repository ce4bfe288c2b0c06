# Everybody.

resource "databricks_account_network_policy" "main" {
  network_policy_id = "main"

  ingress {
    public_access {
      restriction_mode = "FULL_ACCESS"
    }
  }
}
