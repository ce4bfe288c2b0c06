package policies.rules.secrets.mount_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.mount as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_types := {
	"databricks_mount", "databricks_aws_s3_mount", "databricks_azure_adls_gen1_mount",
	"databricks_azure_adls_gen2_mount", "databricks_azure_blob_mount",
}

_mount(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_message(address) := sprintf("%s mounts storage, which every user of the workspace can read; wanted is an external location", [address])

test_a_mount if {
	every type in _types {
		address := sprintf("%s.x", [type])
		_mount(type, {"unknown": {"id": true}}) == given.denied(address, "", _message(address))
	}
}

_with(kind) := {
	"values": {"extra_configs": {"fs.azure.account.key.a": "(sensitive value 3f9a12ab)"}},
	"secrets": {`extra_configs["fs.azure.account.key.a"]`: {"kind": kind, "marked": true}},
}

test_a_mount_with_a_secret if {
	{result.path | some result in _mount("databricks_mount", _with("named")).deny} == {"", `extra_configs["fs.azure.account.key.a"]`}
	{result.path | some result in _mount("databricks_mount", {
		"values": {"extra_configs": {"a": "(sensitive value 3f9a12ab)"}},
		"secrets": {"extra_configs.a": {"kind": "marked", "marked": true}},
	}).deny} == {""}
	_mount("databricks_other", _with("named")) == given.nothing
}

test_a_mount_that_goes_away if {
	every type in _types {
		_mount(type, {"action": "delete"}) == given.nothing
	}
}
