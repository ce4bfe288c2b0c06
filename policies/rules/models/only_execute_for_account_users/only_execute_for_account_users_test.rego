package policies.rules.models.only_execute_for_account_users_test

import data.policies.rules.models.only_execute_for_account_users as policy

_parameters := {"DBX-ML-001": {"principals": ["account users"], "privileges": ["EXECUTE"]}}

_answers(document, parameters) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as parameters
}

_of(document) := _answers(document, _parameters)

_passes := {"deny": set(), "undecided": set(), "checked": {"databricks_grants.g"}}

_nothing := {"deny": set(), "undecided": set(), "checked": set()}

_denies(path, message) := {
	"deny": {{"address": "databricks_grants.g", "path": path, "message": message}},
	"undecided": set(),
	"checked": {"databricks_grants.g"},
}

_doubts(path, message) := {
	"deny": set(),
	"undecided": {{"address": "databricks_grants.g", "path": path, "message": message}},
	"checked": {"databricks_grants.g"},
}

_grants(fields) := object.union(
	{
		"address": "databricks_grants.g", "type": "databricks_grants", "name": "g",
		"mode": "managed", "action": "no-op", "values": {},
	},
	fields,
)

_document(resource) := {"document": {"kind": "plan", "file": "plan.json"}, "resources": {
	"databricks_grants": {"databricks_grants.g": resource},
	"databricks_registered_model": {"databricks_registered_model.model": {
		"address": "databricks_registered_model.model", "type": "databricks_registered_model", "name": "model",
		"mode": "managed", "action": "no-op",
		"values": {"catalog_name": "prod", "schema_name": "LLMOps", "name": "chat"},
	}},
}}

_on_model(blocks) := _document(_grants({"values": {"model": "prod.LLMOps.chat", "grant": blocks}}))

_execute := {"principal": "account users", "privileges": ["EXECUTE"]}

test_execute_for_account_users if {
	_of(_on_model([_execute])) == _passes
}

test_case_and_spaces_do_not_matter if {
	_of(_on_model([{"principal": "Account Users ", "privileges": ["execute"]}])) == _passes
	_answers(_on_model([_execute]), {"DBX-ML-001": {"principals": [" account users"], "privileges": [" Execute "]}}) == _passes
}

