package policies.lib.folders_test

import data.policies.lib.folders
import data.policies.lib.testing_test as given

_owners(paths) := {path: person | some path in paths; person := folders.owner(path)}

test_home_and_git_folders_of_people if {
	_owners({
		"/Users/bob@example.com",
		"/Users/bob@example.com/.bundle/x/prod/files/a",
		"/Workspace/Users/bob@example.com/a",
		"/Repos/bob@example.com/project/a",
		"/Workspace/Repos/bob@example.com/project/a",
		"file:/Workspace/Users/bob@example.com/a.py",
	}) == {
		"/Users/bob@example.com": "bob@example.com",
		"/Users/bob@example.com/.bundle/x/prod/files/a": "bob@example.com",
		"/Workspace/Users/bob@example.com/a": "bob@example.com",
		"/Repos/bob@example.com/project/a": "bob@example.com",
		"/Workspace/Repos/bob@example.com/project/a": "bob@example.com",
		"file:/Workspace/Users/bob@example.com/a.py": "bob@example.com",
	}
}

test_folders_of_nobody if {
	_owners({
		"",
		"/",
		"/Users",
		"/Users/",
		"/Users/7c1f0a4e-1111-4222-8333-444455556666/a",
		"/Shared/bob@example.com/a",
		"/Workspace/Applications/Users/bob@example.com/a",
		"/WorkspaceUsers/bob@example.com/a",
		"/Users2/bob@example.com/a",
		"Users/bob@example.com/a",
		"dbfs:/Users/bob@example.com/a.py",
		"s3://Users/bob@example.com/a.py",
		"src/a.py",
	}) == {}
}

test_shared if {
	{path |
		some path in {
			"/Shared", "/Shared/a", "/Workspace/Shared/a", "file:/Workspace/Shared/a.whl",
			"/Shared2/a", "/Users/Shared/a", "Shared/a", "dbfs:/Shared/a", "",
		}
		folders.shared(path)
	} == {"/Shared", "/Shared/a", "/Workspace/Shared/a", "file:/Workspace/Shared/a.whl"}
}

test_linked if {
	document := given.plan(set(), [
		given.resource("databricks_notebook", {"values": {"path": "/n"}}),
		given.resource("databricks_notebook", {"address": "databricks_notebook.y", "values": {"path": "/y"}}),
		given.resource("databricks_workspace_file", {"values": {"path": "/f"}}),
		given.resource("databricks_directory", {"values": {"path": "/d"}}),
	])
	targets := ["databricks_notebook.x", "databricks_workspace_file.x", "databricks_directory.x", "databricks_notebook.z"]
	found := folders.linked({"links": {"library": targets, "other": ["databricks_notebook.y"]}}, "library") with input as document
	found == {"/n", "/f"}
	folders.linked({}, "library") == set() with input as document
}
