package policies.rules.storage.static_secret_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.static_secret as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, values, unknown) := _answers(given.plan(set(), [given.resource(type, {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})]))

_kinds := {"databricks_storage_credential": "Storage credential", "databricks_metastore_data_access": "Storage credential"}

_address(type) := concat(".", [type, "x"])

_wanted := {"azure_service_principal": "azure_managed_identity", "gcp_service_account_key": "databricks_gcp_service_account"}

test_a_secret if {
	every type, _ in _kinds {
		every name, wanted in _wanted {
			path := concat("", [name, "[0]"])
			_of(type, {name: [{"email": "x"}]}, {name: [{"client_secret": true}]}) == given.denied(
				_address(type),
				path,
				sprintf(`Storage credential "a" holds a secret that does not end (%s); wanted is %s`, [path, wanted]),
			)
		}
	}
}

test_other_types if {
	_of("databricks_volume", {"azure_service_principal": [{}]}, {}) == given.nothing
}

test_no_secret if {
	every type, _ in _kinds {
		every name in ["azure_managed_identity", "aws_iam_role", "cloudflare_api_token"] {
			_of(type, {name: [{}], "azure_service_principal": []}, {"id": true}) == given.passes(_address(type))
		}
	}
}

test_not_known_yet if {
	every type, _ in _kinds {
		_of(type, {}, {"azure_service_principal": true}) == given.undecided(
			_address(type),
			"azure_service_principal",
			`Storage credential "a": whether it holds a secret (azure_service_principal) is not known yet; wanted is azure_managed_identity`,
		)
	}
}

test_what_goes_away if {
	every type, _ in _kinds {
		_answers(given.plan(set(), [given.resource(type, {"action": "delete"})])) == given.nothing
	}
}
