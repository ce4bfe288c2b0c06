# Disabled.
#: --apply

resource "databricks_mws_log_delivery" "audit" {
  account_id               = "7c1f0a4e-aaaa-4222-8333-444455556666"
  credentials_id           = "8d2f0a4e-aaaa-4222-8333-444455556666"
  storage_configuration_id = "9e3f0a4e-aaaa-4222-8333-444455556666"
  delivery_path_prefix     = "audit-logs"
  log_type                 = "AUDIT_LOGS"
  output_format            = "JSON"
  status                   = "DISABLED"
}
