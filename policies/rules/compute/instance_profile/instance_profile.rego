# METADATA
# scope: package
# title: Clusters have no instance profile
# description: |
#   Looks at `instance_profile_arn` of clusters, job clusters, clusters of pipelines and instance
#   pools on AWS. An instance profile gives everyone who may use the cluster its rights in the cloud,
#   past Unity Catalog and its audit log. Clusters whose access mode knows no Unity Catalog are not
#   looked at: they are DBX-CMP-001's, and have no other way.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/connect/storage/tutorial-s3-instance-profile
#     description: Instance profiles, and why they are a legacy pattern
# custom:
#   id: DBX-CMP-012
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline, databricks_instance_pool]
#   attributes: ["aws_attributes[].instance_profile_arn", "job_cluster[].new_cluster[].aws_attributes[].instance_profile_arn", "task[].new_cluster[].aws_attributes[].instance_profile_arn", "cluster[].aws_attributes[].instance_profile_arn"]
#   remediation: Use a storage credential or service credential of Unity Catalog.
#   controls:
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
package policies.rules.compute.instance_profile

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some cluster in _governed
	some i, aws in cluster.values.aws_attributes
	profile := aws.instance_profile_arn
	profile != ""
	result := clusters.at(cluster, sprintf("aws_attributes[%d].instance_profile_arn", [i]), sprintf(
		"%s has the instance profile %s, whose rights everyone on it holds past Unity Catalog; none is wanted",
		[clusters.label(cluster), profile],
	))
}

undecided contains result if {
	some cluster in array.concat(clusters.all_open, clusters.pools_open)
	_has_catalog(cluster)
	some aws in blocks.inside(cluster, "aws_attributes")
	values.unknown(aws, "instance_profile_arn")
	result := results.at(cluster.resource, blocks.attribute(aws, "instance_profile_arn"), sprintf(
		"%s: whether it has an instance profile is not known yet; none is wanted",
		[clusters.label(cluster)],
	))
}

checked := {cluster.resource.address | some cluster in _governed}

_governed := [cluster |
	some cluster in array.concat(clusters.all, clusters.pools)
	_has_catalog(cluster)
]

# Also where its mode is not known.
_has_catalog(cluster) if {
	mode := object.get(cluster.values, "data_security_mode", null)
	not _legacy[mode]
}

_legacy := {
	"NONE": true,
	"NO_ISOLATION": true,
	"LEGACY_PASSTHROUGH": true,
	"LEGACY_SINGLE_USER": true,
	"LEGACY_SINGLE_USER_STANDARD": true,
	"LEGACY_TABLE_ACL": true,
}
