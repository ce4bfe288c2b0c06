package policies.rules.identity.oauth_app_test

import data.policies.lib.testing_test as given
import data.policies.rules.identity.oauth_app as policy

_answers(fields) := answers if {
	document := given.plan(set(), [given.resource("databricks_custom_app_integration", fields)])
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
		with data.tfcheck.parameters as {"DBX-ID-015": {"refresh_token_minutes": 60}}
}

_address := "databricks_custom_app_integration.x"

_app(values) := _answers({"values": object.union({"name": "bi", "scopes": ["sql"]}, values)})

test_all_scopes if {
	_app({"scopes": ["sql", "all-apis"]}) == given.denied(_address, "scopes", "Application bi has the scope all-apis; wanted are those that it needs")
}

test_redirects if {
	every url in ["http://bi.example.com/callback", "HTTP://localhost.example.com"] {
		_app({"redirect_urls": ["https://bi.example.com", url]}) == given.denied(
			_address, "redirect_urls[1]",
			sprintf("Application bi redirects to %s; wanted is https", [url]),
		)
	}
	_app({"redirect_urls": ["https://bi.example.com", "http://localhost:8020", "http://127.0.0.1/a", "http://[::1]:1", "http://localhost"]}) == given.passes(_address)
}

_tokens(minutes) := _app({"token_access_policy": [{"refresh_token_ttl_in_minutes": minutes}]})

test_refresh_tokens if {
	_tokens(61) == given.denied(
		_address, "token_access_policy[0].refresh_token_ttl_in_minutes",
		"Refresh tokens of Application bi live 61 minutes; wanted are 60 at most",
	)
	_tokens(60) == given.passes(_address)
	_tokens("61") == given.passes(_address)
}

test_no_scopes if {
	_app({"scopes": []}) == given.undecided(_address, "scopes", "Application bi names no scopes; wanted are those that it needs")
	_answers({"values": {"name": ""}}) == given.undecided(
		_address, "scopes",
		"databricks_custom_app_integration.x names no scopes; wanted are those that it needs",
	)
}

_open(values, unknown) := _answers({"values": object.union({"name": "bi", "scopes": ["sql"]}, values), "unknown": unknown})

test_not_known_yet if {
	_open({}, {"redirect_urls": true}) == given.undecided(_address, "redirect_urls", "What redirect_urls of Application bi hold is not known yet")
	_open({"scopes": [null]}, {"scopes": [true]}) == given.undecided(_address, "scopes", "What scopes of Application bi hold is not known yet")
	_open({}, {"scopes": [false], "redirect_urls": [false]}) == given.passes(_address)
	_open({"token_access_policy": [{}]}, {"token_access_policy": [{"refresh_token_ttl_in_minutes": true}]}) == given.undecided(
		_address, "token_access_policy[0].refresh_token_ttl_in_minutes",
		"How long refresh tokens of Application bi live is not known yet; wanted are 60 minutes at most",
	)
}

test_applications_that_go_away if _answers({"action": "delete", "before": {"scopes": ["all-apis"]}}) == given.nothing
