package policies.rules.secrets.scope_without_key_vault_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.scope_without_key_vault as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_scope(fields) := given.resource("databricks_secret_scope", fields)

_in(others, providers, fields) := _answers(object.union(
	given.plan(set(), array.concat([_scope(fields)], [given.resource(type, {}) | some type in others])),
	{"providers": {name: {"name": name} | some name in providers}},
))

_address := "databricks_secret_scope.x"

_vault := {"values": {"name": "a", "keyvault_metadata": [{"dns_name": "https://a.vault.azure.net/"}]}}

_own := {"values": {"name": "a"}, "unknown": {"backend_type": true, "id": true}}

_denied := given.denied(_address, "keyvault_metadata", "databricks_secret_scope.x keeps its secrets in Databricks; wanted is a Key Vault")

_doubt := given.undecided(
	_address,
	"keyvault_metadata",
	"databricks_secret_scope.x keeps its secrets in Databricks; on Azure a Key Vault is wanted, and nothing says which cloud this is",
)

test_azure_by_resource_or_provider if {
	every cloud in ["azurerm", "azuread", "azapi"] {
		_in([sprintf("%s_thing", [cloud])], [], _own) == _denied
		_in([], [cloud, "databricks"], _own) == _denied
	}
	_in(["azurerm_thing"], [], {"values": {"backend_type": "DATABRICKS", "keyvault_metadata": []}}) == _denied
}

test_azure_by_another_scope if {
	other := object.union(_scope(_vault), {"address": "databricks_secret_scope.y"})
	_answers(given.plan(set(), [_scope(_own), other])) == object.union(_denied, {"checked": {_address, "databricks_secret_scope.y"}})
}

test_other_clouds if {
	every cloud in ["aws", "google"] {
		_in([sprintf("%s_thing", [cloud])], [], _own) == given.nothing
		_in([], [cloud], _own) == given.nothing
	}
}

test_nobody_knows_which_cloud if {
	_in([], ["databricks"], _own) == _doubt
	_in(["azurerm_thing", "aws_thing"], [], _own) == _doubt
}

test_a_key_vault if {
	every others in [[], ["azurerm_thing"], ["azurerm_thing", "aws_thing"]] {
		_in(others, [], _vault) == given.passes(_address)
		_in(others, [], {"values": {"backend_type": "AZURE_KEYVAULT"}}) == given.passes(_address)
	}
}

test_not_known_yet if {
	every others in [[], ["azurerm_thing"]] {
		_in(others, [], {"unknown": {"keyvault_metadata": true}}) == given.undecided(
			_address,
			"keyvault_metadata",
			"Where databricks_secret_scope.x keeps its secrets is not known yet",
		)
	}
}

test_a_scope_that_goes_away if {
	_in(["azurerm_thing"], [], {"action": "delete"}) == given.nothing
}
