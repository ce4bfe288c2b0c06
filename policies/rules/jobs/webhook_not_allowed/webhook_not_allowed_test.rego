package policies.rules.jobs.webhook_not_allowed_test

import data.policies.lib.testing_test as given
import data.policies.rules.jobs.webhook_not_allowed as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_allowing(allowed, resources) := answers if {
	answers := _answers(given.plan(set(), resources)) with data.tfcheck.parameters as {"DBX-JOB-025": {"allowed_destinations": allowed}}
}

_job(values, unknown) := _allowing(["id-1", "Ops"], [given.resource("databricks_job", {
	"values": object.union({"name": "nightly"}, values),
	"unknown": unknown,
})])

_hook(event, id) := {"webhook_notifications": [{event: [{"id": id}]}]}

test_allowed if {
	_job(_hook("on_failure", "id-1"), {"id": true}) == given.passes("databricks_job.x")
	_job({"task": [{"task_key": "a"}]}, {}) == given.passes("databricks_job.x")
}

test_not_allowed if {
	every event in [
		"on_start", "on_success", "on_failure", "on_duration_warning_threshold_exceeded",
		"on_streaming_backlog_exceeded", "on_maintenance_start", "on_maintenance_complete",
	] {
		_job(_hook(event, "id-2"), {}) == given.denied(
			"databricks_job.x",
			sprintf("webhook_notifications[0].%s[0].id", [event]),
			`Job "nightly" calls the webhook "id-2"; allowed are Ops, id-1`,
		)
	}
}

test_of_a_task if {
	_job({"task": [object.union({"task_key": "a"}, _hook("on_start", "id-2"))]}, {}) == given.denied(
		"databricks_job.x",
		"task[0].webhook_notifications[0].on_start[0].id",
		`Task "a" of job "nightly" calls the webhook "id-2"; allowed are Ops, id-1`,
	)
	nested := {"task": [{"task_key": "e", "for_each_task": [{"task": [_hook("on_start", "id-2")]}]}]}
	count(_job(nested, {}).deny) == 1
	count(_job(object.union(_hook("on_start", "id-2"), {"existing_cluster_id": "1"}), {}).deny) == 1
}

_linked(name, targets) := _allowing(["Ops"], [
	given.resource("databricks_notification_destination", {"values": {"display_name": name}}),
	given.resource("databricks_notification_destination", {
		"address": "databricks_notification_destination.y",
		"values": {"display_name": "other"},
	}),
	given.resource("databricks_job", {
		"values": {"name": "nightly", "webhook_notifications": [{"on_failure": [{}]}]},
		"unknown": {"webhook_notifications": [{"on_failure": [{"id": true}]}]},
		"links": {"webhook_notifications[0].on_failure[0].id": targets},
	}),
])

_x := "databricks_notification_destination.x"

_y := "databricks_notification_destination.y"

test_a_destination_of_the_same_plan if {
	_linked("Ops", [_x]) == given.passes("databricks_job.x")
	_linked("Ops", [_x, _y]) == given.passes("databricks_job.x")
	every targets, names in {[_x]: "Élise", [_x, _y]: "other, Élise"} {
		_linked("Élise", targets) == given.denied(
			"databricks_job.x",
			"webhook_notifications[0].on_failure[0].id",
			sprintf(`Job "nightly" calls the webhook "%s"; allowed are Ops`, [names]),
		)
	}
}

test_not_known_yet if {
	message := `Job "nightly": which webhook it calls is not known yet; allowed are Ops, id-1`
	_job({"webhook_notifications": [{"on_failure": [{}]}]}, {"webhook_notifications": [{"on_failure": [{"id": true}]}]}) == given.undecided(
		"databricks_job.x",
		"webhook_notifications[0].on_failure[0].id",
		message,
	)
	_job({}, {"webhook_notifications": true}) == given.undecided("databricks_job.x", "webhook_notifications", message)
}

test_no_list if {
	_allowing([], [given.resource("databricks_job", {"values": _hook("on_failure", "id-2")})]) == given.nothing
}

test_a_job_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_job", {"action": "delete"})])) == given.nothing
}
