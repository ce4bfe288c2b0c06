package policies.rules.bundles.uploaded_secrets_test

import data.policies.rules.bundles.uploaded_secrets as policy

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

_files(paths) := _bundle({}, {"source": "deployment", "files": paths}, {})

test_names_of_secrets if {
	every path in [
		".env", "config/.env.prod", "key.pem", "a/b.p12", "terraform.tfstate", "x/terraform.tfstate.backup",
		".databrickscfg", ".ssh/id_rsa", "credentials", ".aws/credentials.json", ".netrc",
	] {
		_answers(_files(["src/main.py", path])) == _denied({_result("files[1]", sprintf("%q was uploaded, and by its name it holds secrets", [path]))})
	}
}

test_other_names if {
	_answers(_files(["src/main.py", ".env.example", "environment.yml", "src/credentials_helper.py", "docs/id_rsa.md", "keys.py"])) == _passed
	_answers(_bundle({}, {"source": "deployment"}, {})) == _passed
	_answers(_bundle({}, {"source": "metadata"}, {})) == _not_applicable
}
