# METADATA
# title: Whose folder a workspace path lies in
# description: |
#   `owner(path)` is the person whose home folder or Git folder the path lies in, undefined for every
#   other path. A service principal's home is /Users/<application id>: it belongs to no person.
#   `shared(path)` holds for /Shared, which everyone in the workspace can write to.
#   Paths are written with or without /Workspace before them, libraries and Python files with file:
#   before that; dbfs:/ paths and paths inside a Git source are no workspace paths.
#   `linked(resource, path)` the paths of the notebooks and workspace files that an attribute refers to.
#   https://docs.databricks.com/en/workspace/workspace-objects.html
package policies.lib.folders

import data.policies.lib.texts

owner(path) := person if {
	steps := _steps(path)
	steps[0] in {"Users", "Repos"}
	person := steps[1]
	contains(person, "@")
}

shared(path) if _steps(path)[0] == "Shared"

linked(resource, path) := {text |
	some type in ["databricks_notebook", "databricks_workspace_file"]
	some target in resource.links[path]
	text := texts.written(input.resources[type][target], "path")
}

_steps(path) := split(trim_prefix(trim_prefix(absolute, "/Workspace/"), "/"), "/") if {
	absolute := trim_prefix(path, "file:")
	startswith(absolute, "/")
}
