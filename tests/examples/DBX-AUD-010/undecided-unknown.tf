# Known only after the apply.

resource "databricks_disable_legacy_dbfs_setting" "this" {
  disable_legacy_dbfs {
    value = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = true
}
