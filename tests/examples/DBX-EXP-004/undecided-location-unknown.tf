# Where the artifacts lie is known only after the apply.

resource "terraform_data" "later" {
  input = "dbfs:/runs"
}
resource "databricks_mlflow_experiment" "experiment" {
  name              = "/Shared/chatbot"
  artifact_location = terraform_data.later.output
}
