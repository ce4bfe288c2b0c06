package policies.lib.resources_test

import data.policies.lib.resources

_actions := ["create", "update", "replace", "no-op", "delete", "forget"]

_resource(action) := {"address": sprintf("a.%s", [action]), "mode": "managed", "action": action}

# One of each action, a data source, and a deposed object that is kept, changed and destroyed.
_input := {"resources": {
	"a": {address: resource |
		some action in _actions
		resource := _resource(action)
		address := resource.address
	},
	"b": {address: resource |
		some action in array.concat(_actions, ["read"])
		address := sprintf("data.b.%s", [action])
		resource := {"address": address, "mode": "data", "action": action}
	},
	"c": {address: resource |
		some action in _actions
		address := sprintf("c.%s (deposed 0a1b2c3d)", [action])
		resource := {"address": address, "mode": "managed", "action": action, "deposed": "0a1b2c3d"}
	},
}}

_all(actions) := {"a": of_type, "b": {}, "c": {}} if {
	of_type := {address: resource |
		some action in actions
		resource := _resource(action)
		address := resource.address
	}
}

test_present_is_what_there_is_after_the_change if {
	resources.present == _all(["create", "update", "replace", "no-op"]) with input as _input
}

test_changed_is_what_gets_other_values if {
	resources.changed == _all(["update", "replace"]) with input as _input
}

test_destroyed_is_what_is_gone_for_a_while_or_for_good if {
	resources.destroyed == _all(["delete", "replace"]) with input as _input
}
