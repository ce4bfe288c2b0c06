# The setting is there.

resource "databricks_restrict_workspace_admins_setting" "setting" {
  restrict_workspace_admins {
    status = "RESTRICT_TOKENS_AND_JOB_RUN_AS"
  }
}
