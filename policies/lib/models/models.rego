# METADATA
# title: Which grants are about a registered model
# description: |
#   The provider documents `model` for the grants of a registered model; bundles write `function`,
#   because a model is a function to Unity Catalog. A function is taken for a model when the document
#   has a model of that name, when it refers to one, or when its resource is named as bundles name
#   it (`registered_model_…`). A function that is known by name and fits none of these is none.
#
#   `about[address]`      of a `databricks_grants` or `databricks_grant`: true, or "unknown" where
#                         nothing says yet whether its function is a model. Undefined for all others.
#   `label[address]`      of the same: the model's full name, else the address it refers to, else a
#                         phrase that says that the name is not known.
#   `grants_of[address]`  of a `databricks_registered_model`: the addresses of the grants on it.
#   `unplaced`            the grants that may be on any model: their model has no name and no link yet.
#   `name(values)`        full name of a model from its values; undefined while unknown.
package policies.lib.models

import data.policies.lib.grants
import data.policies.lib.values as known

about[address] := true if some address, _ in grants.on.model

about[address] := true if some address in _function_of_model

about[address] := "unknown" if {
	some address, _ in grants.on.function
	not _function_of_model[address]
	not _written[address]
}

label[address] := text if {
	some address, _ in about
	text := _written[address]
}

label[address] := text if {
	some address, _ in about
	not _written[address]
	texts := {text | some reference in _references[address]; some text in _called(reference)}
	count(texts) > 0
	text := concat(", ", texts)
}

label[address] := "(name not known yet)" if {
	some address, _ in about
	not _written[address]
	not _references[address]
}

grants_of[model] contains address if {
	some address, _ in about
	some model in _by_name[lower(_written[address])]
}

# The link decides only where the names cannot.
grants_of[model] contains address if {
	some address, references in _references
	some reference in references
	some model in _instances[reference]
	not _both_named(address, model)
}

unplaced contains address if {
	some address, _ in about
	not _written[address]
	not _references[address]
}

name(values) := values.full_name if {
	_clear(values.full_name)
} else := values.id if {
	_clear(values.id)
} else := concat(".", [values.catalog_name, values.schema_name, values.name]) if {
	_clear(values.catalog_name)
	_clear(values.schema_name)
	_clear(values.name)
}

_function_of_model contains address if {
	some address, resource in grants.on.function
	startswith(resource.name, "registered_model_")
}

_function_of_model contains address if {
	some address, _ in grants.on.function
	_by_name[lower(_written[address])]
}

_function_of_model contains address if {
	some address, _ in grants.on.function
	some reference in _references[address]
	not _names_differ(address, reference)
}

# A function in the schema of a model refers to the model too, but has another name.
_names_differ(address, reference) if {
	some model in _instances[reference]
	_both_named(address, model)
}

_both_named(address, model) if {
	_written[address]
	_name_of[model]
}

# The securable as it stands in the values; nothing for what is unknown or masked.
_written[address] := text if {
	some attribute in ["model", "function"]
	some address, resource in grants.on[attribute]
	text := resource.values[attribute]
	_clear(text)
}

# Of a resource on a model or function: the registered models it refers to.
_references[address] contains reference if {
	some attribute in ["model", "function"]
	some address, resource in grants.on[attribute]
	some reference in resource.links[attribute]
	regex.match(`(^|\.)databricks_registered_model\.`, reference)
}

# Data sources count: a model that another configuration made. So do models that are forgotten.
_name_of[address] := text if {
	some address, resource in input.resources.databricks_registered_model
	text := name(_lasting(resource))
}

_lasting(resource) := resource.before if {
	resource.action in {"delete", "forget"}
} else := resource.values

_by_name[folded] contains address if {
	some address, text in _name_of
	folded := lower(text)
}

# A link may name one instance of a counted resource or, without index, all of them.
_instances[reference] contains address if {
	some address, _ in input.resources.databricks_registered_model
	some reference in {address, regex.replace(address, `\[[^\[\]]*\]$`, "")}
}

_called(reference) := {_call(model) | some model in _instances[reference]} if {
	_instances[reference]
} else := {reference}

_call(model) := _name_of[model]

_call(model) := model if not _name_of[model]

_clear(text) if {
	text != ""
	not known.masked(text)
}
