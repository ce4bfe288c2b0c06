# A whole bucket.
#: --apply

resource "databricks_artifact_allowlist" "jars" {
  artifact_type = "LIBRARY_JAR"

  artifact_matcher {
    artifact   = "s3://acme-libraries/"
    match_type = "PREFIX_MATCH"
  }
}
