# METADATA
# scope: package
# title: Experiments allow only CAN_READ, and only to users
# description: |
#   Looks at every access control entry of `databricks_permissions` on an MLflow experiment, also
#   where `experiment_id` is not known before the apply. Runs are the evidence of how a model came
#   about: everybody in the workspace may read them, and nobody but the identity that deploys may
#   write or delete them. Databricks gives that identity CAN_MANAGE by itself; where the
#   configuration says so too, name it in the parameter `deployer`.
#   Not looked at: what the folder of the experiment passes on, and workspace admins, whose rights
#   cannot be taken. That there are permissions at all is the subject of DBX-EXP-002.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/
#     description: What each level allows on an MLflow experiment
# custom:
#   id: DBX-EXP-001
#   severity: high
#   sets: [baseline, llmops]
#   resource_types: [databricks_permissions]
#   attributes:
#     - experiment_id
#     - access_control[].group_name
#     - access_control[].user_name
#     - access_control[].service_principal_name
#     - access_control[].permission_level
#   remediation: Leave a single entry, CAN_READ for the group `users`.
#   controls:
#     sat: [INFO-10]
#     dasf: [DASF 43]
#     nist-800-53: [AC-3, AC-6]
#     cis-controls: ["3.3", "6.8"]
#     iso-27001: [A.5.15, A.5.18, A.8.3]
#     soc2: [CC6.1, CC6.3]
#   parameters:
#     allowed:
#       description: The entries that may stand on an experiment; names are compared without regard to case.
#       default: [{group_name: users, permission_level: CAN_READ}]
#       schema:
#         type: array
#         items:
#           type: object
#           required: [permission_level]
#           additionalProperties: false
#           minProperties: 2
#           maxProperties: 2
#           properties:
#             group_name: {type: string, minLength: 1}
#             user_name: {type: string, minLength: 1}
#             service_principal_name: {type: string, minLength: 1}
#             permission_level: {type: string, minLength: 1}
#     deployer:
#       description: User name or application id of the identity that deploys, which may hold any level; empty for none.
#       default: ""
#       schema: {type: string}
package policies.rules.experiments.only_read_for_users

import data.policies.lib.parameters
import data.policies.lib.permissions
import data.policies.lib.principals
import data.policies.lib.results

deny contains result if {
	some address, resource in permissions.on.experiment_id
	some entry in permissions.entries[address]
	count(_fitting(entry)) == 0
	result := results.at(resource, _path(entry), sprintf(
		"%s has %s on an experiment; allowed is only %s",
		[_who(entry), _level(entry), _wanted],
	))
}

undecided contains result if {
	some address, resource in permissions.on.experiment_id
	some entry in permissions.entries[address]
	false in entry.decided
	fitting := _fitting(entry)
	count(fitting) > 0
	every rule in fitting {
		not _surely(entry, rule)
	}
	result := results.at(resource, _path(entry), sprintf(
		"Not known yet who has which level on an experiment: %s has %s; allowed is only %s",
		[_who(entry), _level(entry), _wanted],
	))
}

undecided contains result if {
	some address, resource in permissions.on.experiment_id
	permissions.open[address]
	result := results.at(resource, "access_control", sprintf(
		"The permissions on this experiment are not known yet; allowed is only %s",
		[_wanted],
	))
}

checked contains address if some address, _ in permissions.on.experiment_id

# What may stand: {attribute, name, level}, where the level "" is any.
_rules contains {"attribute": attribute, "name": name, "level": level} if {
	some entry in parameters.of("DBX-EXP-001", "allowed")
	level := entry.permission_level
	some attribute, name in object.remove(entry, ["permission_level"])
}

_rules contains {"attribute": attribute, "name": name, "level": ""} if {
	some attribute in ["user_name", "service_principal_name"]
	name := parameters.of("DBX-EXP-001", "deployer")
	name != ""
}

# The rules that allow the entry whatever its unknown parts turn out to be, or may do so.
_fitting(entry) := {rule |
	some rule in _rules
	_fits_attribute(entry, rule)
	_fits_name(entry, rule)
	_fits_level(entry, rule)
}

_fits_attribute(entry, rule) if entry.attribute in {rule.attribute, ""}

_fits_name(entry, _) if not entry.decided.name

_fits_name(entry, rule) if principals.same(entry.name, rule.name)

_fits_level(entry, _) if not entry.decided.level

_fits_level(_, rule) if rule.level == ""

_fits_level(entry, rule) if entry.level == rule.level

# Of a rule that fits, and an entry of which something is not known.
_surely(entry, rule) if {
	entry.decided.name
	rule.level == ""
}

# The part to change: the principal where somebody else may have this level, else the level.
_path(entry) := sprintf("%s.permission_level", [entry.path]) if {
	entry.decided.name
	some rule in _rules
	_fits_attribute(entry, rule)
	_fits_name(entry, rule)
} else := sprintf("%s.%s", [entry.path, entry.attribute]) if {
	entry.attribute != ""
} else := entry.path

_who(entry) := sprintf("%s %q", [_kinds[entry.kind], entry.name]) if {
	entry.name != ""
} else := sprintf("a %s that is not known", [_kinds[entry.kind]])

_kinds := {"group": "group", "user": "user", "service_principal": "service principal", "unknown": "principal"}

_level(entry) := entry.level if {
	entry.level != ""
} else := "a level that is not known"

_wanted := concat(", ", {sprintf("%s for %q", [_any(rule), rule.name]) | some rule in _rules})

_any(rule) := rule.level if {
	rule.level != ""
} else := "any level"
