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

attributes := grants.attributes

label := {address: text |
	some address, _ in grants.resources
	text := _label(address)
}

key[address] := text if {
	types := _types
	some address, [attribute, name] in _written
	text := _key(types[attribute], name)
}

key[address] := text if {
	written := _written
	texts := keys
	some address, target in _linked
	not written[address]
	text := texts[target]
}

keys[address] := text if {
	names := _names
	some type, by_address in _securables
	kind := _kinds[type].type
	some address, _ in by_address
	text := _key(kind, names[address])
}

keys[address] := address if {
	names := _names
	some by_address in _securables
	some address, _ in by_address
	not names[address]
}

at[text] contains address if some address, text in key

setters[text] := found if {
	all := authoritative
	some text, addresses in at
	found := addresses & all
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

# The securable as it stands in the values; nothing for what is unknown or masked.
_written := {address: [attribute, name] |
	some address, resource in grants.resources
	named := attributes[address]
	count(named) == 1
	some attribute in named
	name := resource.values[attribute]
	_clear(name)
}

# What a name that is not known yet comes from: one resource, of the type that the attribute is for.
# A table that is named after its schema refers to the schema, and is another securable.
_linked := {address: target |
	some address, resource in grants.resources
	named := attributes[address]
	count(named) == 1
	some attribute in named
	linked := resource.links[attribute]
	targets := {target |
		some type in _named_by[attribute]
		by_address := _securables[type]
		some target in linked
		by_address[target]
	}
	count(targets) == 1
	some target in targets
}

_names := {address: name |
	some type, by_address in _securables
	attributes_of_name := _kinds[type].name
	length := count(attributes_of_name)
	some address, resource in by_address
	parts := [part | some attribute in attributes_of_name; part := resource.values[attribute]; _clear(part)]
	count(parts) == length
	name := concat(".", parts)
}

_securables[type] := by_address if {
	some type, _ in _kinds
	by_address := input.resources[type]
}

# Resource type → the attributes by which grants name it, its type to Unity Catalog, and the
# attributes that make its name.
_kinds := {
	"databricks_catalog": {"attributes": ["catalog"], "type": "catalog", "name": ["name"]},
	"databricks_connection": {"attributes": ["foreign_connection"], "type": "connection", "name": ["name"]},
	"databricks_credential": {"attributes": ["credential"], "type": "credential", "name": ["name"]},
	"databricks_external_location": {"attributes": ["external_location"], "type": "external_location", "name": ["name"]},
	"databricks_metastore": {"attributes": ["metastore"], "type": "metastore", "name": ["id"]},
	"databricks_pipeline": {"attributes": ["pipeline"], "type": "pipeline", "name": ["id"]},
	"databricks_recipient": {"attributes": ["recipient"], "type": "recipient", "name": ["name"]},
	"databricks_registered_model": {"attributes": ["model", "function"], "type": "function", "name": ["catalog_name", "schema_name", "name"]},
	"databricks_schema": {"attributes": ["schema"], "type": "schema", "name": ["catalog_name", "name"]},
	"databricks_share": {"attributes": ["share"], "type": "share", "name": ["name"]},
	"databricks_sql_table": {"attributes": ["table"], "type": "table", "name": ["catalog_name", "schema_name", "name"]},
	"databricks_storage_credential": {"attributes": ["storage_credential"], "type": "storage_credential", "name": ["name"]},
	"databricks_volume": {"attributes": ["volume"], "type": "volume", "name": ["catalog_name", "schema_name", "name"]},
}

_named_by[attribute] contains type if {
	some type, kind in _kinds
	some attribute in kind.attributes
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

# Behind all masks, in the order of texts, or no mask: most are, and a comparison costs the embedded engine
# a tenth of a call.
_clear(text) if {
	text > "(sensitive value ~"
	is_string(text)
} else if {
	is_string(text)
	text != ""
	not known.masked(text)
}
