package policies.rules.audit.artifact_allowlist_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.artifact_allowlist as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_list(fields) := _answers(given.plan(set(), [given.resource("databricks_artifact_allowlist", fields)]))

_address := "databricks_artifact_allowlist.x"

_matching(artifacts) := _list({"values": {"artifact_type": "LIBRARY_JAR", "artifact_matcher": [{"artifact": artifact, "match_type": "PREFIX_MATCH"} | some artifact in artifacts]}})

_roots := [
	"", "*", "/", "//", "dbfs:/", "dbfs:", "/dbfs/", "/Volumes", "/Volumes/", "dbfs:/Volumes/", "/Workspace/",
	"/mnt/", "dbfs:/FileStore/", "s3://bucket", "s3://bucket/", "abfss://c@a.dfs.core.windows.net/", "gs://bucket/",
]

test_a_root if {
	every root in _roots {
		_matching(["/Volumes/prod/libs/", root]) == given.denied(
			_address,
			"artifact_matcher[1].artifact",
			sprintf(`The allow list admits everything under "%s"; wanted is a folder into which only deployments write`, [root]),
		)
	}
}

test_a_folder if {
	_matching(["/Volumes/prod/libs/", "s3://bucket/libs/", "/Volumes/prod", "com.example:lib", "dbfs:/libs", "mnt", "Volumes"]).deny == {{
		"address": _address,
		"path": sprintf("artifact_matcher[%d].artifact", [i]),
		"message": sprintf(`The allow list admits everything under "%s"; wanted is a folder into which only deployments write`, [root]),
	} |
		some i, root in {5: "mnt", 6: "Volumes"}
	}
	_matching(["/Volumes/prod/libs/", "com.example:lib"]) == given.passes(_address)
}

test_not_known_yet if {
	_list({"values": {"artifact_matcher": [{}]}, "unknown": {"artifact_matcher": [{"artifact": true}]}}) == given.undecided(
		_address,
		"artifact_matcher[0].artifact",
		"What the allow list admits is not known yet",
	)
	_list({"unknown": {"artifact_matcher": true}}).undecided != set()
}

test_a_list_that_goes_away if {
	_list({"action": "delete"}) == given.nothing
}
