# A bucket.

resource "databricks_mount" "lake" {
  name = "lake"

  s3 {
    bucket_name = "acme-lake"
  }
}
