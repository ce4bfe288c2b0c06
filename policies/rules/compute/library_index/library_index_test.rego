package policies.rules.compute.library_index_test

import data.policies.lib.testing_test as given
import data.policies.rules.compute.library_index as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_library(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_library", {"values": values, "unknown": unknown})]))

_allowing(repos, values) := answers if {
	answers := _library(values, {}) with data.tfcheck.parameters as {"DBX-CMP-022": {"allowed_repos": repos}}
}

_from(repo) := {"pypi": [{"package": "a==1", "repo": repo}]}

_denied(path, repo, wanted) := given.denied("databricks_library.x", path, sprintf("databricks_library.x installs a library from %s; %s", [repo, wanted]))

_none := "wanted is the index of the workspace"

test_the_index_of_the_workspace if {
	_library(_from(""), {}) == given.passes("databricks_library.x")
	_library({"maven": [{"coordinates": "g:a:1"}]}, {"id": true}) == given.passes("databricks_library.x")
	_library({"jar": "/a.jar"}, {}) == given.nothing
}

test_another_index if {
	_library(_from("https://pypi.example.com"), {}) == _denied("pypi[0].repo", "https://pypi.example.com", _none)
	_library({"cran": [{"package": "a", "repo": "https://r.example.com"}]}, {}) == _denied("cran[0].repo", "https://r.example.com", _none)
}

test_allowed_indexes if {
	allowed := ["https://a.example.com/", "https://b.example.com/"]
	_allowing(allowed, _from("https://b.example.com/simple")) == given.passes("databricks_library.x")
	_allowing(allowed, _from("https://c.example.com/")) == _denied(
		"pypi[0].repo",
		"https://c.example.com/",
		"allowed are the index of the workspace and https://a.example.com/, https://b.example.com/",
	)
	_allowing(["http://a.example.com/"], _from("http://a.example.com/")) == _denied("pypi[0].repo", "http://a.example.com/", _none)
}

test_not_known_yet if {
	undecided := given.undecided(
		"databricks_library.x",
		"pypi[0].repo",
		"databricks_library.x: from which index it installs a library is not known yet; wanted is the index of the workspace",
	)
	_library({"pypi": [{"package": "a"}]}, {"pypi": [{"repo": true}]}) == undecided
	_library(_from("(sensitive value 3f9a12ab)"), {}) == undecided
}

test_a_library_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_library", {"action": "delete"})])) == given.nothing
}
