# Which table it follows is known only after the apply.

resource "terraform_data" "later" {
  input = "dev.rag.docs"
}

resource "databricks_vector_search_index" "docs" {
  name          = "dev.rag.docs_index"
  endpoint_name = "rag"
  primary_key   = "id"
  index_type    = "DELTA_SYNC"

  delta_sync_index_spec {
    source_table  = terraform_data.later.output
    pipeline_type = "TRIGGERED"
  }
}
