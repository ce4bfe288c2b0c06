# A volume of the same plan.

resource "databricks_artifact_allowlist" "jars" {
  artifact_type = "LIBRARY_JAR"

  artifact_matcher {
    artifact   = "${databricks_volume.jars.volume_path}/"
    match_type = "PREFIX_MATCH"
  }
}

resource "databricks_volume" "jars" {
  catalog_name = "prod"
  schema_name  = "libraries"
  name         = "jars"
  volume_type  = "MANAGED"
}
