package policies.rules.bundles.under_shared_test

import data.policies.rules.bundles.under_shared

_document(target, paths) := {
	"document": object.union({"kind": "state", "file": "terraform.tfstate"}, target),
	"resources": {"databricks_pipeline": {sprintf("databricks_pipeline.p%d", [i]): pipeline |
		some i, path in paths
		pipeline := {
			"address": sprintf("databricks_pipeline.p%d", [i]), "type": "databricks_pipeline", "name": sprintf("p%d", [i]),
			"mode": "managed", "action": "no-op", "values": {"deployment": [{"kind": "BUNDLE", "metadata_file_path": path}]},
		}
	}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := under_shared.deny with input as document
	undecided := under_shared.undecided with input as document
	checked := under_shared.checked with input as document
}

_result(message) := {{"address": "terraform", "path": "metadata_file_path", "message": message}}

_failed(paths) := {
	"deny": _result(sprintf("The bundle lies under /Shared (%s), which every user of the workspace can change; it belongs in a folder of its own", [paths])),
	"undecided": set(),
	"checked": {"terraform"},
}

test_under_shared if {
	every path in ["/Shared/.bundle/x/prod/state/metadata.json", "/Workspace/Shared/x/state/metadata.json"] {
		every target in [{"target": "prod"}, {"target": "dev"}, {}] {
			_answers(_document(target, [path, path])) == _failed(path)
		}
	}
}

test_elsewhere if {
	paths := ["/Workspace/Applications/Shared/x/state/metadata.json", "/Users/bob@example.com/.bundle/x/dev/state/metadata.json"]
	_answers(_document({}, paths)) == {"deny": set(), "undecided": set(), "checked": {"terraform"}}
}

test_only_what_lies_there_is_quoted if {
	paths := ["/Shared/b/state/metadata.json", "/Users/bob@example.com/state/metadata.json", "/Shared/a/state/metadata.json"]
	_answers(_document({}, paths)) == _failed("/Shared/a/state/metadata.json, /Shared/b/state/metadata.json")
}

test_an_unknown_path if {
	plan := {"document": {"kind": "plan", "file": "plan.json"}, "resources": {"databricks_job": {"databricks_job.a": {
		"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "create",
		"values": {"deployment": [{"kind": "BUNDLE"}]},
		"unknown": {"deployment": [{"metadata_file_path": true}]},
	}}}}
	_answers(plan) == {
		"deny": set(),
		"undecided": _result("Where the bundle lies is not known before the apply; it does not belong under /Shared"),
		"checked": {"terraform"},
	}
}

test_no_bundle if {
	not_applicable := {"deny": set(), "undecided": set(), "checked": set()}
	_answers(_document({}, [])) == not_applicable
	_answers(_document({}, [""])) == not_applicable
	_answers({"document": {"kind": "state", "file": "-"}, "resources": {}}) == not_applicable
}

_self(values) := {"bundle": {"bundle": {
	"address": "bundle", "type": "bundle", "name": "bundle", "mode": "managed", "action": "no-op", "values": values,
}}}

test_metadata_of_a_deployment if {
	metadata := _self({"source": "metadata", "workspace": {"file_path": "/Shared/x/files"}})
	_answers({"document": {"kind": "bundle", "file": "metadata.json"}, "resources": metadata}) == _failed("/Shared/x/files")
}

test_the_home_of_whoever_deploys_is_not_shared if {
	job := {
		"address": "databricks_job.a", "type": "databricks_job", "name": "a", "mode": "managed", "action": "no-op",
		"values": {"deployment": [{"kind": "BUNDLE"}]}, "unknown": {"deployment": [{"metadata_file_path": true}]},
	}
	facts := _self({"source": "configuration", "workspace": {"in_home_of_deployer": true}})
	resources := object.union(facts, {"databricks_job": {"databricks_job.a": job}})
	_answers({"document": {"kind": "bundle", "file": "databricks.yml"}, "resources": resources}) == {
		"deny": set(), "undecided": set(), "checked": {"terraform"},
	}
}
