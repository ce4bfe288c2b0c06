# METADATA
# title: Whose folder a workspace path lies in
# description: |
#   `owner(path)` is the person whose home folder or Git folder the path lies in, undefined for every
#   other path. A service principal's home is /Users/<application id>: it belongs to no person.
#   `shared(path)` holds for /Shared, which everyone in the workspace can write to.
#   Paths are written with or without /Workspace before them, libraries and Python files with file:
#   before that; dbfs:/ paths and paths inside a Git source are no workspace paths.
#   https://docs.databricks.com/en/workspace/workspace-objects.html
package policies.lib.folders

owner(path) := person if {
	steps := _steps(path)
	steps[0] in {"Users", "Repos"}
	person := steps[1]
	contains(person, "@")
}

shared(path) if _steps(path)[0] == "Shared"

_steps(path) := split(trim_prefix(trim_prefix(absolute, "/Workspace/"), "/"), "/") if {
	absolute := trim_prefix(path, "file:")
	startswith(absolute, "/")
}
