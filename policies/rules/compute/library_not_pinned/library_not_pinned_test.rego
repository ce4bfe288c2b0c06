package policies.rules.compute.library_not_pinned_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.library_not_pinned as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_library(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_library", {"values": values, "unknown": unknown})]))

_denied(path, name) := given.denied("databricks_library.x", path, sprintf(
	`databricks_library.x installs the library "%s" in whatever version is newest; wanted is one version`,
	[name],
))

test_pinned if {
	_library({"pypi": [{"package": "langchain==0.1.5"}]}, {"id": true}) == given.passes("databricks_library.x")
	_library({"maven": [{"coordinates": "com.example:etl:1.0"}]}, {}) == given.passes("databricks_library.x")
	_library({"cran": [{"package": "forecast"}]}, {}) == given.nothing
	_library({"jar": "/a.jar"}, {}) == given.nothing
}

test_not_pinned if {
	_library({"pypi": [{"package": "langchain"}]}, {}) == _denied("pypi[0].package", "langchain")
	_library({"pypi": [{"package": "zürich>=1"}]}, {}) == _denied("pypi[0].package", "zürich>=1")
	_library({"maven": [{"coordinates": "com.example:etl"}]}, {}) == _denied("maven[0].coordinates", "com.example:etl")
}

test_not_known_yet if {
	undecided := given.undecided(
		"databricks_library.x",
		"pypi[0].package",
		"databricks_library.x: which library it installs, and in which version, is not known yet; wanted is one version",
	)
	_library({"pypi": [{}]}, {"pypi": [{"package": true}]}) == undecided
	_library({"pypi": [{"package": "(sensitive value 3f9a12ab)"}]}, {}) == undecided
}

_installing := {"library": [{"pypi": [{"package": "langchain"}]}]}

test_where_else_clusters_install if {
	policy_ := given.resource("databricks_cluster_policy", {"values": {"libraries": [{"pypi": [{"package": "langchain"}]}]}})
	count(_answers(given.plan(set(), [policy_])).deny) == 1
	count(_answers(given.plan(set(), [given.resource("databricks_job", {"values": {"new_cluster": [_installing]}})])).deny) == 1
	_answers(given.plan(set(), [given.resource("databricks_job", {"values": {"task": [_installing]}})])) == given.nothing
}

test_a_library_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_library", {"action": "delete"})])) == given.nothing
}
