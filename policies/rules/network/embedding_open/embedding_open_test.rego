package policies.rules.network.embedding_open_test

import data.policies.lib.testing_test as given
import data.policies.rules.network.embedding_open as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_policy := "databricks_aibi_dashboard_embedding_access_policy_setting"

_domains := "databricks_aibi_dashboard_embedding_approved_domains_setting"

_in_policy := "aibi_dashboard_embedding_access_policy"

_in_domains := "aibi_dashboard_embedding_approved_domains"

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {"values": values, "unknown": unknown})]))

_address(type) := concat(".", [type, "x"])

_at(block, name) := sprintf("%s[0].%s", [block, name])

test_all_pages if {
	_of(_policy, {_in_policy: [{"access_policy_type": "ALLOW_ALL_DOMAINS"}]}, {"id": true}) == given.denied(
		_address(_policy),
		_at(_in_policy, "access_policy_type"),
		"Dashboards may be embedded on all pages (ALLOW_ALL_DOMAINS); wanted is ALLOW_APPROVED_DOMAINS",
	)
}

test_domains_of_anybody if {
	every domain in ["*", "*.com", "https://*"] {
		_of(_domains, {_in_domains: [{"approved_domains": ["example.com", domain]}]}, {"id": true}) == given.denied(
			_address(_domains),
			_at(_in_domains, "approved_domains"),
			sprintf("Dashboards may be embedded under %s, which anybody can register; wanted are domains of your own", [domain]),
		)
	}
}

test_approved_pages if {
	_of(_policy, {_in_policy: [{"access_policy_type": "ALLOW_APPROVED_DOMAINS"}]}, {}) == given.passes(_address(_policy))
	_of(_domains, {_in_domains: [{"approved_domains": ["example.com", "*.example.com", ["*"]]}]}, {}) == given.passes(_address(_domains))
	_of(_domains, {_in_domains: [{"approved_domains": "*"}]}, {_in_domains: [{"id": true}]}) == given.passes(_address(_domains))
}

test_other_types if {
	_of("databricks_job", {_in_policy: [{}]}, {}) == given.nothing
}

test_not_known_yet if {
	_of(_policy, {_in_policy: [{}]}, {_in_policy: [{"access_policy_type": true}]}) == given.undecided(
		_address(_policy),
		_at(_in_policy, "access_policy_type"),
		"On which pages dashboards may be embedded is not known yet",
	)
	every unknown in [true, [true]] {
		_of(_domains, {_in_domains: [{}]}, {_in_domains: [{"approved_domains": unknown}]}) == given.undecided(
			_address(_domains),
			_at(_in_domains, "approved_domains"),
			"Under which domains dashboards may be embedded is not known yet",
		)
	}
}

test_a_setting_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_aibi_dashboard_embedding_access_policy_setting", {"action": "delete"})])) == given.nothing
}
