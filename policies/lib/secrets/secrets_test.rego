package policies.lib.secrets_test

import data.policies.lib.secrets
import data.policies.lib.testing_test as given

test_kinds if {
	secrets.kind({"kind": "marked", "marked": true}) == "marked"
	secrets.kind({"kind": "marked", "marked": false}) == "copy"
	secrets.kind({"kind": "schema", "marked": false}) == "schema"
	secrets.kind({"kind": "schema", "marked": true}) == "schema"
	secrets.kind({"kind": "named", "marked": false}) == "named"
	secrets.kind({"kind": "token", "marked": false, "token": "jwt"}) == "token"
	secrets.kind({"kind": "token", "marked": false}) == "token"
}

test_a_known_form_settles_what_was_only_probable if {
	secrets.kind({"kind": "marked", "marked": false, "token": "jwt"}) == "token"
	secrets.kind({"kind": "named", "marked": false, "token": "jwt"}) == "token"
	secrets.kind({"kind": "named", "marked": true, "token": "jwt"}) == "token"
	secrets.kind({"kind": "marked", "marked": true, "token": "jwt"}) == "marked"
	secrets.kind({"kind": "schema", "marked": false, "token": "jwt"}) == "schema"
}

test_finds_secrets_of_all_types if {
	secrets.found == {
		{"address": "t.a", "path": "x", "kind": "schema", "form": ""},
		{"address": "data.u.b", "path": "y[0].z", "kind": "token", "form": "private_key"},
		{"address": "data.u.b", "path": "w", "kind": "named", "form": ""},
	} with input as {"resources": {
		"t": {
			"t.a": {"secrets": {"x": {"kind": "schema", "marked": true}}, "before_secrets": {"old": {"kind": "schema", "marked": true}}},
			"t.b": {},
			"t.c": {"secrets": {}},
		},
		"u": {"data.u.b": {"secrets": {
			"y[0].z": {"kind": "token", "marked": false, "token": "private_key"},
			"w": {"kind": "named", "marked": false},
		}}},
	}}
}

test_attributes_in_which_people_keep_secrets if {
	paths := [
		"task[0].new_cluster[0].spark_conf",
		`task[1].new_cluster[0].spark_conf["fs.azure.account.key"]`,
		"task[0].new_cluster[0].spark_conf.key",
		`task[0].new_cluster[0].spark_conf["a\"].b"]`,
		"task[0].new_cluster[0].spark_confusion",
		"task[0].new_cluster",
		"name",
	]
	[path | some path in paths; secrets.bearing("databricks_job", path) == "task.new_cluster.spark_conf"] == array.slice(paths, 0, 4)
	{type | some type in ["databricks_cluster", "databricks_job", "planet"]; secrets.bearing(type, "spark_conf")} == {"databricks_cluster"}
}

test_forms_in_words if {
	secrets.title("github_token") == "a GitHub token"
	{form | some form in ["slack_token", "stone_tablet"]; secrets.title(form)} == {"slack_token"}
}

_holding(path, why) := {[attribute, literal.path, literal.certain, literal.message] |
	document := given.plan(set(), [given.resource("databricks_cluster", {"secrets": {path: why}})])
	found := secrets.literals with input as document
	some attribute, literals in found
	some literal in literals
}

_message(path, what) := sprintf(
	"%s of databricks_cluster.x %s; write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
	[path, what],
)

test_literals_in_maps_and_lists if {
	named := {"kind": "named", "marked": false}
	every path, attribute in {
		`spark_conf["a.b"]`: "spark_conf",
		"spark_env_vars.API_TOKEN": "spark_env_vars",
		`task[0].new_cluster[0].spark_conf["a.b"]`: "spark_conf",
		"task[0].spark_python_task[0].parameters[12]": "parameters",
		"task[0].notebook_task[0].base_parameters.db-password": "base_parameters",
	} {
		_holding(path, named) == {[attribute, path, true, _message(path, "holds a secret in clear")]}
	}
	_holding("name", named) == set()
}

