# METADATA
# scope: package
# title: Cluster policies for everyone bound the cost
# description: |
#   Looks at the permissions of cluster policies. Where everyone (`users`, `account users`) may use a
#   policy that limits neither the clusters of a user (`max_clusters_per_user`) nor the size of a
#   cluster, anyone can start as much compute as the cloud gives. A size is limited by a fixed value,
#   an allowlist or a `maxValue` for `num_workers`, `autoscale.max_workers` or `dbus_per_hour`. A
#   policy that the document does not show is undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/clusters/policy-definition
#     description: Definitions of compute policies
# custom:
#   id: DBX-CMP-026
#   severity: medium
#   sets: [strict, cost]
#   resource_types: [databricks_permissions]
#   attributes: [cluster_policy_id, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give CAN_USE to a named group, or set `max_clusters_per_user` and bounds of the size.
#   controls:
#     nist-800-53: [AC-3, AC-6, CM-8, AU-6]
#     cis-controls: ["3.3", "6.8", "1.1"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.5.9, A.8.6]
#     soc2: [CC6.1, CC6.3, A1.1]
package policies.rules.compute.policy_for_everyone

import data.policies.lib.cluster_policies
import data.policies.lib.permissions
import data.policies.lib.results

deny contains result if {
	some holding in _held
	holding.certain
	some policy_ in _policies(holding.resource)
	not _is_bounded(policy_)
	address := policy_.address
	not cluster_policies.partial[address]
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, may use the cluster policy %s, which limits neither the clusters of a user nor their size`,
		[holding.name, address],
	))
}

undecided contains result if {
	some holding in _held
	holding.certain
	addresses := {policy_.address | some policy_ in _policies(holding.resource)}
	count([address | some address in addresses; not cluster_policies.partial[address]]) == 0
	count([policy_ | some policy_ in _policies(holding.resource); _is_bounded(policy_)]) == 0
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, may use a cluster policy of which this document does not show whether it limits the clusters of a user or their size`,
		[holding.name],
	))
}

undecided contains result if {
	some holding in _held
	holding.certain == false
	result := results.at(
		holding.resource, holding.path,
		"Who may use this cluster policy is not known yet; everyone may only where it limits the clusters of a user or their size",
	)
}

checked contains address if some address, _ in permissions.on.cluster_policy_id

_held := permissions.held_by_everyone("cluster_policy_id", {"CAN_USE": true})

_policies(resource) := [policy_ |
	some address in _addresses(resource)
	policy_ := input.resources.databricks_cluster_policy[address]
]

_addresses(resource) := cluster_policies.with_id(resource.values.cluster_policy_id) if {
	resource.values.cluster_policy_id
} else := object.get(resource, ["links", "cluster_policy_id"], [])

_is_bounded(policy_) if policy_.values.max_clusters_per_user > 0

_is_bounded(policy_) if {
	some name in ["num_workers", "autoscale.max_workers", "dbus_per_hour"]
	_limits(cluster_policies.rules[policy_.address][name])
}

_limits(rule) if rule.type in {"fixed", "allowlist"}

_limits(rule) if rule.maxValue > 0
