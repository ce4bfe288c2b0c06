# Known only after the apply.

resource "databricks_account_network_policy" "main" {
  network_policy_id = "main"

  ingress {
    public_access {
      restriction_mode = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "FULL_ACCESS"
}
