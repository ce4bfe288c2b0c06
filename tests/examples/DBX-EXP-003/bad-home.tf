# An experiment in the home folder of a person.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Users/someone@example.com/chatbot"
}
