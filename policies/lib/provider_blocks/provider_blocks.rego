# METADATA
# title: How the Databricks provider is required and configured
# description: |
#   `databricks[key]` are its configurations in all modules, by the key of the document's `providers`. A
#   state has none.
package policies.lib.provider_blocks

databricks := {key: provider |
	some key, provider in input.providers
	endswith(provider.full_name, "/databricks")
}
