# METADATA
# scope: package
# title: Registered models are stored in allowed containers
# description: |
#   Looks at `storage_location` of every registered model. Its files, weights and whatever was
#   logged with them, must lie where Unity Catalog guards them: never at `wasb://` or `wasbs://`, which
#   go by an account key that opens the whole account, nor on `dbfs:`, which is readable for everybody
#   in the workspace; and in one of the parameter's `abfss://` containers if it names any. A model without a location of
#   its own goes where its schema or catalog says, and so does one below `__unitystorage`, which is
#   how Unity Catalog names such places.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/connect/unity-catalog/cloud-storage/managed-storage
#     description: Where Unity Catalog stores what has no location of its own
#   - ref: https://learn.microsoft.com/en-us/azure/databricks/dbfs/dbfs-root
#     description: Why not on the DBFS root
# custom:
#   id: DBX-ML-018
#   severity: high
#   sets: [llmops]
#   resource_types: [databricks_registered_model]
#   attributes: [storage_location]
#   remediation: Leave storage_location out, or name an allowed container as `abfss://container@account.dfs.core.windows.net/path`.
#   controls:
#     sat: [DP-10]
#     nist-800-53: [SC-28, AC-3]
#     iso-27001: [A.8.3, A.8.12]
#     soc2: [CC6.1]
#   parameters:
#     containers:
#       description: |
#         Allowed containers, as globs for container@host such as
#         models@llmopsprod.dfs.core.windows.net or models@*; empty allows every store but wasb and dbfs.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.models.storage_location

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in resources.present.databricks_registered_model
	location := texts.written(resource, "storage_location")
	location != ""
	not _managed(location)
	not _allowed(location)
	result := results.at(resource, "storage_location", sprintf(
		"Registered model is stored at %s; wanted is %s",
		[location, _wanted],
	))
}

undecided contains result if {
	some resource in resources.present.databricks_registered_model
	texts.hidden(resource, "storage_location")
	result := results.at(resource, "storage_location", sprintf(
		"Where this registered model is stored is not known yet; wanted is %s",
		[_wanted],
	))
}

checked contains address if some address, _ in resources.present.databricks_registered_model

_managed(location) if contains(location, "/__unitystorage/")

_allowed(location) if {
	count(_patterns) == 0
	folded := lower(location)
	not regex.match("^(wasbs?|dbfs):", folded)
}

_allowed(location) if {
	container := _container(location)
	some pattern in _patterns
	glob.match(pattern, null, container)
}

_container(location) := split(substring(folded, count("abfss://"), -1), "/")[0] if {
	folded := lower(location)
	startswith(folded, "abfss://")
}

_patterns := {lower(pattern) | some pattern in parameters.of("DBX-ML-018", "containers")}

_wanted := "a location that Unity Catalog guards, such as abfss://container@account.dfs.core.windows.net" if {
	count(_patterns) == 0
} else := sprintf("abfss:// in one of the containers %s", [concat(", ", parameters.of("DBX-ML-018", "containers"))])
