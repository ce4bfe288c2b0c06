# METADATA
# title: Documents and answers for the tests of policies
# description: |
#   `plan(targets, resources)`  a plan with these resources, for the target that the set holds, if any.
#   `state(targets, resources)` the same as a state.
#   `resource(type, fields)`    a managed resource that is created, `<type>.x`, with these fields besides.
#   The answers of a policy, {deny, undecided, checked}: `nothing`, `passes(address)`,
#   `denied(address, path, message)` and `undecided(address, path, message)`.
#   `in_doubt(message)`         a message of lib.production where nothing says which target it is.
package policies.lib.testing_test

plan(targets, resources) := _document("plan", targets, resources)

state(targets, resources) := _document("state", targets, resources)

_document(kind, targets, resources) := {
	"document": object.union({"kind": kind, "file": "plan.json"}, {"target": target | some target in targets}),
	"resources": {type: by_address |
		some type in {each.type | some each in resources}
		by_address := {each.address: each | some each in resources; each.type == type}
	},
}

resource(type, fields) := object.union(
	{
		"address": concat(".", [type, "x"]), "type": type, "name": "x",
		"mode": "managed", "action": "create", "values": {},
	},
	fields,
)

nothing := {"deny": set(), "undecided": set(), "checked": set()}

passes(address) := {"deny": set(), "undecided": set(), "checked": {address}}

denied(address, path, message) := {
	"deny": {{"address": address, "path": path, "message": message}},
	"undecided": set(),
	"checked": {address},
}

undecided(address, path, message) := {
	"deny": set(),
	"undecided": {{"address": address, "path": path, "message": message}},
	"checked": {address},
}

in_doubt(message) := sprintf("%s (nothing says whether this is production)", [message])
