package policies.lib.secrets_test

import data.policies.lib.secrets

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
