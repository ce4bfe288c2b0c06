package policies.rules.audit.repository_host_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.repository_host as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_with(allowed, type, fields) := answers if {
	answers := _answers(given.plan(set(), [given.resource(type, fields)])) with data.tfcheck.parameters as {"DBX-AUD-014": {"allowed_hosts": allowed}}
}

_repo(url) := _with(["github.com", "git.Example.com"], "databricks_repo", {"values": {"url": url}})

_address := "databricks_repo.x"

test_another_host if {
	every url in [
		"https://gitlab.com/a/b.git", "https://notgithub.com/a/b", "http://github.com/a/b", "https://github.com.evil.example/a",
		"https://github.com@evil.example/a", "git@gitlab.com:a/b.git", "/local/github.com/a", "https://github.com",
	] {
		_repo(url) == given.denied(_address, "url", sprintf(
			`Code comes from "%s"; allowed are github.com, git.Example.com, over https or ssh`,
			[replace(url, "github.com@", "")],
		))
	}
}

test_an_allowed_host if {
	every url in [
		"https://github.com/a/b.git", "https://user@GitHub.com/a/b", "https://x.git.example.com:8443/a", "ssh://git@github.com/a/b",
		"git@github.com:a/b.git", "https://github.com:443/a",
	] {
		_repo(url) == given.passes(_address)
	}
	_repo("") == given.passes(_address)
}

test_a_job if {
	_with(["github.com"], "databricks_job", {"values": {"git_source": [{"url": "https://gitlab.com/a"}]}}) == given.denied(
		"databricks_job.x",
		"git_source[0].url",
		`Code comes from "https://gitlab.com/a"; allowed are github.com, over https or ssh`,
	)
	_with(["github.com"], "databricks_job", {"values": {"name": "a"}}) == given.nothing
}

test_not_known_yet if {
	_with(["github.com"], "databricks_repo", {"unknown": {"url": true}}) == given.undecided(
		_address,
		"url",
		"Where code comes from is not known yet; allowed are github.com",
	)
	_with(["github.com", "b.com"], "databricks_job", {"unknown": {"git_source": true}}) == given.undecided(
		"databricks_job.x",
		"git_source",
		"Where code comes from is not known yet; allowed are github.com, b.com",
	)
}

test_nothing_to_compare_with if {
	_with([], "databricks_repo", {"values": {"url": "https://gitlab.com/a"}}) == given.nothing
	_with([], "databricks_job", {"values": {"git_source": [{"url": "https://gitlab.com/a"}]}}) == given.nothing
}

test_a_repository_that_goes_away if {
	_with(["github.com"], "databricks_repo", {"action": "delete", "before": {"url": "https://gitlab.com/a"}}) == given.nothing
}