test_what_is_a_secret_for_certain if {
	marked := {"kind": "marked", "marked": true}
	_holding("spark_conf.a", {"kind": "token", "marked": false, "token": "json_web_token"}) == {["spark_conf", "spark_conf.a", true, _message("spark_conf.a", "holds a secret in clear (json web token)")]}
	_holding("spark_conf.a", object.union(marked, {"token": "jwt"})) == {["spark_conf", "spark_conf.a", true, _message("spark_conf.a", "holds a secret in clear (jwt)")]}
	_holding("spark_conf.token", marked) == {["spark_conf", "spark_conf.token", true, _message("spark_conf.token", "holds a secret in clear")]}
	_holding(`spark_conf["a.password"]`, marked) == {["spark_conf", `spark_conf["a.password"]`, true, _message(`spark_conf["a.password"]`, "holds a secret in clear")]}
	_holding("spark_conf.a", marked) == {["spark_conf", "spark_conf.a", false, _message("spark_conf.a", "holds what is sensitive, maybe a secret in clear")]}
	_holding("spark_conf.a", {"kind": "marked", "marked": false}) == {["spark_conf", "spark_conf.a", false, _message("spark_conf.a", "holds what is sensitive, maybe a secret in clear")]}
}

test_literals_by_attribute if {
	named := {"kind": "named", "marked": false}
	cluster := given.resource("databricks_cluster", {"secrets": {"spark_conf.tokenX": {"kind": "marked", "marked": true}, "spark_env_vars.token": named}})
	found := secrets.literals with input as given.plan(set(), [cluster])
	{attribute: {[literal.resource, literal.path, literal.certain] | some literal in literals} | some attribute, literals in found} == {
		"spark_conf": {[cluster, "spark_conf.tokenX", false]},
		"spark_env_vars": {[cluster, "spark_env_vars.token", true]},
	}
}

test_literals_of_what_stays if {
	document := given.plan(set(), [given.resource("databricks_cluster", {
		"action": "delete",
		"secrets": {"spark_conf.token": {"kind": "named", "marked": false}},
	})])
	secrets.literals == {} with input as document
}

_unclear(unknown, links) := secrets.unclear(
	{"links": links},
	{"path": "task[0].new_cluster[0]", "values": {}, "unknown": unknown},
	"spark_conf",
)

_path(key) := concat("", ["task[0].new_cluster[0].spark_conf", key])

test_secrets_that_are_not_known_yet if {
	_unclear({"spark_conf": true}, {}) == {_path("")}
	_unclear({"spark_conf": {"token": true, "a.client_secret": true, "spark.speculation": true}}, {}) == {_path(".token"), _path(`["a.client_secret"]`)}
	_unclear({"spark_conf": {"token": false}}, {}) == set()
	_unclear({"id": true}, {}) == set()
	secrets.unclear({}, {"path": "task", "values": {}, "unknown": true}, "spark_conf") == {"task"}
}

test_references_to_secrets_are_none if {
	unknown := {"spark_conf": {"token": true}}
	_unclear(unknown, {_path(".token"): ["databricks_secret.s"]}) == set()
	_unclear(unknown, {_path(".token"): ["module.m.databricks_secret.s", "databricks_secret_scope.c"]}) == set()
	_unclear(unknown, {_path(".token"): ["databricks_secret.s", "random_password.p"]}) == {_path(".token")}
	_unclear(unknown, {_path(".token"): ["my_databricks_secret.s"]}) == {_path(".token")}
}

test_names_of_secrets if {
	every name in ["password", "API_TOKEN", "fs.azure.account.key.x.dfs.core.windows.net", "clientSecret", "db-pwd"] {
		secrets.named(name)
	}
	every name in ["spark.speculation", "MAX_TOKENS", "secret_scope", "", "Schlüssel"] {
		not secrets.named(name)
	}
}

test_what_is_in_clear if {
	every text in ["hunter2", "(sensitive value 3f9a12ab)", "1234567", "pässword"] {
		secrets.in_clear(text)
	}
	every text in ["", "{{secrets/a/b}}", "true", "None", "123456", "https://h/x", "arn:aws:x"] {
		not secrets.in_clear(text)
	}
}
