# A mount with an account key.
#: --apply

resource "databricks_mount" "lake" {
  name = "lake"
  uri  = "wasbs://lake@acme.blob.core.windows.net"

  extra_configs = {
    "fs.azure.account.key.acme.blob.core.windows.net" = "hunter2-hunter2"
  }
}
