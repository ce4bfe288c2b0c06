# An index in dev shows what a table of production holds.
#: --apply

resource "databricks_vector_search_index" "docs" {
  name          = "dev.rag.docs_index"
  endpoint_name = "rag"
  primary_key   = "id"
  index_type    = "DELTA_SYNC"

  delta_sync_index_spec {
    source_table  = "prod.rag.docs"
    pipeline_type = "TRIGGERED"
  }
}
