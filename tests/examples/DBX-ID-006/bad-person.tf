# A person has access of their own.
#: --apply

resource "databricks_entitlements" "entitlements" {
  user_id          = "4711"
  workspace_access = true
}
