package policies.rules.secrets.webhook_secret_test

import data.policies.lib.testing_test as given
import data.policies.rules.secrets.webhook_secret as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_cases := [
	{"type": "databricks_notification_destination", "path": "config[0].slack[0].url", "values": {"config": [{"slack": [{"url": "(sensitive value 3f9a12ab)"}]}]}, "unknown": {"config": [{"slack": [{"url": true}]}]}},
	{"type": "databricks_notification_destination", "path": "config[0].slack[0].oauth_token", "values": {"config": [{"slack": [{"oauth_token": "(sensitive value 3f9a12ab)"}]}]}, "unknown": {"config": [{"slack": [{"oauth_token": true}]}]}},
	{"type": "databricks_notification_destination", "path": "config[0].microsoft_teams[0].url", "values": {"config": [{"microsoft_teams": [{"url": "(sensitive value 3f9a12ab)"}]}]}, "unknown": {"config": [{"microsoft_teams": [{"url": true}]}]}},
	{"type": "databricks_notification_destination", "path": "config[0].microsoft_teams[0].auth_secret", "values": {"config": [{"microsoft_teams": [{"auth_secret": "(sensitive value 3f9a12ab)"}]}]}, "unknown": {"config": [{"microsoft_teams": [{"auth_secret": true}]}]}},
	{"type": "databricks_notification_destination", "path": "config[0].generic_webhook[0].password", "values": {"config": [{"generic_webhook": [{"password": "(sensitive value 3f9a12ab)"}]}]}, "unknown": {"config": [{"generic_webhook": [{"password": true}]}]}},
	{"type": "databricks_notification_destination", "path": "config[0].pagerduty[0].integration_key", "values": {"config": [{"pagerduty": [{"integration_key": "(sensitive value 3f9a12ab)"}]}]}, "unknown": {"config": [{"pagerduty": [{"integration_key": true}]}]}},
	{"type": "databricks_mlflow_webhook", "path": "http_url_spec[0].secret", "values": {"http_url_spec": [{"secret": "(sensitive value 3f9a12ab)"}]}, "unknown": {"http_url_spec": [{"secret": true}]}},
	{"type": "databricks_mlflow_webhook", "path": "http_url_spec[0].authorization", "values": {"http_url_spec": [{"authorization": "(sensitive value 3f9a12ab)"}]}, "unknown": {"http_url_spec": [{"authorization": true}]}},
	{"type": "databricks_mlflow_webhook", "path": "job_spec[0].access_token", "values": {"job_spec": [{"access_token": "(sensitive value 3f9a12ab)"}]}, "unknown": {"job_spec": [{"access_token": true}]}},
]

_address(case) := sprintf("%s.x", [case.type])

_of(case, fields) := _answers(given.plan(set(), [given.resource(case.type, fields)]))

test_a_secret_that_is_written if {
	every case in _cases {
		_of(case, {"values": case.values}) == given.denied(_address(case), case.path, sprintf("%s of %s stands in plan and state", [case.path, _address(case)]))
	}
}

test_nothing_is_written if {
	every case in _cases {
		_of(case, {"values": {"name": "a"}, "unknown": {"id": true}}) == given.passes(_address(case))
	}
}

test_not_known_yet if {
	every case in _cases {
		_of(case, {"values": {key: [{}] | some key, _ in case.unknown}, "unknown": case.unknown}) == given.undecided(_address(case), case.path, sprintf("What is known of %s of %s only after apply may then stand in the state", [case.path, _address(case)]))
	}
}

test_one_that_goes_away if {
	every case in _cases {
		_of(case, {"action": "delete", "before": case.values}) == given.nothing
	}
}
