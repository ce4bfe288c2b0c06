# METADATA
# scope: package
# title: Drivers do not run on spot instances
# description: |
#   Looks at the `aws_attributes`, `azure_attributes` and `gcp_attributes` of clusters, job clusters
#   and clusters of pipelines. Where all nodes are spot instances, also the first one, the cloud may
#   take the driver away, and the run ends. Only `first_on_demand = 0` that is written in a plan, or
#   stands in the state of a `databricks_cluster`, is a finding: where nobody writes it, Databricks
#   takes the driver on demand, and the state of a job has 0 in both cases: undecided. Instance pools
#   have no first node and are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/configure
#     description: How compute is configured
# custom:
#   id: DBX-CMP-013
#   severity: low
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_pipeline]
#   attributes: ["aws_attributes[].first_on_demand", "job_cluster[].new_cluster[].aws_attributes[].first_on_demand", "task[].new_cluster[].aws_attributes[].first_on_demand", "cluster[].aws_attributes[].first_on_demand", "azure_attributes[].first_on_demand", "job_cluster[].new_cluster[].azure_attributes[].first_on_demand", "task[].new_cluster[].azure_attributes[].first_on_demand", "cluster[].azure_attributes[].first_on_demand", "gcp_attributes[].first_on_demand", "job_cluster[].new_cluster[].gcp_attributes[].first_on_demand", "task[].new_cluster[].gcp_attributes[].first_on_demand", "cluster[].gcp_attributes[].first_on_demand"]
#   remediation: Set `first_on_demand` to at least 1.
#   controls:
#     nist-800-53: [CP-2, SC-5]
#     iso-27001: [A.8.6, A.8.14]
#     soc2: [A1.1, A1.2]
package policies.rules.compute.driver_on_demand

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.documents
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some [cluster, spot] in _spot
	not _may_be_unset(cluster)
	result := clusters.at(cluster, sprintf("%s.first_on_demand", [spot.path]), sprintf(
		"%s has its driver on a spot instance (%s, first_on_demand = 0); wanted is first_on_demand = 1 or more",
		[clusters.label(cluster), spot.availability],
	))
}

undecided contains result if {
	some [cluster, spot] in _spot
	_may_be_unset(cluster)
	result := clusters.at(cluster, sprintf("%s.first_on_demand", [spot.path]), sprintf(
		"%s may have its driver on a spot instance (%s): a state of a job does not show whether somebody wrote first_on_demand = 0; wanted is 1 or more",
		[clusters.label(cluster), spot.availability],
	))
}

undecided contains result if {
	some cluster in clusters.all_open
	some name in _clouds
	some cloud in blocks.inside(cluster, name)
	_may_be_spot(cloud)
	result := results.at(cluster.resource, blocks.attribute(cloud, "first_on_demand"), sprintf(
		"%s: whether its driver runs on a spot instance is not known yet; wanted is first_on_demand = 1 or more",
		[clusters.label(cluster)],
	))
}

checked := clusters.addresses

_spot := [[cluster, spot] |
	some cluster in clusters.all
	some name in _clouds
	some i, cloud in cluster.values[name]
	cloud.first_on_demand == 0
	_is_spot[cloud.availability]
	spot := {"path": sprintf("%s[%d]", [name, i]), "availability": cloud.availability}
]

_may_be_unset(cluster) if {
	documents.state
	cluster.resource.type != "databricks_cluster"
}

_may_be_spot(cloud) if {
	values.unknown(cloud, "first_on_demand")
	availability := object.get(cloud.values, "availability", null)
	not _is_on_demand[availability]
}

_may_be_spot(cloud) if {
	values.unknown(cloud, "availability")
	cloud.values.first_on_demand == 0
}

_clouds := ["aws_attributes", "azure_attributes", "gcp_attributes"]

_is_spot := {
	"SPOT": true,
	"SPOT_WITH_FALLBACK": true,
	"SPOT_AZURE": true,
	"SPOT_WITH_FALLBACK_AZURE": true,
	"PREEMPTIBLE_GCP": true,
	"PREEMPTIBLE_WITH_FALLBACK_GCP": true,
}

_is_on_demand := {"ON_DEMAND": true, "ON_DEMAND_AZURE": true, "ON_DEMAND_GCP": true}
