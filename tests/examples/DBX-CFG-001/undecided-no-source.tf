# A call whose source cannot be told.
#: set /configuration/root_module/module_calls {"lake":{}}

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
