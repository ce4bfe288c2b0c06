# An exact version, a tag, and a folder.
#: set /configuration/root_module/module_calls {"lake":{"source":"databricks/lake/azurerm","version_constraint":"1.2.3"},"own":{"source":"./own"},"llm":{"source":"git::https://example.com/llm.git?ref=v1.2.0"}}

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
