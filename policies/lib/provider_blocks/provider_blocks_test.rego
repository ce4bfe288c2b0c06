package policies.lib.provider_blocks_test

import data.policies.lib.provider_blocks

test_configurations_of_the_databricks_provider if {
	document := {"resources": {}, "providers": {
		"databricks": {"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"},
		"module.a:dbx.two": {"name": "dbx", "full_name": "registry.terraform.io/databrickslabs/databricks"},
		"azurerm": {"name": "azurerm", "full_name": "registry.terraform.io/hashicorp/azurerm"},
		"odd": {"name": "odd"},
	}}
	{key | some key, _ in provider_blocks.databricks} == {"databricks", "module.a:dbx.two"} with input as document
	provider_blocks.databricks == {} with input as {"resources": {}}
}
