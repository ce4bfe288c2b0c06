# Over plain HTTP, and without looking at the certificate.
#: --apply

resource "databricks_mlflow_webhook" "ci" {
  model_name = "churn"
  events     = ["MODEL_VERSION_CREATED"]
  status     = "ACTIVE"

  http_url_spec {
    url                     = "http://ci.example.com/models"
    enable_ssl_verification = false
  }
}
