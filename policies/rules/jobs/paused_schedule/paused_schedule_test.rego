package policies.rules.jobs.paused_schedule_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.paused_schedule as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})]))

_message(name) := sprintf(`Job "nightly" does not start by itself, since its %s is paused; in production it is on`, [name])

test_paused if {
	every name in ["schedule", "trigger", "continuous"] {
		_for({"prod"}, {name: [{"pause_status": "PAUSED"}]}, {}) == given.denied("databricks_job.x", sprintf("%s[0].pause_status", [name]), _message(name))
	}
}

test_on if {
	_for({"prod"}, {"schedule": [{"pause_status": "UNPAUSED", "timezone_id": "Europe/Berlin"}]}, {"schedule": [{"quartz_cron_expression": true}]}) == given.passes("databricks_job.x")
	_for({"prod"}, {"schedule": [], "trigger": [{}]}, {"id": true}) == given.passes("databricks_job.x")
}

test_no_time_zone if {
	_for({"prod"}, {"schedule": [{"timezone_id": ""}]}, {}) == given.denied(
		"databricks_job.x",
		"schedule[0].timezone_id",
		`Job "nightly" has a schedule without time zone; in production it names one`,
	)
}

test_other_targets if {
	_for({"dev"}, {"schedule": [{"pause_status": "PAUSED"}]}, {}) == given.nothing
	_for(set(), {"schedule": [{"pause_status": "PAUSED"}]}, {}) == given.undecided("databricks_job.x", "schedule[0].pause_status", given.in_doubt(_message("schedule")))
}

test_not_known_yet if {
	_for({"prod"}, {"trigger": [{}]}, {"trigger": [{"pause_status": true}]}) == given.undecided(
		"databricks_job.x",
		"trigger[0].pause_status",
		`Whether the trigger of job "nightly" is paused is not known yet; in production it is on`,
	)
}

test_a_job_of_which_nothing_is_known_yet if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"unknown": true})])) == given.undecided(
		"databricks_job.x", "",
		"Whether databricks_job.x starts by itself is not known yet; in production it does",
	)
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
