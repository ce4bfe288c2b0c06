# METADATA
# scope: package
# title: Instance pools keep few instances idle
# description: |
#   Looks at instance pools. The cloud charges for instances that a pool keeps idle,
#   `min_idle_instances` of them day and night: outside production none is needed. Those above are
#   kept for `idle_instance_autotermination_minutes` after their last use; 0 gives them back at once.
#   Where nothing says whether this is production, idle instances are undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/compute/pools
#     description: Instance pools
# custom:
#   id: DBX-CMP-028
#   severity: low
#   sets: [cost]
#   resource_types: [databricks_instance_pool]
#   attributes: [idle_instance_autotermination_minutes, min_idle_instances]
#   remediation: Set `min_idle_instances = 0` and a short `idle_instance_autotermination_minutes`.
#   controls:
#     nist-800-53: [CM-8, AU-6]
#     cis-controls: ["1.1"]
#     iso-27001: [A.5.9, A.8.6]
#     soc2: [A1.1]
#   parameters:
#     max_minutes:
#       description: The most minutes for which idle instances are kept.
#       default: 60
#       schema: {type: integer, minimum: 0}
package policies.rules.compute.idle_pool

import data.policies.lib.clusters
import data.policies.lib.parameters
import data.policies.lib.production
import data.policies.lib.values

deny contains result if {
	some pool in clusters.pools
	pool.values.idle_instance_autotermination_minutes > _most
	result := clusters.at(pool, "idle_instance_autotermination_minutes", sprintf(
		"%s keeps idle instances for %v minutes; wanted are at most %v",
		[clusters.label(pool), pool.values.idle_instance_autotermination_minutes, _most],
	))
}

deny contains result if {
	some result in _always_idle
	production.elsewhere == true
}

undecided contains result if {
	some idle in _always_idle
	production.elsewhere == "unknown"
	result := production.in_doubt(idle)
}

undecided contains result if {
	some pool in clusters.pools_open
	some name in ["idle_instance_autotermination_minutes", "min_idle_instances"]
	values.unknown(pool, name)
	result := clusters.at(pool, name, sprintf("%s: its %s is not known yet; wanted are few idle instances", [clusters.label(pool), name]))
}

checked := {pool.resource.address | some pool in clusters.pools}

_always_idle contains result if {
	some pool in clusters.pools
	pool.values.min_idle_instances > 0
	result := clusters.at(pool, "min_idle_instances", sprintf(
		"%s always keeps %v instances idle; outside production none is needed",
		[clusters.label(pool), pool.values.min_idle_instances],
	))
}

_most := parameters.of("DBX-CMP-028", "max_minutes")
