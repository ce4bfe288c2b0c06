package policies.rules.bundles.run_as_and_permissions_test

import data.policies.rules.bundles.run_as_and_permissions as policy

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

_doubted(results) := {"deny": set(), "undecided": results, "checked": {"bundle"}}

_passed := _denied(set())

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

_prod := {"target": "prod"}

_add(document, type, key, values) := object.union(document, {"resources": {type: {sprintf("%s.%s", [type, key]): {
	"address": sprintf("%s.%s", [type, key]), "type": type, "name": key, "mode": "managed", "action": "no-op", "values": values,
}}}})

_principal := {"service_principal_name": "7c1f0a4e"}

_whole := {"source": "configuration", "run_as": _principal, "permissions": [{"level": "CAN_RUN", "group_name": "x"}]}

_no_permissions := _result("permissions", "Nothing says who may manage or see what this production bundle deploys; wanted are permissions")

_no_identity(who) := _result("run_as", sprintf("Nothing says whom %s run as in production; wanted is run_as with a service principal", [who]))

test_both_are_there if {
	document := _bundle(_prod, _whole, {})
	_answers(document) == _passed
	_answers(_add(document, "databricks_job", "a", {"run_as": [_principal]})) == _passed
}

test_neither_is_there if {
	jobs := _add(_add(_bundle(_prod, {"source": "terraform"}, {}), "databricks_job", "a", {}), "databricks_pipeline", "p", {})
	_answers(jobs) == _denied({_no_permissions, _no_identity("databricks_job.a, databricks_pipeline.p")})
	_answers(_bundle(_prod, {"source": "configuration"}, {})) == _denied({_no_permissions})
}

test_permissions_of_a_resource_will_do if {
	job := _add(_bundle(_prod, {"source": "terraform"}, {}), "databricks_job", "a", {"run_as": [_principal]})
	permissions := {"job_id": "1", "access_control": [{"group_name": "x", "permission_level": "CAN_VIEW"}]}
	_answers(_add(job, "databricks_permissions", "job_a", permissions)) == _passed
	_answers(job) == _denied({_no_permissions})
}

test_a_person if {
	given := object.union(object.remove(_whole, ["run_as"]), {"run_as": {"user_name": "bob@example.com"}})
	_answers(_bundle(_prod, given, {})) == _denied({_result(
		"run_as.user_name",
		`The production bundle runs as the person "bob@example.com"; wanted is a service principal`,
	)})
}

test_not_known if {
	given := object.remove(_whole, ["run_as"])
	message := "Whom the production bundle runs as is not known; wanted is a service principal"
	_answers(_bundle(_prod, given, {"run_as": true})) == _doubted({_result("run_as", message)})
	_answers(_bundle(_prod, given, {"run_as": {"user_name": true}})) == _doubted({_result("run_as.user_name", message)})
	_answers(_bundle(_prod, _whole, {"run_as": {"service_principal_name": true}})) == _passed
}

test_a_state_is_asked_for_permissions_alone if {
	empty := {"document": {"kind": "state", "file": "-", "target": "prod"}, "resources": {}}
	state := _add(empty, "databricks_job", "a", {"deployment": [{"kind": "BUNDLE", "metadata_file_path": "/x/state/metadata.json"}]})
	_answers(state) == {"deny": {object.union(_no_permissions, {"address": "terraform"})}, "undecided": set(), "checked": {"terraform"}}
}

test_nothing_says_whether_it_is_production if {
	_answers(_bundle({}, {"source": "configuration"}, {})) == _doubted({object.union(_no_permissions, {"message": sprintf(
		"%s (nothing says whether this is production)",
		[_no_permissions.message],
	)})})
}

test_not_applicable if {
	_answers(_bundle({"target": "dev"}, {"source": "configuration"}, {})) == _not_applicable
	_answers(_bundle(_prod, {"source": "metadata"}, {})) == _not_applicable
	_answers(_add({"document": {"kind": "plan", "file": "-", "target": "prod"}, "resources": {}}, "databricks_job", "a", {})) == _not_applicable
}

test_a_single_pipeline if {
	_answers(_add(_bundle(_prod, {"source": "terraform"}, {}), "databricks_pipeline", "p", {})) == _denied({
		_no_permissions, _no_identity("databricks_pipeline.p"),
	})
}

test_a_user_name_that_is_no_person_s if {
	given := object.union(object.remove(_whole, ["run_as"]), {"run_as": {"user_name": "deployer"}})
	_answers(_bundle(_prod, given, {})) == _passed
}
