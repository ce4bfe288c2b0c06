# Names and a value that this version of the provider would have refused.
#: set /resource_changes/0/change/after/funktion "main.ml.model"
#: set /resource_changes/0/change/after/grant/0/privileges "EXECUTE"

resource "databricks_grants" "model" {
  function = "main.ml.model"

  grant {
    principal  = "account users"
    privileges = ["EXECUTE"]
  }
}
