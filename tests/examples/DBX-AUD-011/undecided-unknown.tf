# Known only after the apply.

resource "databricks_automatic_cluster_update_workspace_setting" "this" {
  automatic_cluster_update_workspace {
    enabled = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = true
}
