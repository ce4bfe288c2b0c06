# The policy is not in this document.

resource "databricks_permissions" "jobs" {
  cluster_policy_id = "ABC123"

  access_control {
    group_name       = "users"
    permission_level = "CAN_USE"
  }
}
