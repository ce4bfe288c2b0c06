# A folder.

resource "databricks_artifact_allowlist" "jars" {
  artifact_type = "LIBRARY_JAR"

  artifact_matcher {
    artifact   = "/Volumes/prod/libraries/jars/"
    match_type = "PREFIX_MATCH"
  }
}
