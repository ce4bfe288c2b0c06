package policies.rules.bundles.metadata_and_state_test

import data.policies.rules.bundles.metadata_and_state as policy

_bundle(document, values, unknown) := {
	"document": object.union({"kind": "bundle", "file": "databricks.yml"}, document),
	"resources": {"bundle": {"bundle": {
		"address": "bundle", "type": "bundle", "name": "bundle", "mode": "managed", "action": "no-op",
		"values": values, "unknown": unknown,
	}}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_result(path, message) := {"address": "bundle", "path": path, "message": message}

_denied(results) := {"deny": results, "undecided": set(), "checked": {"bundle"}}

_passed := _denied(set())

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

_git := {"origin_url": "https://git.example.com/x.git", "commit": "aaa"}

_pair(resources, state) := _bundle(
	{}, {
		"source": "metadata", "git": _git, "resources": resources,
		"state": object.union({"file": "resources.json"}, state),
	},
	{},
)

test_they_agree if {
	resources := {"jobs": {"a": {"id": "1"}}, "pipelines": {"p": {"id": "2"}}}
	_answers(_pair(resources, resources)) == _passed
	_answers(_pair({}, {})) == _passed
	_answers(_pair({"other": {"x": {"id": "1"}}}, {})) == _passed
}

test_one_lacks_what_the_other_has if {
	_answers(_pair({"jobs": {"a": {"id": "1"}}}, {})) == _denied({_result(
		"resources.jobs.a",
		"resources.json has no jobs.a, which metadata.json says is deployed with id 1",
	)})
	_answers(_pair({}, {"pipelines": {"p": {"id": "2"}}})) == _denied({_result(
		"state.pipelines.p",
		"metadata.json has no pipelines.p, which resources.json knows with id 2",
	)})
	_answers(_pair({"jobs": {"a": {}}}, {"dashboards": {"d": {}}})) == _denied({
		_result("resources.jobs.a", "resources.json has no jobs.a, which metadata.json says is deployed with id (none)"),
		_result("state.dashboards.d", "metadata.json has no dashboards.d, which resources.json knows with id (none)"),
	})
}

test_another_id if {
	_answers(_pair({"jobs": {"a": {"id": "1"}}}, {"jobs": {"a": {"id": "2"}}})) == _denied({_result(
		"resources.jobs.a.id",
		"jobs.a has the id 1 in metadata.json and 2 in resources.json",
	)})
	_answers(_pair({"jobs": {"a": {}}}, {"jobs": {"a": {"id": "2"}}})) == _denied({_result(
		"resources.jobs.a.id",
		"jobs.a has the id (none) in metadata.json and 2 in resources.json",
	)})
	_answers(_pair({"jobs": {"a": {"id": "1"}}}, {"jobs": {"a": {}}})) == _denied({_result(
		"resources.jobs.a.id",
		"jobs.a has the id 1 in metadata.json and (none) in resources.json",
	)})
}

_job(commit, url) := {"jobs": {"a": {"id": "1", "commit": commit, "url": url}}}

test_another_commit if {
	_answers(_pair({"jobs": {"a": {"id": "1"}}}, _job("bbb", _git.origin_url))) == _denied({_result(
		"git.commit",
		"jobs.a runs the commit bbb, and metadata.json says that aaa is deployed",
	)})
	_answers(_pair({"jobs": {"a": {"id": "1"}}}, _job("aaa", _git.origin_url))) == _passed
	_answers(_pair({"jobs": {"a": {"id": "1"}}}, _job("bbb", "https://git.example.com/other.git"))) == _passed
}

test_metadata_alone if _answers(_bundle({}, {"source": "metadata", "resources": {"jobs": {"a": {"id": "1"}}}}, {})) == _not_applicable

test_what_metadata_does_not_list_is_not_compared if {
	_answers(_pair({"other": {"x": {"id": "1"}}}, {"other": {"x": {"id": "2"}}})) == _passed
}

test_two_without_id if _answers(_pair({"jobs": {"a": {}}}, {"jobs": {"a": {}}})) == _passed
