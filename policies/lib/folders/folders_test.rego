package policies.lib.folders_test

import data.policies.lib.folders

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
