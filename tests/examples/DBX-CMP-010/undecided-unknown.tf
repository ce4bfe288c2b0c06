# Whether it is enabled is known only after the apply.

resource "terraform_data" "on" {
  input = true
}

resource "databricks_global_init_script" "agent" {
  name           = "agent"
  enabled        = terraform_data.on.output
  content_base64 = "ZWNobw=="
}
