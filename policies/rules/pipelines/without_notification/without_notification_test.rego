package policies.rules.pipelines.without_notification_test

import data.policies.lib.testing_test as given
import data.policies.rules.pipelines.without_notification as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_for(targets, values, unknown) := _answers(given.plan(targets, [given.resource("databricks_pipeline", {
	"values": object.union({"name": "bronze"}, values),
	"unknown": unknown,
})]))

_address := "databricks_pipeline.x"

_notification(alerts, recipients) := {"notification": [{"alerts": alerts, "email_recipients": recipients}]}

_message := `Pipeline "bronze" tells nobody when an update fails; in production somebody is told`

_denied := given.denied(_address, "notification", _message)

_ops := ["ops@example.com"]

test_somebody_is_told if {
	every alert in ["on-update-failure", "on-update-fatal-failure"] {
		_for({"prod"}, _notification(["on-update-success", alert], _ops), {"id": true}) == given.passes(_address)
	}
}

test_nobody_is_told if {
	_for({"prod"}, {}, {"id": true}) == _denied
	_for({"prod"}, {"notification": []}, {}) == _denied
	_for({"prod"}, _notification(["on-update-success"], _ops), {}) == _denied
	_for({"prod"}, _notification(["on-update-failure"], []), {}) == _denied
}

test_other_targets if {
	_for({"dev"}, {}, {}) == given.nothing
	_for(set(), {}, {}) == given.undecided(_address, "notification", given.in_doubt(_message))
}

_undecided := given.undecided(
	_address,
	"notification",
	`Pipeline "bronze": whether anybody is told when an update fails is not known yet; in production somebody is told`,
)

test_not_known_yet if {
	_for({"prod"}, {}, {"notification": true}) == _undecided
	_for({"prod"}, {"notification": [{"email_recipients": _ops}]}, {"notification": [{"alerts": true}]}) == _undecided
	_for({"prod"}, _notification(["on-update-success"], _ops), {"notification": [{"alerts": [false, true]}]}) == _undecided
	_for({"prod"}, {"notification": [{"alerts": ["on-update-failure"]}]}, {"notification": [{"email_recipients": true}]}) == _undecided
	_for({"prod"}, {"notification": [{"alerts": ["on-update-success"]}]}, {"notification": [{"email_recipients": true}]}) == _denied
	_for({"prod"}, _notification(["on-update-success"], _ops), {"notification": [{"alerts": [false]}]}) == _denied
}

test_a_pipeline_that_goes_away if {
	_answers(given.plan({"prod"}, [given.resource("databricks_pipeline", {"action": "delete"})])) == given.nothing
}
