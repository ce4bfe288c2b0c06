# Where the experiment lies is known only after the apply.

resource "terraform_data" "later" {
  input = "/Shared/chatbot"
}
resource "databricks_mlflow_experiment" "experiment" {
  name = terraform_data.later.output
}
