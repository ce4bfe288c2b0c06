package policies.rules.audit.security_monitoring_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.security_monitoring as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_kinds := ["compliance_security_profile", "enhanced_security_monitoring"]

_with(required, kind, fields) := answers if {
	document := given.plan(set(), [given.resource(sprintf("databricks_%s_workspace_setting", [kind]), fields)])
	answers := _answers(document) with data.tfcheck.parameters as {"DBX-AUD-012": {"required": required}}
}

_address(kind) := sprintf("databricks_%s_workspace_setting.x", [kind])

_values(kind, enabled) := {"values": {sprintf("%s_workspace", [kind]): [{"is_enabled": enabled}]}}

_path(kind) := sprintf("%s_workspace[0].is_enabled", [kind])

test_off if {
	every kind in _kinds {
		_with(_kinds, kind, _values(kind, false)) == given.denied(
			_address(kind),
			_path(kind),
			sprintf("%s is false; wanted is true", [_path(kind)]),
		)
		_with([other | some other in _kinds; other != kind], kind, _values(kind, false)) == given.nothing
	}
}

test_on if {
	every kind in _kinds {
		_with(_kinds, kind, _values(kind, true)) == given.passes(_address(kind))
	}
}

test_not_known_yet if {
	every kind in _kinds {
		_with(_kinds, kind, {"unknown": {sprintf("%s_workspace", [kind]): true}}) == given.undecided(
			_address(kind),
			sprintf("%s_workspace", [kind]),
			sprintf("What %s_workspace will be is not known yet; wanted is true", [kind]),
		)
	}
}

test_a_setting_that_goes_away if {
	_with(_kinds, "enhanced_security_monitoring", {"action": "delete"}) == given.denied(
		_address("enhanced_security_monitoring"),
		"",
		"The plan deletes this setting, which turns the enhanced security monitoring off; wanted is on",
	)
	_with(["compliance_security_profile"], "enhanced_security_monitoring", {"action": "delete"}) == given.nothing
	_with(_kinds, "compliance_security_profile", {"action": "delete"}) == given.nothing
}
