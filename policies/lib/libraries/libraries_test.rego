package policies.lib.libraries_test

import data.policies.lib.libraries
import data.policies.lib.testing_test as given

_document := given.plan(set(), [
	given.resource("databricks_job", {
		"values": {
			"name": "nightly",
			"task": [
				{"task_key": "a", "library": [{"whl": "/a.whl"}, {"pypi": [{"package": "a"}]}]},
				{"task_key": "b", "new_cluster": [{"library": [{"maven": [{"coordinates": "g:a:1"}]}]}]},
				{"task_key": "c", "library": [{"jar": "/c.jar"}]},
			],
		},
		"unknown": {"task": [{"library": [{"whl": true}]}]},
	}),
	given.resource("databricks_cluster", {"values": {"cluster_name": "etl", "library": [{"cran": [{"package": "c"}]}]}}),
	given.resource("databricks_library", {"values": {"jar": "/a.jar", "pypi": [{"package": "p"}]}}),
	given.resource("databricks_pipeline", {"values": {"library": [{"jar": "/p.jar"}], "cluster": [{}]}}),
	given.resource("databricks_cluster_policy", {"values": {"libraries": [{"egg": "/a.egg"}]}}),
])

test_libraries_everywhere if {
	found := libraries.all with input as _document
	{[library.resource.address, library.path, libraries.label(library), library.scope] | some library in found} == {
		["databricks_job.x", "task[0].library[0]", `Task "a" of job "nightly"`, "task"],
		["databricks_job.x", "task[0].library[1]", `Task "a" of job "nightly"`, "task"],
		["databricks_job.x", "task[1].new_cluster[0].library[0]", `Cluster of task "b" of job "nightly"`, "cluster"],
		["databricks_job.x", "task[2].library[0]", `Task "c" of job "nightly"`, "task"],
		["databricks_cluster.x", "library[0]", `Cluster "etl"`, "cluster"],
		["databricks_library.x", "", "databricks_library.x", "cluster"],
		["databricks_pipeline.x", "library[0]", "databricks_pipeline.x", "pipeline"],
		["databricks_cluster_policy.x", "libraries[0]", "databricks_cluster_policy.x", "policy"],
	}
	count(found) == 8
	{library.path: library.unknown | some library in found; library.unknown != {}} == {"task[0].library[0]": {"whl": true}}
}

test_packages if {
	found := libraries.packages with input as _document
	{[each.kind, each.path, libraries.label(each), each.scope, each.resource.address, each.values] | some each in found} == {
		["pypi", "task[0].library[1].pypi[0]", `Task "a" of job "nightly"`, "task", "databricks_job.x", {"package": "a"}],
		["maven", "task[1].new_cluster[0].library[0].maven[0]", `Cluster of task "b" of job "nightly"`, "cluster", "databricks_job.x", {"coordinates": "g:a:1"}],
		["cran", "library[0].cran[0]", `Cluster "etl"`, "cluster", "databricks_cluster.x", {"package": "c"}],
		["pypi", "pypi[0]", "databricks_library.x", "cluster", "databricks_library.x", {"package": "p"}],
	}
}

test_each_package_once if {
	known := libraries.packages with input as _document
	count(known) == 4
	document := given.plan(set(), [given.resource("databricks_library", {
		"values": {"pypi": [{"package": "p"}]},
		"unknown": {"pypi": [{"repo": true}]},
	})])
	open := libraries.packages with input as document
	[[each.values, each.unknown] | some each in open] == [[{"package": "p"}, {"repo": true}]]
}

test_libraries_of_a_cluster_that_are_unknown if {
	document := given.plan(set(), [given.resource("databricks_cluster", {"unknown": {"library": true}})])
	found := libraries.all with input as document
	[[library.path, library.unknown] | some library in found] == [["library", true]]
	partly := given.plan(set(), [given.resource("databricks_cluster", {"values": {"library": [{"jar": "/a"}]}, "unknown": {"id": true}})])
	count(libraries.all) == 1 with input as partly
}

test_libraries_that_are_unknown_as_a_whole if {
	document := given.plan(set(), [given.resource("databricks_job", {"values": {"task": [{"task_key": "a"}]}, "unknown": {"task": [{"library": true}]}})])
	found := libraries.packages with input as document
	{[each.path, each.unknown] | some each in found} == {["task[0].library", true]}
	result := libraries.at(libraries.all[0], "jar", "message") with input as document
	result == {"address": "databricks_job.x", "path": "task[0].library", "message": "message"}
}

test_a_result_about_an_attribute if {
	result := libraries.at(libraries.packages[0], "package", "message") with input as _document
	result == {"address": "databricks_job.x", "path": "task[0].library[1].pypi[0].package", "message": "message"}
}

test_what_is_pinned if {
	every text in [
		"langchain==0.1.5", "langchain == 0.1.5 ; python_version > '3.8'", "a[b]===1", "a==1 # why", "-r requirements.txt",
		"--index-url x", "# comment", "", "  ", "a @ https://h/a.zip", "git+https://h/a.git@v1", "/Volumes/a/a.whl", "./a",
		"../a.whl", "a.whl", "dbfs:/a",
	] {
		libraries.pinned(text)
	}
	every text in ["langchain", "langchain>=0.1", "a==1.*", "a==1,<2", "a~=1.0", "zürich", "a<2 ; python_version == '3.8'"] {
		not libraries.pinned(text)
	}
}

test_what_is_pinned_of_maven if {
	every text in ["g:a:1.2.3", "g:a:jar:1.0-SNAPSHOT", "com.h:a_2.12:v1"] {
		libraries.pinned_maven(text)
	}
	every text in ["g:a", "g:1", "", "g:a:LATEST", "g:a:[1,2)", "g:a:1.+", "g:a:(,2]"] {
		not libraries.pinned_maven(text)
	}
}
