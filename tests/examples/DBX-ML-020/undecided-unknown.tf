# Where it calls is known only after the apply.

resource "databricks_mlflow_webhook" "ci" {
  model_name = "churn"
  events     = ["MODEL_VERSION_CREATED"]
  status     = "ACTIVE"

  http_url_spec {
    url = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "https://ci.example.com"
}
