package policies.rules.bundles.production_in_personal_folder_test

import data.policies.rules.bundles.production_in_personal_folder as policy

_home := "/Workspace/Users/bob@example.com/.bundle/LLMOps/prod/state/metadata.json"

_jobs(deployments) := {sprintf("databricks_job.j%d", [i]): job |
	some i, deployment in deployments
	job := {
		"address": sprintf("databricks_job.j%d", [i]), "type": "databricks_job", "name": sprintf("j%d", [i]), "mode": "managed",
		"action": "no-op", "values": {"deployment": [deployment]},
	}
}

_document(document, paths) := {
	"document": object.union({"kind": "state", "file": "terraform.tfstate"}, document),
	"resources": {"databricks_job": _jobs([{"kind": "BUNDLE", "metadata_file_path": path} | some path in paths])},
}

_plan_with_unknown_path(document) := {
	"document": object.union({"kind": "plan", "file": "plan.json"}, document),
	"resources": {"databricks_job": {"databricks_job.a": {
		"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "create",
		"values": {"deployment": [{"kind": "BUNDLE"}]},
		"unknown": {"deployment": [{"metadata_file_path": true}]},
	}}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_result(message) := {{"address": "terraform", "path": "metadata_file_path", "message": message}}

_failed(paths) := {
	"deny": _result(sprintf("The production bundle lies in a personal folder (%s); it belongs in one that only its service principal can change", [paths])),
	"undecided": set(),
	"checked": {"terraform"},
}

_passed := {"deny": set(), "undecided": set(), "checked": {"terraform"}}

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

test_production_in_a_home_folder if {
	_answers(_document({"target": "prod"}, [_home])) == _failed(_home)
	_answers(_document({}, [_home])) == _failed(_home)
	every path in ["/Users/bob@example.com/x/state/metadata.json", "/Repos/bob@example.com/x/state/metadata.json"] {
		_answers(_document({"target": "Production"}, [path])) == _failed(path)
	}
}

test_one_finding_for_all_jobs if {
	_answers(_document({"target": "prod"}, [_home, _home])) == _failed(_home)
	other := "/Users/amy@example.com/.bundle/x/prod/state/metadata.json"
	_answers(_document({"target": "prod"}, [_home, other])) == _failed(concat(", ", [other, _home]))
}

test_production_elsewhere if {
	every path in [
		"/Workspace/Applications/LLMOps/prod/state/metadata.json",
		"/Workspace/Users/7c1f0a4e-1111-4222-8333-444455556666/.bundle/LLMOps/prod/state/metadata.json",
		"/Shared/bob@example.com/prod/state/metadata.json",
	] {
		_answers(_document({"target": "prod"}, [path])) == _passed
		_answers(_document({}, [path])) == _passed
	}
}

test_other_targets_may_lie_there if {
	_answers(_document({"target": "dev"}, [_home])) == _not_applicable
	_answers(_document({}, ["/Users/bob@example.com/.bundle/LLMOps/dev/state/metadata.json"])) == _not_applicable
}

test_nothing_says_whether_it_is_production if {
	path := "/Workspace/Users/bob@example.com/payment-analysis/state/metadata.json"
	_answers(_document({}, [path])) == {
		"deny": set(),
		"undecided": _result(sprintf("The bundle lies in a personal folder (%s), and nothing says whether this is production", [path])),
		"checked": {"terraform"},
	}
}

test_an_unknown_path if {
	expected := {
		"deny": set(),
		"undecided": _result("Where the bundle lies is not known before the apply; production does not belong in a personal folder"),
		"checked": {"terraform"},
	}
	_answers(_plan_with_unknown_path({"target": "prod"})) == expected
	_answers(_plan_with_unknown_path({})) == expected
	_answers(_plan_with_unknown_path({"target": "dev"})) == _not_applicable
}

test_no_bundle if {
	_answers({"document": {"kind": "state", "file": "-", "target": "prod"}, "resources": {}}) == _not_applicable
	jobs := _jobs([{"kind": "OTHER", "metadata_file_path": _home}, {"kind": "BUNDLE", "metadata_file_path": ""}])
	_answers({"document": {"kind": "state", "file": "-", "target": "prod"}, "resources": {"databricks_job": jobs}}) == _not_applicable
}

test_one_doubt_for_all_jobs if {
	paths := ["/Users/bob@example.com/b/state/metadata.json", "/Users/amy@example.com/a/state/metadata.json"]
	_answers(_document({}, paths)) == {
		"deny": set(),
		"undecided": _result(concat("", [
			"The bundle lies in a personal folder (/Users/amy@example.com/a/state/metadata.json, ",
			"/Users/bob@example.com/b/state/metadata.json), and nothing says whether this is production",
		])),
		"checked": {"terraform"},
	}
}
