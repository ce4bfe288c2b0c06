package policies.rules.audit.legacy_not_disabled_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.legacy_not_disabled as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_kinds := ["disable_legacy_access", "disable_legacy_dbfs", "disable_legacy_features"]

_setting(kind, fields) := _answers(given.plan(set(), [given.resource(sprintf("databricks_%s_setting", [kind]), fields)]))

_address(kind) := sprintf("databricks_%s_setting.x", [kind])

_path(kind) := sprintf("%s[0].value", [kind])

test_not_disabled if {
	every kind in _kinds {
		_setting(kind, {"values": {kind: [{"value": false}]}}) == given.denied(
			_address(kind),
			_path(kind),
			sprintf("%s is false; wanted is true", [_path(kind)]),
		)
	}
}

test_disabled if {
	every kind in _kinds {
		_setting(kind, {"values": {kind: [{"value": true}]}, "unknown": {"etag": true}}) == given.passes(_address(kind))
	}
}

test_not_known_yet if {
	every kind in _kinds {
		_setting(kind, {"values": {kind: [{}]}, "unknown": {kind: [{"value": true}]}}) == given.undecided(
			_address(kind),
			_path(kind),
			sprintf("What %s will be is not known yet; wanted is true", [_path(kind)]),
		)
	}
}

test_a_setting_that_goes_away if {
	every kind in _kinds {
		_setting(kind, {"action": "delete"}) == given.undecided(
			_address(kind),
			"",
			sprintf("The plan deletes %s; what the workspace does then cannot be seen", [_address(kind)]),
		)
		_setting(kind, {"action": "forget"}) == given.nothing
	}
}

test_other_settings if {
	_setting("enable_legacy_access", {"values": {"disable_legacy_access": [{"value": false}]}}) == given.nothing
}
