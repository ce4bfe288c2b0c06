# Who may is known only after the apply.

resource "terraform_data" "later" {
  input = "groups/etl"
}

resource "databricks_access_control_rule_set" "rules" {
  name = "accounts/00000000-0000-4000-8000-000000000000/servicePrincipals/7c1f0a4e-1111-4222-8333-444455556666/ruleSets/default"

  grant_rules {
    principals = [terraform_data.later.output]
    role       = "roles/servicePrincipal.user"
  }
}
