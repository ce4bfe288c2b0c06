package policies.rules.secrets.provider_with_token_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.provider_with_token as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_providers(by_key) := _answers({"document": {"kind": "plan", "file": "plan.json"}, "resources": {}, "providers": {key: provider |
	some key, fields in by_key
	provider := object.union({"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"}, fields)
}})

test_by_auth_type if {
	every type in ["pat", "basic", "PAT"] {
		_providers({"databricks": {"arguments": {"auth_type": "literal", "token": "expression"}, "auth_type": type}}) == given.denied(
			"terraform",
			"provider.databricks.auth_type",
			sprintf(`Provider databricks authenticates with auth_type "%s"; wanted is OAuth or OIDC`, [lower(type)]),
		)
	}
}

test_by_argument if {
	every argument in ["token", "password"] {
		every how in ["literal", "expression"] {
			_providers({"module.a:databricks": {"arguments": {argument: how, "host": "literal", "username": "literal"}}}) == given.denied(
				"terraform",
				sprintf("provider.module.a:databricks.%s", [argument]),
				sprintf("Provider module.a:databricks takes a %s; wanted is OAuth or OIDC", [argument]),
			)
		}
	}
}

test_two_providers if {
	answers := _providers({"databricks": {"arguments": {"token": "literal"}}, "databricks.b": {"arguments": {"client_id": "literal"}}})
	{result.path | some result in answers.deny} == {"provider.databricks.token"}
	answers.undecided == set()
}

test_other_ways if {
	_providers({"databricks": {"arguments": {"auth_type": "literal", "token": "literal"}, "auth_type": "azure-cli"}}) == given.passes("terraform")
	_providers({"databricks": {"arguments": {"client_id": "literal", "client_secret": "expression"}}}) == given.passes("terraform")
	_providers({"databricks": {"arguments": {"username": "literal"}}}) == given.passes("terraform")
	_providers({"databricks": {}}) == given.passes("terraform")
}

test_one_of_several if {
	every other in ["client_id", "azure_client_id", "azure_workspace_resource_id", "google_service_account", "google_credentials"] {
		_providers({"databricks": {"arguments": {"token": "expression", other: "expression"}}}) == given.undecided(
			"terraform",
			"provider.databricks.token",
			sprintf("Provider databricks takes a token or %s, and which of them is not known", [other]),
		)
	}
	_providers({"databricks": {"arguments": {"password": "literal", "client_id": "literal", "azure_client_id": "literal"}}}) == given.undecided(
		"terraform",
		"provider.databricks.password",
		"Provider databricks takes a password or azure_client_id, client_id, and which of them is not known",
	)
	_providers({"databricks": {"arguments": {"token": "expression", "azure_use_msi": true}}}).undecided != set()
	_providers({"databricks": {"arguments": {"token": "expression", "azure_use_msi": false}}}).deny != set()
}

test_not_known if {
	_providers({"databricks": {"arguments": {"auth_type": "expression", "token": "expression"}}}) == given.undecided(
		"terraform",
		"provider.databricks.auth_type",
		"How provider databricks authenticates is not known",
	)
}

test_no_provider if {
	_providers({}) == given.nothing
}
