# Index and table lie in one catalog.
#: --apply

resource "databricks_vector_search_index" "docs" {
  name          = "dev.rag.docs_index"
  endpoint_name = "rag"
  primary_key   = "id"
  index_type    = "DELTA_SYNC"

  delta_sync_index_spec {
    source_table  = "dev.rag.docs"
    pipeline_type = "TRIGGERED"
  }
}
