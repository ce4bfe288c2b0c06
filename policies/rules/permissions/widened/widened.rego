# METADATA
# scope: package
# title: Plan does not widen permissions unseen
# description: |
#   Compares permissions and grants before and after a plan that changes them. Who gets a level or a
#   privilege that neither they nor everybody (`users`, `account users`) had is named, so that a
#   reviewer sees it; what is meant is approved by a waiver. ALL_PRIVILEGES covers every privilege
#   but MANAGE, EXTERNAL_USE_SCHEMA and EXTERNAL_USE_LOCATION.
#   Not looked at: permissions that the plan creates, where nothing says what was there before,
#   membership of groups, and what catalog, schema or folder pass on.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/
#     description: Levels, from the weakest to the strongest
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
#     description: What ALL PRIVILEGES leaves out
# custom:
#   id: DBX-PRM-013
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_permissions, databricks_grants, databricks_grant]
#   attributes: ["access_control[]", "grant[]", principal, privileges]
#   remediation: Have the change approved and give it a waiver, or keep the narrower permission.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.permissions.widened

import data.policies.lib.documents
import data.policies.lib.grants
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results

deny contains result if {
	some gain in _gains
	gain.certain
	result := results.at(gain.resource, gain.path, sprintf("%s; a wider permission needs approval", [gain.what]))
}

undecided contains result if {
	some gain in _gains
	not gain.certain
	result := results.at(gain.resource, gain.path, sprintf("Not known yet whether this widens a permission: %s", [gain.what]))
}

undecided contains result if {
	some [resource, path] in _unseen
	result := results.at(resource, path, "Not known yet whether this widens a permission: one side of the change is missing")
}

checked contains address if {
	documents.plan
	some type in _types
	some address, resource in resources.present[type]
	resource.action != "create"
}

_types := ["databricks_permissions", "databricks_grants", "databricks_grant"]

# Changes of which only the apply, or nobody, tells what comes after or was before.
_unseen contains [resource, "access_control"] if {
	some address, resource in resources.changed.databricks_permissions
	permissions.open[address]
}

_unseen contains [resource, "grant"] if {
	some address, resource in resources.changed.databricks_grants
	grants.open[address]
}

_unseen contains [resource, ""] if {
	some type in _types
	some resource in resources.changed[type]
	not resource.before
}

_gains contains gain if {
	some address, resource in resources.changed.databricks_permissions
	held := permissions.entries_of(resource.before, {})
	kept := {old | some old in held; old.decided == {"name": true, "level": true}}
	some entry in permissions.entries[address]
	not kept[entry] # which is quicker told than what follows
	not _level_held(entry, held)
	gain := {
		"resource": resource,
		"path": sprintf("%s.permission_level", [entry.path]),
		"certain": _all_plain(array.concat([entry], held)),
		"what": sprintf("%s gets %s (before: %s)", [
			_who(entry.kind, entry.name),
			_or(entry.level, "a level that is not known"),
			_or(concat(", ", {old.level | some old in held; _same_holder(entry, old)}), "nothing"),
		]),
	}
}

# The same entry as before, also where both are masked; or one that gives no more than before.
_level_held(entry, held) if {
	some old in held
	_same_holder(entry, old)
	old.level == entry.level
	entry.level != ""
}

_level_held(entry, held) if {
	some old in held
	_holds_for(entry, old)
	permissions.strength(old.level) >= permissions.strength(entry.level)
}

_holds_for(entry, old) if _same_holder(entry, old)

_holds_for(_, old) if {
	old.kind == "group"
	principals.everyone(old.name)
}

_same_holder(entry, old) if {
	entry.kind == old.kind
	entry.name != ""
	principals.same(entry.name, old.name)
}

default _all_plain(_) := false

_all_plain(entries) if {
	every entry in entries {
		entry.decided.name
		permissions.strength(entry.level)
	}
}

_gains contains gain if {
	some type in ["databricks_grants", "databricks_grant"]
	some address, resource in resources.changed[type]
	held := grants.entries_of(type, resource.before, {})
	kept := {old | some old in held; old.decided == {"principal": true, "privileges": true}}
	some entry in grants.entries[address]
	not kept[entry]
	more := {privilege | some privilege in entry.privileges; not _privilege_held(privilege, entry, held)}
	_more_or_unknown(more, entry)
	gain := {
		"resource": resource,
		"path": entry.paths.privileges,
		"certain": _all_decided(more, entry, held),
		"what": sprintf("%s gets %s (before: %s)", [
			_who("principal", entry.principal),
			_or(concat(", ", more), "privileges that are not known"),
			_or(
				concat(", ", {privilege |
					some old in held
					_same_principal(entry, old)
					some privilege in old.privileges
				}),
				"nothing",
			),
		]),
	}
}

_more_or_unknown(more, _) if count(more) > 0

_more_or_unknown(_, entry) if not entry.decided.privileges

_privilege_held(privilege, entry, held) if {
	some old in held
	_granted_to(entry, old)
	_covers(old.privileges, privilege)
}

_covers(privileges, privilege) if privileges[privilege]

_covers(privileges, privilege) if {
	privileges.ALL_PRIVILEGES
	not _apart[privilege]
}

# https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/privileges
_apart := {"MANAGE": true, "EXTERNAL_USE_SCHEMA": true, "EXTERNAL_USE_LOCATION": true}

_granted_to(entry, old) if _same_principal(entry, old)

_granted_to(_, old) if principals.everyone(old.principal)

_same_principal(entry, old) if {
	entry.principal != ""
	principals.same(entry.principal, old.principal)
}

default _all_decided(_, _, _) := false

# What is known to be more is more, whatever else comes with it.
_all_decided(more, entry, held) if {
	count(more) > 0
	entry.decided.principal
	every old in held {
		old.decided.principal
		old.decided.privileges
	}
}

_who(kind, name) := sprintf("%s %q", [replace(kind, "_", " "), name]) if {
	name != ""
} else := sprintf("a %s that is not known", [replace(kind, "_", " ")])

_or(text, _) := text if text != ""

_or("", other) := other
