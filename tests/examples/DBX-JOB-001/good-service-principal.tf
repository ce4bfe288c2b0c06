# A job that runs as a service principal.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  run_as {
    service_principal_name = "7c1f0a4e-1111-4222-8333-444455556666"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
