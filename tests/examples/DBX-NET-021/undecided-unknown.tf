# One is known only after the apply.

resource "databricks_mws_customer_managed_keys" "main" {
  account_id = "0f1e2d3c-1111-4222-8333-444455556666"
  use_cases  = ["STORAGE", terraform_data.later.output]

  aws_key_info {
    key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/1"
    key_alias = "alias/databricks"
  }
}

resource "terraform_data" "later" {
  input = "MANAGED_SERVICES"
}
