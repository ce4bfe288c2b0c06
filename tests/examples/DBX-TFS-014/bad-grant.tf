# Somebody gave a grant by hand, which the refresh before the plan saw.
#: set /resource_drift [{"address":"databricks_grants.sales","mode":"managed","type":"databricks_grants","name":"sales","provider_name":"registry.terraform.io/databricks/databricks","change":{"actions":["update"],"before":{"catalog":"sales","grant":[{"principal":"ml-team","privileges":["USE_CATALOG"]}],"id":"catalog/sales"},"after":{"catalog":"sales","grant":[{"principal":"bob@example.com","privileges":["ALL_PRIVILEGES"]}],"id":"catalog/sales"},"after_unknown":{},"before_sensitive":{},"after_sensitive":{}}}]

resource "databricks_grants" "sales" {
  catalog = "sales"

  grant {
    principal  = "ml-team"
    privileges = ["USE_CATALOG"]
  }
}
