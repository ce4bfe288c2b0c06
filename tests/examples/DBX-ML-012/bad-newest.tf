# Whatever is newest; and a model of this configuration without a version.
#: --apply

resource "databricks_model_serving" "chat" {
  name = "chat"

  config {
    served_entities {
      entity_name    = "prod.llm.chat"
      entity_version = one(data.databricks_registered_model_versions.chat.model_versions[*].version)
    }

    served_entities {
      entity_name = "prod.llm.rank"
    }
  }
}

data "databricks_registered_model_versions" "chat" {
  full_name = "prod.llm.chat"
}

resource "databricks_registered_model" "rank" {
  catalog_name = "prod"
  schema_name  = "llm"
  name         = "rank"
}
