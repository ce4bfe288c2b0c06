package policies.rules.sharing.recipient_without_ip_list_test

import data.policies.lib.testing_test as given
import data.policies.rules.sharing.recipient_without_ip_list as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(values, unknown) := _answers(given.plan(set(), [given.resource("databricks_recipient", {
	"values": object.union({"name": "partner"}, values),
	"unknown": unknown,
})]))

_token(values, unknown) := _of(object.union({"authentication_type": "TOKEN"}, values), unknown)

_address := "databricks_recipient.x"

_passes := given.passes(_address)

_list(addresses, unknown) := _token({"ip_access_list": [{"allowed_ip_addresses": addresses}]}, {"ip_access_list": [unknown]})

_anywhere := given.denied(_address, "ip_access_list", "Whoever has the token of recipient partner reads the shared data from anywhere; wanted is an ip_access_list")

_in_doubt := given.undecided(_address, "ip_access_list", "From which addresses recipient partner reads is not known yet; wanted are those of the partner")

test_from_anywhere if {
	_token({}, {"id": true}) == _anywhere
	_token({"ip_access_list": []}, {}) == _anywhere
	_token({"ip_access_list": [{}]}, {}) == _anywhere
	_list([], {}) == _anywhere
}

test_a_list_of_everything if {
	every everywhere in ["0.0.0.0/0", "::/0"] {
		_list(["203.0.113.0/24", everywhere], {}) == given.denied(
			_address, "ip_access_list[0].allowed_ip_addresses[1]",
			sprintf("The ip_access_list of recipient partner holds every address (%s); wanted are those of the partner", [everywhere]),
		)
	}
}

test_from_the_partner if {
	_list(["203.0.113.0/24", 7], {}) == _passes
	_token({"ip_access_list": [{"allowed_ip_addresses": "203.0.113.0/24"}]}, {}) == _passes
}

test_no_token if {
	_of({"authentication_type": "DATABRICKS"}, {}) == _passes
	_of({"authentication_type": "OIDC_FEDERATION"}, {"ip_access_list": true}) == _passes
}

test_not_known_yet if {
	_token({}, {"ip_access_list": true}) == _in_doubt
	_token({"ip_access_list": [{}]}, {"ip_access_list": [{"allowed_ip_addresses": true}]}) == _in_doubt
	everywhere := {"ip_access_list": [{"allowed_ip_addresses": ["0.0.0.0/0"]}]}
	every answers in [
		_of({}, {"authentication_type": true}), _of(everywhere, {"authentication_type": true}),
		_of({}, {"authentication_type": true, "ip_access_list": true}),
	] {
		answers == given.undecided(
			_address, "authentication_type",
			"Whether recipient partner has a token, and needs an ip_access_list, is not known yet",
		)
	}
}

test_a_recipient_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_recipient", {"action": "delete"})])) == given.nothing
}
