# METADATA
# title: Which securable a grant is on
# description: |
#   Of every `databricks_grants` and `databricks_grant`, by address:
#   `attributes[address]` the attributes that name its securable, a set. It has one, unless nothing
#                         says yet which of several it will be, or which at all (the empty set).
#   `label[address]`      how messages name it: "schema prod.sales", "external location landing", "some table".
#   `key[address]`        the same text for the same securable, whether it is named or only linked, and
#                         by whichever attribute: a model is a function to Unity Catalog. Undefined
#                         where nothing tells which it is.
#   And of the resources that are securables, managed or looked up:
#   `keys[address]`       the key that grants on it have.
#   `at[key]`             the addresses of the grants on a securable.
#   `one[key]`            whether it is one securable for sure: with providers of several metastores, one name
#                         may mean two, unless all grants refer to the same resource.
#   `setters[key]`        those of them that are `databricks_grants`; undefined where none is.
#   `authoritative`       the addresses of all `databricks_grants`, which set all grants of a securable.
package policies.lib.securables

import data.policies.lib.grants
import data.policies.lib.privileges
import data.policies.lib.values as known

attributes[address] := named if some address, named in _named

attributes[address] := set() if {
	some address, _ in grants.resources
	not _named[address]
}

label := {address: text |
	some address, _ in grants.resources
	text := _label(address)
}

key[address] := text if {
	some address, [attribute, name] in _written
	text := _key(_types[attribute], name)
}

key[address] := text if {
	some address, target in _linked
	not _written[address]
	text := keys[target]
}

keys[address] := text if {
	some type, by_address in _securables
	some address, _ in by_address
	text := _key(_kinds[type].type, _names[address])
}

keys[address] := address if {
	some by_address in _securables
	some address, _ in by_address
	not _names[address]
}

at[text] contains address if some address, text in key

setters[text] := found if {
	some text, addresses in at
	found := addresses & authoritative
	count(found) > 0
}

one contains text if {
	some text, _ in at
	not _several_providers
}

one contains text if {
	some text, addresses in at
	targets := {target | some address in addresses; target := _linked[address]}
	count(targets) == 1
	every address in addresses {
		_linked[address]
	}
}

authoritative := {address |
	some address, resource in grants.resources
	resource.type == "databricks_grants"
}

# A module has a key of its own for a provider that it gets from around it: module.m:databricks.
_several_providers if {
	aliases := {alias |
		some text, provider in input.providers
		provider.name == "databricks"
		alias := regex.replace(text, "^.*:", "")
	}
	count(aliases) > 1
}

_named[address] contains attribute if {
	some attribute, by_address in grants.on
	some address, _ in by_address
}

# The securable as it stands in the values; nothing for what is unknown or masked.
_written[address] := [attribute, name] if {
	some address, named in attributes
	count(named) == 1
	some attribute in named
	name := grants.resources[address].values[attribute]
	_clear(name)
}

# What a name that is not known yet comes from: one resource, of the type that the attribute is for.
# A table that is named after its schema refers to the schema, and is another securable.
_linked[address] := target if {
	some address, named in attributes
	count(named) == 1
	some attribute in named
	targets := {target |
		some target in grants.resources[address].links[attribute]
		some type, kind in _kinds
		kind.attributes[attribute]
		_securables[type][target]
	}
	count(targets) == 1
	some target in targets
}

_names[address] := name if {
	some type, by_address in _securables
	some address, resource in by_address
	parts := [part | some attribute in _kinds[type].name; part := resource.values[attribute]; _clear(part)]
	count(parts) == count(_kinds[type].name)
	name := concat(".", parts)
}

_securables[type] := by_address if {
	some type, _ in _kinds
	by_address := input.resources[type]
}

# Resource type → the attributes by which grants name it, its type to Unity Catalog, and the
# attributes that make its name.
_kinds := {
	"databricks_catalog": {"attributes": {"catalog": true}, "type": "catalog", "name": ["name"]},
	"databricks_connection": {"attributes": {"foreign_connection": true}, "type": "connection", "name": ["name"]},
	"databricks_credential": {"attributes": {"credential": true}, "type": "credential", "name": ["name"]},
	"databricks_external_location": {"attributes": {"external_location": true}, "type": "external_location", "name": ["name"]},
	"databricks_metastore": {"attributes": {"metastore": true}, "type": "metastore", "name": ["id"]},
	"databricks_pipeline": {"attributes": {"pipeline": true}, "type": "pipeline", "name": ["id"]},
	"databricks_recipient": {"attributes": {"recipient": true}, "type": "recipient", "name": ["name"]},
	"databricks_registered_model": {"attributes": {"model": true, "function": true}, "type": "function", "name": ["catalog_name", "schema_name", "name"]},
	"databricks_schema": {"attributes": {"schema": true}, "type": "schema", "name": ["catalog_name", "name"]},
	"databricks_share": {"attributes": {"share": true}, "type": "share", "name": ["name"]},
	"databricks_sql_table": {"attributes": {"table": true}, "type": "table", "name": ["catalog_name", "schema_name", "name"]},
	"databricks_storage_credential": {"attributes": {"storage_credential": true}, "type": "storage_credential", "name": ["name"]},
	"databricks_volume": {"attributes": {"volume": true}, "type": "volume", "name": ["catalog_name", "schema_name", "name"]},
}

_types[attribute] := type if {
	some attribute, _ in grants.on
	type := privileges.type_of(attribute)
}

# A securable newer than the table of privileges.
_types[attribute] := attribute if {
	some attribute, _ in grants.on
	types := {type | type := privileges.type_of(attribute)}
	count(types) == 0
}

_key(type, name) := sprintf("%s %s", [type, lower(name)])

_label(address) := sprintf("%s %s", [replace(attribute, "_", " "), name]) if {
	[attribute, name] := _written[address]
} else := sprintf("%s %s", [replace(min(attributes[address]), "_", " "), object.get(_names, target, target)]) if {
	target := _linked[address]
} else := sprintf("some %s", [concat(" or ", {replace(name, "_", " ") | some name in attributes[address]})]) if {
	count(attributes[address]) > 0
} else := "some securable"

_clear(text) if {
	is_string(text)
	text != ""
	not known.masked(text)
}
