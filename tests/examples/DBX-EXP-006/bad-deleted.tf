# An experiment that somebody deleted by hand, after the apply.
#: --apply
#: only state
#: set state:/resources/0/instances/0/attributes/lifecycle_stage "deleted"

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
