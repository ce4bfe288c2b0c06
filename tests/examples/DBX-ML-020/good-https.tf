# Over TLS, with a verified certificate.

resource "databricks_mlflow_webhook" "ci" {
  model_name = "churn"
  events     = ["MODEL_VERSION_CREATED"]
  status     = "ACTIVE"

  http_url_spec {
    url = "https://ci.example.com/models"
  }
}
