# A range of versions, and a branch.
#: set /configuration/root_module/module_calls {"lake":{"source":"databricks/lake/azurerm","version_constraint":"~> 1.2"},"llm":{"source":"git::https://example.com/llm.git?ref=main"}}

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
