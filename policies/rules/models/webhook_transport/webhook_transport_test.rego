package policies.rules.models.webhook_transport_test

import data.policies.lib.testing_test as given
import data.policies.rules.models.webhook_transport as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_webhook(fields) := _answers(given.plan(set(), [given.resource("databricks_mlflow_webhook", fields)]))

_calling(spec, unknown) := _webhook({"values": {"http_url_spec": [spec]}, "unknown": {"http_url_spec": [unknown]}})

_address := "databricks_mlflow_webhook.x"

_plain := given.denied(_address, "http_url_spec[0].url", "MLflow webhook calls over plain HTTP; wanted is an https:// address")

_where := given.undecided(_address, "http_url_spec[0].url", "Where this MLflow webhook calls is not known yet; wanted is an https:// address")

test_https if {
	_calling({"url": "https://ci.example.com/models"}, {}) == given.passes(_address)
	_calling({"url": "https://ci.example.com/?to=http://x", "enable_ssl_verification": true}, {}) == given.passes(_address)
}

test_plain_http if {
	_calling({"url": "http://ci.example.com/models"}, {}) == _plain
	_calling({"url": " HTTP://CI.example.com"}, {}) == _plain
}

test_an_unverified_certificate if {
	_calling({"url": "https://ci.example.com", "enable_ssl_verification": false}, {}) == given.denied(
		_address, "http_url_spec[0].enable_ssl_verification",
		"MLflow webhook does not verify the certificate of what it calls; wanted is enable_ssl_verification = true",
	)
}

test_not_known_yet if {
	_calling({}, {"url": true}) == _where
	_calling({"url": "(sensitive value 3f9a12ab)"}, {}) == _where
	_calling({"url": "https://ci.example.com"}, {"enable_ssl_verification": true}) == given.undecided(
		_address, "http_url_spec[0].enable_ssl_verification",
		"Whether this MLflow webhook verifies the certificate of what it calls is not known yet; wanted is enable_ssl_verification = true",
	)
	count(_webhook({"unknown": {"http_url_spec": true}}).undecided) == 2
}

test_a_value_of_another_type if {
	_calling({"url": 5}, {}) == given.passes(_address)
}

test_a_webhook_that_starts_a_job if {
	_webhook({"values": {"job_spec": [{"job_id": "1"}]}}) == given.passes(_address)
}

test_webhooks_that_call_nobody if {
	spec := [{"url": "http://ci.example.com"}]
	_webhook({"values": {"http_url_spec": spec, "status": "DISABLED"}}) == given.nothing
	_webhook({"values": {"http_url_spec": spec, "status": "TEST_MODE"}}).deny != set()
	_webhook({"action": "delete"}) == given.nothing
}
