# METADATA
# title: Which permission levels an object takes
# description: |
#   An object is named by its attribute of `databricks_permissions`, such as `job_id`. What of two
#   levels is the higher one, `permissions.strength` tells.
#
#   `of(attribute)`                  the set of levels; undefined for an attribute that names no object.
#   `for_authorization(value)`       those of `authorization = value`, which depend on the value.
#   `manages(attribute, level)`      the level allows to change the permissions themselves.
#   `deprecated(attribute, level)`   the level still works and has a successor.
package policies.lib.levels

of(attribute) := _of[attribute]

for_authorization(value) := {level | some level in _table.authorization[value]} if _table.authorization[value]

manages(attribute, level) if level in _objects[attribute].manages

deprecated(attribute, level) if level in _objects[attribute].deprecated

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_table := data.tfcheck.domain.permission_levels

_objects := _table.objects

_of := {attribute: levels |
	some attribute, kind in _objects
	levels := {level | some level in kind.levels}
}
