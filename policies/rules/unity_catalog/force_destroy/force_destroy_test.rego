package policies.rules.unity_catalog.force_destroy_test

import data.policies.lib.testing_test as given
import data.policies.rules.unity_catalog.force_destroy as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(type, fields) := _answers(given.plan(set(), [given.resource(type, fields)]))

_losses := {
	"databricks_catalog": "all that is in it", "databricks_schema": "all that is in it", "databricks_metastore": "all that it governs",
	"databricks_storage_credential": "what depends on it", "databricks_credential": "what depends on it",
	"databricks_external_location": "what depends on it", "databricks_metastore_data_access": "what depends on it",
}

test_with_its_contents if {
	every type, losses in _losses {
		address := sprintf("%s.x", [type])
		_of(type, {"values": {"force_destroy": true}}) == given.denied(
			address, "force_destroy",
			sprintf("%s is destroyed together with %s (force_destroy = true); wanted is that Databricks refuses", [address, losses]),
		)
	}
}

test_only_when_it_is_empty if {
	every values in [{}, {"force_destroy": false}] {
		_of("databricks_catalog", {"values": values, "unknown": {"id": true}}) == given.passes("databricks_catalog.x")
	}
}

test_not_known_yet if {
	_of("databricks_schema", {"unknown": {"force_destroy": true}}) == given.undecided(
		"databricks_schema.x", "force_destroy",
		"Whether databricks_schema.x is destroyed together with all that is in it is not known yet; wanted is that Databricks refuses",
	)
}

test_what_goes_away_already if {
	_of("databricks_schema", {"action": "delete", "values": {"force_destroy": true}}) == given.nothing
}

test_other_types if {
	_of("databricks_volume", {"values": {"force_destroy": true}}) == given.nothing
}
