package policies.rules.bundles.development_prefix_test

import data.policies.rules.bundles.development_prefix as policy

_document(target, type, values, unknown) := {
	"document": object.union({"kind": "bundle", "file": "databricks.yml"}, target),
	"resources": {type: {"x.a": {
		"address": "x.a", "type": type, "name": "a", "mode": "managed", "action": "no-op",
		"values": values, "unknown": unknown,
	}}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_prod := {"target": "prod"}

_message(name) := sprintf("%q is a development name; in production nothing is named after who deploys it", [name])

_found(message) := {{"address": "x.a", "path": "name", "message": message}}

test_development_names_in_production if {
	names := {
		"databricks_job": "[dev ann] train", "databricks_pipeline": "[dev ann] etl",
		"databricks_mlflow_experiment": "/Shared/[dev ann] runs", "databricks_registered_model": "[dev ann] m",
	}
	every type, name in names {
		_answers(_document(_prod, type, {"name": name}, {})) == {
			"deny": _found(_message(name)), "undecided": set(), "checked": {"x.a"},
		}
	}
}

test_other_names if {
	every name in ["train", "train [dev ann]", "[development] train", "[dev ann", "devil"] {
		_answers(_document(_prod, "databricks_job", {"name": name}, {})) == {"deny": set(), "undecided": set(), "checked": {"x.a"}}
	}
}

test_in_doubt if {
	_answers(_document({}, "databricks_job", {"name": "[dev ann] train"}, {})) == {
		"deny": set(),
		"undecided": _found(sprintf("%s (nothing says whether this is production)", [_message("[dev ann] train")])),
		"checked": {"x.a"},
	}
	_answers(_document(_prod, "databricks_job", {}, {"name": true})) == {
		"deny": set(),
		"undecided": _found("The name is not known yet; in production nothing is named after who deploys it"),
		"checked": {"x.a"},
	}
}

test_not_applicable if {
	nothing := {"deny": set(), "undecided": set(), "checked": set()}
	_answers(_document({"target": "dev"}, "databricks_job", {"name": "[dev ann] train"}, {})) == nothing
	_answers(_document(_prod, "databricks_cluster", {"name": "[dev ann] train"}, {})) == nothing
	plan := object.union(_document(_prod, "databricks_job", {"name": "[dev ann] x"}, {}), {
		"document": {"kind": "plan"},
		"resources": {"aws_vpc": {"aws_vpc.a": {
			"address": "aws_vpc.a", "type": "aws_vpc", "name": "a", "mode": "managed", "action": "no-op", "values": {},
		}}},
	})
	_answers(plan) == nothing
}
