package policies.lib.addresses_test

import data.policies.lib.addresses
import data.policies.lib.testing_test as given

_list(values, unknown) := given.plan(set(), [given.resource("databricks_ip_access_list", {"values": values, "unknown": unknown})])

_it := "databricks_ip_access_list.x"

test_parse if {
	addresses.parse("10.1.2.3") == {"version": 4, "bits": 32, "number": 167838211}
	addresses.parse("0.0.0.0/0") == {"version": 4, "bits": 0, "number": 0}
	addresses.parse("::/0") == {"version": 6, "bits": 0, "number": 0}
	addresses.parse("2001:db8::1") == {"version": 6, "bits": 128, "number": 0}
	every text in ["", "any", "10.1.2", "10.1.2.3/x", ["10.1.2.3"], 7] {
		not addresses.parse(text)
	}
}

_covers(outer, inner) if {
	a := addresses.parse(outer)
	b := addresses.parse(inner)
	addresses.covers(a, b)
}

test_covers if {
	_covers("10.0.0.0/8", "10.255.0.0/16")
	_covers("10.0.0.0/8", "10.0.0.0/8")
	_covers("0.0.0.0/0", "203.0.113.7")
	not _covers("10.0.0.0/8", "11.0.0.0/16")
	not _covers("10.0.0.0/16", "10.0.0.0/8")
	not _covers("::/0", "10.0.0.0/8")
	not _covers("10.0.0.0/0", "::/0")
}

_lists(document) := found if {
	found := addresses.lists with input as document
}

test_lists if {
	{address | some address, _ in _lists(_list({}, {}))} == {_it}
	{address | some address, _ in _lists(_list({}, {"enabled": true}))} == {_it}
	_lists(_list({"enabled": false}, {})) == {}
}

_allows(values, unknown) := found if {
	found := addresses.allows with input as _list(values, unknown)
}

test_allows if {
	_allows({"list_type": "ALLOW"}, {}) == {_it: true}
	_allows({"list_type": "ALLOW"}, {"enabled": true}) == {_it: "unknown"}
	_allows({}, {"list_type": true}) == {_it: "unknown"}
	_allows({"list_type": "BLOCK"}, {}) == {}
	_allows({"list_type": "ALLOW", "enabled": false}, {}) == {}
}

test_ranges if {
	document := _list({"ip_addresses": ["any", "10.1.2.3"]}, {})
	found := addresses.ranges with input as document
	found == {_it: [{
		"path": "ip_addresses[1]",
		"text": "10.1.2.3",
		"range": {"version": 4, "bits": 32, "number": 167838211},
	}]}
}

_doubts(values, unknown) := found if {
	found := addresses.doubts with input as _list(values, unknown)
}

test_doubts if {
	_doubts({}, {"ip_addresses": true}) == {_it: {"ip_addresses"}}
	_doubts({"ip_addresses": ["10.1.2.3"]}, {"ip_addresses": [false, true]}) == {_it: {"ip_addresses[1]"}}
	_doubts({"ip_addresses": ["(sensitive value 1)", 7]}, {}) == {_it: {"ip_addresses[0]"}}
	_doubts({"ip_addresses": ["10.1.2.3"]}, {"id": true}) == {_it: set()}
	_doubts({"ip_addresses": "10.1.2.3"}, {}) == {_it: set()}
}
