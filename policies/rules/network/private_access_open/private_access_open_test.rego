package policies.rules.network.private_access_open_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.private_access_open as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_settings(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_mws_private_access_settings", {
	"values": object.union({"region": "us-east-1"}, values),
	"unknown": unknown,
})]))

_address := "databricks_mws_private_access_settings.x"

_open := given.undecided(
	_address,
	"public_access_enabled",
	"Whether private access settings databricks_mws_private_access_settings.x leave workspaces open to the internet is not known yet; wanted is public_access_enabled = false",
)

test_public if {
	_settings({"public_access_enabled": true}, {"id": true}) == given.denied(
		_address,
		"public_access_enabled",
		"Private access settings databricks_mws_private_access_settings.x leave workspaces open to the internet (public_access_enabled); wanted is false",
	)
}

test_levels if {
	any := "Private access settings databricks_mws_private_access_settings.x have the level ANY; wanted is ACCOUNT or ENDPOINT"
	_settings({"private_access_level": "ANY"}, {}) == given.denied(_address, "private_access_level", any)
	every level in ["", "ACCOUNT", "ENDPOINT"] {
		_settings({"private_access_level": level}, {}) == given.passes(_address)
	}
}

test_another_level_wanted if {
	document := given.plan(set(), [given.resource("databricks_mws_private_access_settings", {"values": {
		"public_access_enabled": false,
		"private_access_level": "ACCOUNT",
	}})])
	account := "Private access settings databricks_mws_private_access_settings.x have the level ACCOUNT; wanted is ENDPOINT"
	_answers(document) == given.denied(_address, "private_access_level", account) with data.tfcheck.parameters as {"DBX-NET-018": {"levels": ["ENDPOINT"]}}
}

test_what_hangs_on_the_cloud if {
	_settings({"region": "us-gov-west-1"}, {}) == given.passes(_address)
	_settings({"region": "us-central1"}, {}) == _open
	_settings({"region": ["us-east-1"]}, {}) == _open
}

test_not_known_yet if {
	_settings({}, {"public_access_enabled": true}) == _open
	_settings({}, {"private_access_level": true}) == given.undecided(
		_address,
		"private_access_level",
		"The level of private access settings databricks_mws_private_access_settings.x is not known yet; wanted is ACCOUNT or ENDPOINT",
	)
}

test_settings_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_mws_private_access_settings", {"action": "delete"})])) == given.nothing
}
