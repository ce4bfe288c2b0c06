# METADATA
# scope: package
# title: Passwords of container registries come from secrets
# description: |
#   Looks at the password of the Docker registry in clusters, job clusters and instance pools. A
#   literal stands in clear in every state, although the provider marks it as sensitive. A reference
#   such as {{secrets/registry/password}} is none. Before apply a password that is not known yet is
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/custom-containers
#     description: Custom containers and their registry
# custom:
#   id: DBX-CMP-008
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_cluster, databricks_job, databricks_instance_pool]
#   attributes: ["docker_image[].basic_auth[].password", "job_cluster[].new_cluster[].docker_image[].basic_auth[].password", "task[].new_cluster[].docker_image[].basic_auth[].password", "preloaded_docker_image[].basic_auth[].password"]
#   remediation: Use `{{secrets/<scope>/<key>}}`, or let an instance profile or managed identity read the registry.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.compute.registry_password

import data.policies.lib.blocks
import data.policies.lib.clusters
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some cluster in _all
	some attribute in _attributes
	some i, image in cluster.values[attribute]
	some j, auth in image.basic_auth
	password := auth.password
	password != ""
	not startswith(password, "{{secrets/")
	result := clusters.at(cluster, sprintf("%s[%d].basic_auth[%d].password", [attribute, i, j]), sprintf(
		"%s has the password of its container registry in clear; write {{secrets/<scope>/<key>}}",
		[clusters.label(cluster)],
	))
}

undecided contains result if {
	some cluster in array.concat(clusters.full_open, clusters.pools_open)
	some attribute in _attributes
	some image in blocks.inside(cluster, attribute)
	some auth in blocks.inside(image, "basic_auth")
	values.unknown(auth, "password")
	result := results.at(cluster.resource, blocks.attribute(auth, "password"), sprintf(
		"%s: whether it has the password of its container registry in clear is not known yet; write {{secrets/<scope>/<key>}}",
		[clusters.label(cluster)],
	))
}

checked := {cluster.resource.address | some cluster in _all}

_all := array.concat(clusters.full, clusters.pools)

_attributes := ["docker_image", "preloaded_docker_image"]