test_a_function_of_a_bundle if {
	blocks := [{"principal": "ml-interns", "privileges": ["EXECUTE", "ALL_PRIVILEGES"]}]
	_of(_document(_grants({"values": {"function": "prod.LLMOps.chat", "model": "", "grant": blocks}}))) == _denies(
		"grant[0].principal",
		`"ml-interns" holds ALL_PRIVILEGES, EXECUTE on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_a_function_that_is_created_in_the_same_plan if {
	resource := _grants({
		"action": "create",
		"values": {"grant": [{"principal": "users", "privileges": ["EXECUTE"]}]},
		"unknown": {"function": true, "id": true},
		"links": {"function": ["databricks_registered_model.model"]},
	})
	_of(_document(resource)) == _denies(
		"grant[0].principal",
		`"users" holds EXECUTE on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_another_privilege_for_account_users if {
	_of(_on_model([{"principal": "account users", "privileges": ["EXECUTE", "APPLY TAG"]}])) == _denies(
		"grant[0].privileges",
		`"account users" holds APPLY_TAG on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_another_principal_beside_the_right_one if {
	_of(_on_model([_execute, {"principal": "bob@example.com", "privileges": ["EXECUTE"]}])) == _denies(
		"grant[1].principal",
		`"bob@example.com" holds EXECUTE on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_a_principal_without_privileges_holds_nothing if {
	_of(_on_model([{"principal": "ml-interns", "privileges": []}])) == _passes
}

test_no_grants_at_all if {
	_of(_on_model([])) == _passes
}

test_a_single_grant if {
	resource := {
		"address": "databricks_grant.one", "type": "databricks_grant", "name": "one",
		"mode": "managed", "action": "create",
		"values": {"model": "prod.LLMOps.chat", "principal": "ml-interns", "privileges": ["EXECUTE"]},
	}
	_of({"resources": {"databricks_grant": {"databricks_grant.one": resource}}}) == {
		"deny": {{
			"address": "databricks_grant.one",
			"path": "principal",
			"message": `"ml-interns" holds EXECUTE on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
		}},
		"undecided": set(),
		"checked": {"databricks_grant.one"},
	}
}

_planned(values, unknown) := _document(_grants({
	"action": "create",
	"values": object.union({"model": "prod.LLMOps.chat"}, values),
	"unknown": unknown,
}))

_not_known := `Not known yet whether this gives more than EXECUTE to "account users" on registered model prod.LLMOps.chat`

test_an_unknown_principal if {
	document := _planned({"grant": [{"privileges": ["EXECUTE"]}]}, {"grant": [{"principal": true}]})
	_of(document) == _doubts("grant[0].principal", _not_known)
}

test_nobody_may_hold_another_privilege_whoever_it_is if {
	document := _planned({"grant": [{"privileges": ["EXECUTE", "ALL_PRIVILEGES"]}]}, {"grant": [{"principal": true}]})
	_of(document) == _denies(
		"grant[0].privileges",
		`A principal that is not known yet holds ALL_PRIVILEGES on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_a_masked_principal if {
	mask := "(sensitive value 3f9a12ab)"
	_of(_on_model([{"principal": mask, "privileges": ["EXECUTE"]}])) == _doubts("grant[0].principal", _not_known)
	_of(_on_model([{"principal": mask, "privileges": ["MANAGE"]}])) == _denies(
		"grant[0].privileges",
		`"(sensitive value 3f9a12ab)" holds MANAGE on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_unknown_privileges if {
	right := _planned(
		{"grant": [{"principal": "account users", "privileges": ["EXECUTE"]}]},
		{"grant": [{"privileges": [false, true]}]},
	)
	_of(right) == _doubts("grant[0].privileges", _not_known)
	wrong := _planned({"grant": [{"principal": "ml-interns"}]}, {"grant": [{"privileges": true}]})
	_of(wrong) == _doubts("grant[0].privileges", _not_known)
}

test_known_privileges_of_a_stranger_decide if {
	document := _planned(
		{"grant": [{"principal": "ml-interns", "privileges": ["EXECUTE"]}]},
		{"grant": [{"privileges": [false, true]}]},
	)
	_of(document) == _denies(
		"grant[0].principal",
		`"ml-interns" holds EXECUTE on registered model prod.LLMOps.chat; only "account users" may hold EXECUTE`,
	)
}

test_an_unknown_principal_without_privileges if {
	_of(_planned({"grant": [{"privileges": []}]}, {"grant": [{"principal": true}]})) == _passes
}

test_unknown_blocks if {
	_of(_planned({}, {"grant": true})) == _doubts(
		"grant",
		`The grants on registered model prod.LLMOps.chat are not known yet; only "account users" may hold EXECUTE`,
	)
}

test_a_function_that_may_be_a_model if {
	resource := _grants({
		"action": "create",
		"values": {"grant": [{"principal": "ml-interns", "privileges": ["EXECUTE"]}]},
		"unknown": {"function": true},
	})
	_of(_document(resource)) == _doubts(
		"grant[0].principal",
		concat(" ", [
			"If `function` turns out to be a registered model:",
			`"ml-interns" holds EXECUTE on registered model (name not known yet); only "account users" may hold EXECUTE`,
		]),
	)
}

test_a_function_that_may_be_a_model_with_the_right_grant if {
	resource := _grants({"action": "create", "values": {"grant": [_execute]}, "unknown": {"function": true}})
	_of(_document(resource)) == _passes
}

test_a_function_is_not_looked_at if {
	blocks := [{"principal": "ml-interns", "privileges": ["ALL_PRIVILEGES"]}]
	_of(_document(_grants({"values": {"function": "prod.LLMOps.score", "grant": blocks}}))) == _nothing
}

test_other_securables_are_not_looked_at if {
	blocks := [{"principal": "ml-interns", "privileges": ["ALL_PRIVILEGES"]}]
	_of(_document(_grants({"values": {"schema": "prod.LLMOps", "grant": blocks}}))) == _nothing
}

test_a_deleted_grant if {
	_of(_document(_grants({"action": "delete", "before": {"model": "prod.LLMOps.chat"}}))) == _nothing
}

test_parameters if {
	parameters := {"DBX-ML-001": {"principals": ["Account Users", "ml-ops"], "privileges": ["execute", "apply tag"]}}
	blocks := [_execute, {"principal": "ml-ops", "privileges": ["APPLY_TAG", "MANAGE"]}]
	_answers(_on_model(blocks), parameters) == _denies(
		"grant[1].privileges",
		`"ml-ops" holds MANAGE on registered model prod.LLMOps.chat; only "Account Users", "ml-ops" may hold APPLY_TAG, EXECUTE`,
	)
}

test_a_grant_that_is_unknown_as_a_whole if {
	_of(_planned({"grant": [{}]}, {"grant": [true]})) == _doubts("grant[0].privileges", _not_known)
}
