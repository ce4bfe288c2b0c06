# METADATA
# title: Which objects have permissions of their own
# description: |
#   `without(objects, attribute, keys)`  of these resources those that no `databricks_permissions` of the document
#                       names, by reference or by id: address → resource. `attribute` is that of the permissions,
#                       `keys` are the attributes in which the objects have their id.
#   `reasons(types, attribute)`  why one may be on them all the same: a set, empty where the document shows all
#                       there are. A link says what permissions are on where it goes to one of these types.
package policies.lib.permitted

import data.policies.lib.permissions
import data.policies.lib.texts

without(objects, attribute, keys) := {address: object_ |
	some address, object_ in objects
	_links_to(attribute, address) == false
	known := _ids(attribute)
	found := {key | some key in keys; known[texts.written(object_, key)]}
	count(found) == 0
}

reasons(types, attribute) := {"the plan covers only a part of the configuration" | input.document.complete == false} | {reason |
	some address, resource in _on[attribute]
	texts.hidden(resource, attribute)
	known := {target |
		some target in object.get(resource, ["links", attribute], [])
		some type in types
		regex.match(sprintf(`(^|\.)%s\.[^.\[]+(\[.*\])?$`, [type]), target)
	}
	count(known) == 0
	reason := sprintf("%s may be on it", [address])
}

default _links_to(_, _) := false

# A link may name one instance of a counted object or, without index, all of them.
_links_to(attribute, address) if {
	some reference in {address, regex.replace(address, `\[[^\[\]]*\]$`, "")}
	_references[attribute][reference]
}

_references[attribute] contains reference if {
	some attribute, by_address in _on
	some resource in by_address
	some reference in resource.links[attribute]
}

_ids(attribute) := {id: true |
	some resource in _on[attribute]
	id := texts.written(resource, attribute)
}

# A rule, since regorus finds an imported one undefined in a function that another package calls.
_on := permissions.on
