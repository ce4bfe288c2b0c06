# METADATA
# title: What `databricks_workspace_conf` makes of the settings of a workspace
# description: |
#   The resource holds a map of texts, `custom_config`, and says nothing about settings that are not in
#   it. Where it goes away, or a key leaves the map, the provider does not leave the setting as it is:
#   of a resource that is deleted it turns what begins with enable or enforce to "false", of a key that
#   is taken out whatever was a truth
#   (https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf).
#
#   `settings(key)`  who sets it: an array of {conf, path, value}, the value in lower case.
#   `hidden(key)`    the resources that may set it, to what is not known before apply: {conf, path}.
#   `unsaid(key)`    all resources where none of them says anything about it: {conf, path}.
#   `reset(key)`     where the plan turns it from true to false by taking it out: {conf, path}.
#
#   Of settings that are switches, {key: "true" or "false"}:
#   `denied(wanted, why)` the violations, `undecided(wanted)`, `checked(keys)`.
package policies.lib.workspace_conf

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

settings(key) := [setting |
	some conf in _confs
	value := _text(conf.values, key)
	value != ""
	not values.masked(value)
	setting := {"conf": conf, "path": _path(key), "value": value}
]

hidden(key) := [{"conf": conf, "path": _path(key)} |
	some conf in _confs
	_hides(conf, key)
]

unsaid(key) := [{"conf": conf, "path": _path(key)} | some conf in _confs] if {
	{settings(key), hidden(key), reset(key)} == {[]}
} else := []

reset(key) := [place |
	some conf in _leaving
	_is_reset(conf, key)
	_text(conf.before, key) == "true"
	place := {"conf": conf, "path": _path(key)}
] if {
	{settings(key), hidden(key)} == {[]}
} else := []

denied(wanted, why) := {result |
	some key, value in wanted
	some setting in settings(key)
	setting.value != value
	result := results.at(setting.conf, setting.path, sprintf(
		`%s of the workspace is "%s"; wanted is "%s": %s`,
		[key, setting.value, value, why],
	))
} | {result |
	some key, value in wanted
	value == "true"
	some place in reset(key)
	result := results.at(place.conf, place.path, sprintf(
		`The plan takes %s out of %s, which turns it to "false"; wanted is "true": %s`,
		[key, place.conf.address, why],
	))
}

undecided(wanted) := {result |
	some key, value in wanted
	some place in hidden(key)
	result := results.at(place.conf, place.path, sprintf(
		`What %s of the workspace will be is not known yet; wanted is "%s"`,
		[key, value],
	))
} | {result |
	some key, value in wanted
	some place in unsaid(key)
	result := results.at(place.conf, place.path, sprintf(
		`No databricks_workspace_conf here says what %s of the workspace is; wanted is "%s"`,
		[key, value],
	))
}

checked(keys) := {place.conf.address |
	some key, _ in keys
	some places in [settings(key), hidden(key), unsaid(key), reset(key)]
	some place in places
}

# Rules of its own, since regorus finds imported ones undefined in functions that other packages call.
_confs := object.get(resources.present, "databricks_workspace_conf", {})

_leaving := [conf |
	some conf in object.get(input.resources, "databricks_workspace_conf", {})
	not conf.deposed
]

# A map of texts; what is none, such as a truth that no provider's schema turned into one, is read as one.
_text(tree, key) := lower(sprintf("%v", [object.get(config, key, "")])) if {
	config := tree.custom_config
	is_object(config)
}

_hides(conf, _) if values.unknown(conf, "custom_config")

_hides(conf, key) if conf.unknown.custom_config[key] == true

_hides(conf, key) if values.masked(_text(conf.values, key))

_is_reset(conf, key) if {
	conf.action == "delete"
	regex.match(`^en(able|force)`, key)
}

_is_reset(conf, _) if conf.action == "update"

_path(key) := sprintf("custom_config.%s", [key])
