package policies.rules.bundles.git_provenance_test

import data.policies.rules.bundles.git_provenance as policy

_bundle(document, values, unknown) := {
	"document": object.union({"kind": "bundle", "file": "databricks.yml"}, document),
	"resources": {"bundle": {"bundle": {
		"address": "bundle", "type": "bundle", "name": "bundle", "mode": "managed", "action": "no-op",
		"values": values, "unknown": unknown,
	}}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_result(path, message) := {"address": "bundle", "path": path, "message": message}

_denied(results) := {"deny": results, "undecided": set(), "checked": {"bundle"}}

_doubted(results) := {"deny": set(), "undecided": results, "checked": {"bundle"}}

_passed := _denied(set())

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

_prod := {"target": "prod"}

_whole := {"origin_url": "https://git.example.com/x.git", "branch": "main", "commit": "0a1b2c3d"}

_metadata(git) := _bundle(_prod, {"source": "metadata", "git": git}, {})

_lacks(name, word) := _result(
	sprintf("git.%s", [name]),
	sprintf("Nothing says which %s production comes from; wanted is a commit of a release branch", [word]),
)

_strange(branch) := _result("git.branch", sprintf("Production comes from the branch %q; wanted is one of main, master, release/.*", [branch]))

test_metadata_without_provenance if {
	_answers(_metadata({"bundle_root_path": "."})) == _denied({
		_lacks("origin_url", "repository"), _lacks("branch", "branch"), _lacks("commit", "commit"),
	})
	_answers(_metadata(object.union(_whole, {"commit": ""}))) == _denied({_lacks("commit", "commit")})
	_answers(_bundle(_prod, {"source": "metadata"}, {})) == _denied({
		_lacks("origin_url", "repository"), _lacks("branch", "branch"), _lacks("commit", "commit"),
	})
}

test_release_branches if {
	every branch in ["main", "master", "release/1.2"] {
		_answers(_metadata(object.union(_whole, {"branch": branch}))) == _passed
	}
	every branch in ["feature/x", "main2", "not-main"] {
		_answers(_metadata(object.union(_whole, {"branch": branch}))) == _denied({_strange(branch)})
	}
}

test_other_release_branches if {
	parameters := {"DBX-BND-005": {"release_branches": ["trunk|prod"]}}
	deny := policy.deny with input as _metadata(object.union(_whole, {"branch": "prod"})) with data.tfcheck.parameters as parameters
	deny == set()
}

test_a_pinned_branch if {
	_answers(_bundle(_prod, {"source": "configuration", "git": {"branch": "main"}}, {})) == _passed
	_answers(_bundle(_prod, {"source": "configuration", "git": {"branch": "x"}}, {})) == _denied({_strange("x")})
	_answers(_bundle(_prod, {"source": "configuration"}, {})) == _denied({_lacks("branch", "branch")})
}

test_in_doubt if {
	doubt := {_result("git.branch", "Which branch production comes from is not known")}
	_answers(_bundle(_prod, {"source": "configuration"}, {"git": {"branch": true}})) == _doubted(doubt)
	_answers(_bundle(_prod, {"source": "configuration"}, {"git": true})) == _doubted(doubt)
	_answers(_bundle({}, {"source": "configuration", "git": {"branch": "x"}}, {})) == _doubted({object.union(_strange("x"), {"message": sprintf(
		"%s (nothing says whether this is production)",
		[_strange("x").message],
	)})})
}

test_not_applicable if {
	_answers(_bundle({"target": "dev"}, {"source": "metadata"}, {})) == _not_applicable
	_answers(_bundle(_prod, {"source": "state"}, {})) == _not_applicable
}

test_other_unknown_attributes_of_git if {
	_answers(_bundle(_prod, {"source": "configuration", "git": {"branch": "main"}}, {"git": {"commit": true}})) == _passed
}
