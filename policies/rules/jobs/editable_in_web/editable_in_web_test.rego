package policies.rules.jobs.editable_in_web_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.editable_in_web as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_job", {
	"values": object.union({"name": "nightly", "deployment": [{"kind": "BUNDLE"}]}, values),
	"unknown": unknown,
})]))

_message(mode) := sprintf(
	`Job "nightly" was deployed by a bundle and can be edited in the web interface (edit_mode %s); in production it is UI_LOCKED`,
	[mode],
)

_denied(mode) := given.denied("databricks_job.x", "edit_mode", _message(mode))

test_editable if {
	_for({"prod"}, {"edit_mode": "EDITABLE"}, {}) == _denied("EDITABLE")
	_for({"prod"}, {"edit_mode": ""}, {}) == _denied("not set")
	_for({"prod"}, {}, {"id": true}) == _denied("not set")
}

test_locked if {
	_for({"prod"}, {"edit_mode": "UI_LOCKED"}, {}) == given.passes("databricks_job.x")
}

test_jobs_without_bundle if {
	_for({"prod"}, {"deployment": []}, {}) == given.nothing
	_for({"prod"}, {"deployment": [{"kind": "OTHER"}]}, {"edit_mode": true}) == given.nothing
}

test_other_targets if {
	_for({"dev"}, {}, {}) == given.nothing
	_for(set(), {}, {}) == given.undecided("databricks_job.x", "edit_mode", given.in_doubt(_message("not set")))
}

test_not_known_yet if {
	_for({"prod"}, {}, {"edit_mode": true}) == given.undecided(
		"databricks_job.x",
		"edit_mode",
		`Job "nightly": whether it can be edited in the web interface is not known yet; in production it is UI_LOCKED`,
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
