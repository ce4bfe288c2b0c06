# METADATA
# scope: package
# title: Cluster policies bound what matters
# description: |
#   Looks at the definitions of cluster policies, and at what they override of a policy family. What a
#   policy does not fix or list, each user chooses: an access mode without isolation, a cluster that
#   never ends, no tags. `data_security_mode` counts as bound by a fixed value, an allowlist or a
#   blocklist, `autotermination_minutes` by a fixed value above 0, an allowlist or a range with
#   `maxValue`, `custom_tags` by a rule for any tag that makes or lets the user fill it in.
#
#   A policy for job clusters (`cluster_type` fixed to job) needs no automatic termination, one for
#   pipelines (dlt) no access mode either. Rules that only the policy family has cannot be seen:
#   undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/clusters/policy-definition
#     description: Definitions of compute policies
# custom:
#   id: DBX-CMP-024
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_cluster_policy]
#   attributes: [definition, policy_family_definition_overrides]
#   remediation: Add a rule for each of them to the definition.
#   controls:
#     nist-800-53: [CM-2, CM-6]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9]
#     soc2: [CC8.1]
#   parameters:
#     guarded:
#       description: Attributes of clusters that every policy bounds.
#       default: [autotermination_minutes, custom_tags, data_security_mode]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.compute.policy_leaves_free

import data.policies.lib.cluster_policies
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some policy_ in _policies
	missing := _free(policy_)
	count(missing) > 0
	address := policy_.address
	not cluster_policies.partial[address]
	result := results.at(policy_, "definition", sprintf("%s leaves %s free; wanted is a rule for each", [
		cluster_policies.label(policy_),
		concat(", ", missing),
	]))
}

undecided contains result if {
	some policy_ in _policies
	missing := _free(policy_)
	count(missing) > 0
	cluster_policies.partial[policy_.address]
	result := results.at(policy_, "definition", sprintf(
		"%s has no rule for %s in what this document shows of it; wanted is a rule for each",
		[cluster_policies.label(policy_), concat(", ", missing)],
	))
}

checked contains address if some address, _ in _policies

_policies := object.get(resources.present, "databricks_cluster_policy", {})

_free(policy_) := {name |
	rules := cluster_policies.rules[policy_.address]
	some name in parameters.of("DBX-CMP-024", "guarded")
	not _bound(name, rules)
	not _exempt(name, rules)
}

_bound("autotermination_minutes", rules) if {
	rule := rules.autotermination_minutes
	true in [rule.type == "allowlist", object.get(rule, "maxValue", 0) > 0, object.get(rule, "value", 0) > 0]
}

_bound("custom_tags", rules) if {
	some name, rule in rules
	startswith(name, "custom_tags.")
	rule.type in {"fixed", "allowlist", "regex", "unlimited"}
	not rule.isOptional
}

_bound(name, rules) if {
	not name in {"autotermination_minutes", "custom_tags"}
	rules[name].type in {"fixed", "allowlist", "blocklist", "regex", "range"}
}

_exempt(name, rules) if _of_no_use[rules.cluster_type.value][name]

_of_no_use := {
	"job": {"autotermination_minutes": true},
	"dlt": {"autotermination_minutes": true, "data_security_mode": true},
}
