# METADATA
# scope: package
# title: Not everyone can write to the root folder and /Shared
# description: |
#   Looks at the permissions of folders. Where everyone may edit or manage the root folder, /Shared or what
#   lies in it, everyone may replace the code that jobs run from there. A folder that is named by its id
#   lies where the `databricks_directory` of that id in the same document does.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/#folder-acls
#     description: Permission levels of folders
# custom:
#   id: DBX-PRM-010
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_permissions]
#   attributes: [directory_path, directory_id, "access_control[].group_name", "access_control[].permission_level"]
#   remediation: Give everyone CAN_READ at most, and the level to the group that owns the code.
#   controls:
#     sat: [INFO-10]
#     dasf: [DASF 43]
#     nist-800-53: [AC-3, AC-6, CM-3, SI-7, SI-10]
#     cis-controls: ["3.3", "6.8", "16.1"]
#     iso-27001: [A.5.15, A.5.18, A.8.3, A.8.9, A.8.28]
#     soc2: [CC6.1, CC6.3, CC8.1, PI1.2]
package policies.rules.permissions.shared_folder

import data.policies.lib.folders
import data.policies.lib.permissions
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some holding in _held
	holding.certain
	some path in _paths[holding.resource.address]
	_for_all(path)
	result := results.at(holding.resource, holding.path, sprintf(
		`"%s", which is everyone, holds %s on %s; wanted is CAN_READ`,
		[holding.name, holding.level, path],
	))
}

undecided contains result if {
	some holding in _held
	holding.certain == false
	some path in _paths[holding.resource.address]
	_for_all(path)
	result := results.at(holding.resource, holding.path, sprintf(
		"Who holds which level on %s is not known yet; everyone may hold CAN_READ",
		[path],
	))
}

undecided contains result if {
	some holding in _held
	_paths[holding.resource.address] == set()
	result := results.at(holding.resource, holding.path, "Which folder everyone can write to is not known here; in /Shared everyone may hold CAN_READ")
}

checked contains address if some address, _ in _paths

_held := array.concat(
	permissions.held_by_everyone("directory_path", _writing),
	permissions.held_by_everyone("directory_id", _writing),
)

_writing := {"CAN_EDIT": true, "CAN_MANAGE": true}

_paths[address] := paths if {
	some attribute in ["directory_path", "directory_id"]
	some address, resource in permissions.on[attribute]
	paths := (_written(resource) | _of_id(resource)) | _linked(resource, attribute)
}

_written(resource) := {path |
	path := texts.written(resource, "directory_path")
	path != ""
}

_of_id(resource) := {"/"} if {
	resource.values.directory_id == "0"
} else := {path |
	some directory in input.resources.databricks_directory
	sprintf("%v", [directory.values.object_id]) == resource.values.directory_id
	path := texts.written(directory, "path")
}

_linked(resource, attribute) := {path |
	not resource.values[attribute]
	some target in resource.links[attribute]
	path := texts.written(input.resources.databricks_directory[target], "path")
}

_for_all(path) if folders.shared(path)

_for_all(path) if path in {"/", "/Workspace", "/Workspace/"}
