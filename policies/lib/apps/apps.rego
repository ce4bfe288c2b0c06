# METADATA
# title: Apps and what they may use
# description: |
#   `granted`     what apps and app spaces get rights on, an array of {resource, path, kind, level, known}: the
#                 kind is the name of the block, such as "sql_warehouse"; level is "" where it is not known.
#                 Where `resources` as a whole is not known yet it holds nothing: ask `awaited`.
#   `label(app)`  begins a message.
#   `awaited(resource, attribute)` an attribute that somebody wrote is not known yet. Of apps and databases the
#                 provider computes many attributes that nobody wrote, which a plan calls unknown too.
#
#   A plan and a state hold what an app uses as objects, a configuration as blocks in lists.
package policies.lib.apps

import data.policies.lib.blocks
import data.policies.lib.resources

granted := [right |
	some type in ["databricks_app", "databricks_app_space"]
	some app in resources.present[type]
	some block in blocks.inside(blocks.whole(app), "resources")
	block.unknown != true
	some kind in _kinds
	some part in _parts(block, kind)
	level := object.get(part.values, "permission", "")
	right := {
		"resource": app, "path": blocks.attribute(part, "permission"), "kind": kind, "level": level,
		"known": ({level} - {""}) != set(),
	}
]

label(app) := sprintf(`App "%s"`, [app.values.name]) if {
	app.values.name != ""
} else := app.address

awaited(resource, attribute) if {
	resource.unknown[attribute] == true
	resource.links[attribute]
}

awaited(resource, _) if resource.unknown == true

_parts(block, kind) := [{"path": blocks.attribute(block, kind), "values": block.values[kind], "unknown": {}}] if {
	is_object(block.values[kind])
} else := blocks.inside(block, kind)

_kinds := [
	"app", "database", "experiment", "genie_space", "job", "postgres", "secret", "serving_endpoint",
	"sql_warehouse", "uc_securable",
]
