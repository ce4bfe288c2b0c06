package policies.rules.storage.needlessly_writable_test

import data.policies.lib.testing_test as given
import data.policies.rules.storage.needlessly_writable as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_location(values, unknown) := given.resource("databricks_external_location", {
	"values": object.union({"name": "a"}, values),
	"unknown": unknown,
})

_alone(values, unknown) := _answers(given.plan(set(), [_location(values, unknown)]))

_address := "databricks_external_location.x"

_on(type, values, unknown) := given.resource(type, {"values": object.union({"external_location": "a"}, values), "unknown": unknown})

_grants(privileges) := _on("databricks_grants", {"grant": [{"principal": "etl", "privileges": privileges}]}, {"id": true})

_open := _on("databricks_grants", {}, {"grant": true})

_half := _on("databricks_grants", {"grant": [{"principal": "etl"}]}, {"grant": [{"privileges": true}]})

_with(values, unknown, others) := answers if {
	all := _answers(given.plan(set(), array.concat([_location(object.union({"url": "s3://x/a"}, values), unknown)], others)))
	answers := all
}

_denied := given.denied(_address, "read_only", `External location "a" can be written to, and no grant is for more than reading; wanted is read_only = true`)

_doubt := given.undecided(_address, "read_only", `External location "a": whether it is only read is not known yet; wanted is then read_only = true`)

test_only_read if {
	every values in [{}, {"read_only": false}] {
		_with(values, {"id": true}, [_grants(["READ_FILES", "BROWSE"])]) == _denied
	}
	linked := given.resource("databricks_grants", {
		"values": {"grant": [{"principal": "etl", "privileges": ["READ_FILES"]}]},
		"unknown": {"external_location": true},
		"links": {"external_location": [_address]},
	})
	_with({}, {}, [linked]) == _denied
}

test_written if {
	_with({}, {}, [_grants(["READ_FILES", "WRITE_FILES"])]) == given.passes(_address)
	one := _on("databricks_grant", {"principal": "b", "privileges": ["CREATE_EXTERNAL_TABLE"]}, {})
	_with({}, {}, [_grants(["READ_FILES"]), one]) == given.passes(_address)
}

test_grants_on_other_locations if {
	writers := {"grant": [{"principal": "etl", "privileges": ["WRITE_FILES"]}]}
	every other in [_on("databricks_grants", writers, {}), _open, _half] {
		elsewhere := object.union(other, {"address": "databricks_grants.b", "values": object.union(other.values, {"external_location": "b"})})
		_with({}, {}, [_grants(["READ_FILES"]), elsewhere]) == _denied
	}
}

test_read_only if {
	every other in [_grants(["READ_FILES"]), _open, _half] {
		_with({"read_only": true}, {}, [other]) == given.passes(_address)
	}
}

test_not_looked_at if {
	_with({}, {}, []) == given.nothing
	_with({}, {}, [_on("databricks_grant", {"principal": "b", "privileges": ["READ_FILES"]}, {})]) == given.nothing
	elsewhere := _grants(["READ_FILES"])
	_with({"name": "b"}, {}, [elsewhere]) == given.nothing
	every type in ["databricks_catalog", "databricks_schema", "databricks_metastore"] {
		_with({}, {}, [_grants(["READ_FILES"]), given.resource(type, {"values": {"storage_root": "s3://x/a/b"}})]) == given.nothing
		_with({}, {}, [_grants(["READ_FILES"]), given.resource(type, {"values": {"storage_root": "s3://x/b"}})]) == _denied
	}
}

test_written_whatever_else if {
	written := _on("databricks_grant", {"principal": "b", "privileges": ["WRITE_FILES"]}, {})
	every other in [_open, _half] {
		_with({}, {}, [other, written]) == given.passes(_address)
		_with({}, {"read_only": true}, [other, written]) == given.passes(_address)
	}
}

test_not_known_yet if {
	_with({}, {}, [_open]) == _doubt
	_with({}, {}, [_half]) == _doubt
	_with({}, {"read_only": true}, [_half]) == _doubt
	_with({}, {"read_only": true}, [_grants(["READ_FILES"])]) == given.undecided(
		_address,
		"read_only",
		`External location "a": whether it is read-only is not known yet; wanted is read_only = true`,
	)
	_with({}, {"read_only": true}, [_grants(["WRITE_FILES"])]) == given.passes(_address)
}

test_a_location_that_goes_away if {
	_answers(given.plan(set(), [given.resource("databricks_external_location", {"action": "delete"})])) == given.nothing
}
