package policies.lib.documents_test

import data.policies.lib.documents

test_a_raw_state if {
	documents.state with input as {"document": {"kind": "state"}}
	documents.raw_state with input as {"document": {"kind": "state", "format_version": "4"}}
	not documents.plan with input as {"document": {"kind": "state", "format_version": "4"}}
}

test_a_shown_state_is_not_raw if {
	not documents.raw_state with input as {"document": {"kind": "state", "format_version": "1.0"}}
	not documents.raw_state with input as {"document": {"kind": "state"}}
}

test_a_plan_is_no_state if {
	documents.plan with input as {"document": {"kind": "plan", "format_version": "1.2"}}
	not documents.state with input as {"document": {"kind": "plan", "format_version": "1.2"}}
	not documents.raw_state with input as {"document": {"kind": "plan", "format_version": "4"}}
}

test_addresses_of_everything if {
	documents.addresses({
		"t": {"t.a": {"action": "delete"}, "t.a (deposed 00)": {}},
		"u": {"data.u.b": {"mode": "data"}},
		"v": {},
	}) == {"t.a", "t.a (deposed 00)", "data.u.b"}
	documents.addresses({}) == set()
}
