package policies.rules.jobs.follows_branch_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.follows_branch as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_git(values) := {"git_source": [object.union({"url": "https://git.example.com/a"}, values)]}

_message := `Job "nightly" runs what lies on the branch "main" when it starts; in production it runs a tag or commit`

test_a_branch if {
	_for({"prod"}, _git({"branch": "main"}), {}) == given.denied("databricks_job.x", "git_source[0].branch", _message)
}

test_no_branch if {
	_for({"prod"}, _git({"tag": "v1", "branch": "", "commit": ""}), {"git_source": [{"url": true}]}) == given.passes("databricks_job.x")
	_for({"prod"}, {"git_source": []}, {"id": true}) == given.passes("databricks_job.x")
}

test_other_targets if {
	_for({"dev"}, _git({"branch": "main"}), {}) == given.nothing
	_for(set(), _git({"branch": "main"}), {}) == given.undecided("databricks_job.x", "git_source[0].branch", given.in_doubt(_message))
}

test_not_known_yet if {
	_for({"prod"}, _git({}), {"git_source": [{"branch": true}]}) == given.undecided(
		"databricks_job.x",
		"git_source[0].branch",
		`Job "nightly": whether it follows a branch is not known yet; in production it runs a tag or commit`,
	)
}

test_a_job_of_which_nothing_is_known_yet if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"unknown": true})])) == given.undecided(
		"databricks_job.x", "",
		"databricks_job.x: whether it follows a branch is not known yet; in production it runs a tag or commit",
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
