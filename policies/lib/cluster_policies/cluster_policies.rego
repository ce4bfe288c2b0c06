# METADATA
# title: What cluster policies say
# description: |
#   `rules[address]`    the rules of each cluster policy, managed or read as data: of its definition, and over
#                       them what it overrides of a policy family. {} where neither can be read.
#   `partial[address]`  there may be more rules: the definition is unknown or no JSON, or the family's.
#   `with_id(id)`       addresses of the policies of this id.
#   `label(policy)`     begins a message.
#   https://docs.databricks.com/aws/en/admin/clusters/policy-definition
package policies.lib.cluster_policies

rules := {address: object.union(_parsed(policy, "definition"), _parsed(policy, "policy_family_definition_overrides")) |
	some address, policy in _all
}

partial := {address: true |
	some address, policy in _all
	not _is_readable(policy)
}

with_id(id) := found if {
	found := _by_id[id]
} else := set()

_by_id[id] contains address if {
	some address, policy in _all
	some key in ["id", "policy_id"]
	id := policy.values[key]
}

label(policy) := sprintf(`Cluster policy "%s"`, [policy.values.name]) if {
	policy.values.name != ""
} else := policy.address

_all := object.get(input.resources, "databricks_cluster_policy", {})

_parsed(policy, attribute) := tree if {
	_is_json(policy.values[attribute])
	tree := json.unmarshal(policy.values[attribute])
	is_object(tree)
} else := {}

# A policy without definition has no rules, unless it has those of a family.
_is_readable(policy) if _is_json(policy.values.definition)

_is_readable(policy) if {
	object.get(policy.values, "definition", "") == ""
	object.get(policy.values, "policy_family_id", "") == ""
	not policy.unknown.definition
	not policy.unknown.policy_family_id
	policy.unknown != true
}

_is_json(text) if {
	is_string(text)
	json.is_valid(text)
}
