package policies.rules.compute.policy_not_json_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.policy_not_json as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_cluster_policy", {
	"values": object.union({"name": "jobs"}, values),
	"unknown": unknown,
})]))

_denied(path, message) := given.denied("databricks_cluster_policy.x", path, message)

test_valid if {
	every type in ["fixed", "forbidden", "allowlist", "blocklist", "regex", "range", "unlimited"] {
		_policy({"definition": json.marshal({"a": {"type": type}})}, {"id": true}) == given.passes("databricks_cluster_policy.x")
	}
	_policy({"definition": "", "policy_family_definition_overrides": "{}"}, {}) == given.passes("databricks_cluster_policy.x")
}

test_no_json_object if {
	every text in ["{", "[]", "fixed", "5"] {
		_policy({"definition": text}, {}) == _denied("definition", `Cluster policy "jobs": definition is no JSON object; wanted is one with a rule for each attribute`)
	}
	_policy({"policy_family_definition_overrides": "x"}, {}) == _denied(
		"policy_family_definition_overrides",
		`Cluster policy "jobs": policy_family_definition_overrides is no JSON object; wanted is one with a rule for each attribute`,
	)
}

test_rules_of_no_type if {
	count(_policy({"definition": `{"a": {}}`}, {}).deny) == 1
	_policy({"definition": `{"b": {"type": "Fixed"}, "a": {}, "c": 5, "d": {"type": "fixed"}}`}, {}) == _denied(
		"definition",
		`Cluster policy "jobs": the rules for a, b, c have no type that there is; wanted is one of allowlist, blocklist, fixed, forbidden, range, regex, unlimited`,
	)
}

_undecided(attribute) := given.undecided(
	"databricks_cluster_policy.x",
	attribute,
	sprintf(`Cluster policy "jobs": whether %s is a valid definition is not known yet`, [attribute]),
)

test_not_known_yet if {
	_policy({}, {"definition": true}) == _undecided("definition")
	_policy({"definition": "(sensitive value 3f9a12ab)"}, {}) == _undecided("definition")
	_policy({"definition": "{}"}, {"policy_family_definition_overrides": true}) == _undecided("policy_family_definition_overrides")
	_policy({"policy_family_id": "job"}, {"definition": true}) == given.passes("databricks_cluster_policy.x")
}

test_a_policy_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_cluster_policy", {"action": "delete"})])) == given.nothing
}
