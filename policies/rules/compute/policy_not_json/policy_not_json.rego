# METADATA
# scope: package
# title: Definitions of cluster policies are valid
# description: |
#   Looks at the definitions of cluster policies, and at what they override of a policy family: each
#   is a JSON object, and every rule in it an object whose type is fixed, forbidden, allowlist,
#   blocklist, regex, range or unlimited. The workspace refuses anything else, after the rest of the
#   plan was applied.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/admin/clusters/policy-definition
#     description: Definitions of compute policies
# custom:
#   id: DBX-CMP-025
#   severity: medium
#   sets: [baseline, strict]
#   resource_types: [databricks_cluster_policy]
#   attributes: [definition, policy_family_definition_overrides]
#   remediation: Write the definition with `jsonencode()`, and correct the types of its rules.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.compute.policy_not_json

import data.policies.lib.cluster_policies
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some [policy_, attribute, text] in _texts
	not _is_object(text)
	not values.masked(text)
	result := results.at(policy_, attribute, sprintf(
		"%s: %s is no JSON object; wanted is one with a rule for each attribute",
		[cluster_policies.label(policy_), attribute],
	))
}

deny contains result if {
	some [policy_, attribute, text] in _texts
	_is_object(text)
	strange := {name | some name, rule in json.unmarshal(text); not _is_rule(rule)}
	count(strange) > 0
	result := results.at(policy_, attribute, sprintf(
		"%s: the rules for %s have no type that there is; wanted is one of %s",
		[cluster_policies.label(policy_), concat(", ", strange), concat(", ", _types)],
	))
}

undecided contains result if {
	some policy_ in _policies
	some attribute in _attributes
	_is_hidden(policy_, attribute)
	result := results.at(policy_, attribute, sprintf(
		"%s: whether %s is a valid definition is not known yet",
		[cluster_policies.label(policy_), attribute],
	))
}

checked contains address if some address, _ in _policies

_policies := object.get(resources.present, "databricks_cluster_policy", {})

_texts := [[policy_, attribute, text] |
	some policy_ in _policies
	some attribute in _attributes
	text := policy_.values[attribute]
	text != ""
]

_attributes := ["definition", "policy_family_definition_overrides"]

_is_object(text) if {
	json.is_valid(text)
	is_object(json.unmarshal(text))
}

_is_rule(rule) if rule.type in _types

_types := {"fixed", "forbidden", "allowlist", "blocklist", "regex", "range", "unlimited"}

# A family writes the definition of its policies itself.
_is_hidden(policy_, "definition") if {
	texts.hidden(policy_, "definition")
	object.get(policy_.values, "policy_family_id", "") == ""
}

_is_hidden(policy_, attribute) if {
	attribute != "definition"
	texts.hidden(policy_, attribute)
}
