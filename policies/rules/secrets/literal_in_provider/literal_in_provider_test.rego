package policies.rules.secrets.literal_in_provider_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.literal_in_provider as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_providers(by_key) := _answers({"document": {"kind": "plan", "file": "plan.json"}, "resources": {}, "providers": {key: provider |
	some key, fields in by_key
	provider := object.union({"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"}, fields)
}})

_found(deny, undecided) := {"deny": deny, "undecided": undecided, "checked": {"terraform"}}

_result(path, message) := {"address": "terraform", "path": path, "message": message}

test_a_literal if {
	every argument in ["token", "password", "client_secret", "azure_client_secret"] {
		_providers({"databricks": {"arguments": {argument: "literal", "host": "literal"}}, "module.a:databricks.two": {}}) == given.denied(
			"terraform",
			sprintf("provider.databricks.%s", [argument]),
			sprintf("%s of provider databricks is written in clear; wanted is the environment, or OIDC", [argument]),
		)
	}
}

test_no_literal if {
	_providers({"databricks": {"arguments": {"token": "expression", "host": "literal"}}}) == given.passes("terraform")
	_providers({"databricks": {}}) == given.passes("terraform")
}

test_no_provider if {
	_providers({}) == given.nothing
	_providers({"azurerm": {"full_name": "registry.terraform.io/hashicorp/azurerm", "arguments": {"client_secret": "literal"}}}) == given.nothing
	_answers(given.state(set(), [])) == given.nothing
}
