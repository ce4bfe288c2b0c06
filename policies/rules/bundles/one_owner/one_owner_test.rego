package policies.rules.bundles.one_owner_test

import data.policies.rules.bundles.one_owner as policy

_resource(type, key, values, unknown) := {type: {sprintf("%s.%s", [type, key]): {
	"address": sprintf("%s.%s", [type, key]), "type": type, "name": key, "mode": "managed", "action": "no-op",
	"values": values, "unknown": unknown,
}}}

_job(key, values) := _resource("databricks_job", key, values, {})

_of(path) := {"deployment": [{"kind": "BUNDLE", "metadata_file_path": path}]}

_answers(resources) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	document := {"document": {"kind": "state", "file": "-"}, "resources": object.union_n(resources)}
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_at(address, message) := {"address": address, "path": "deployment", "message": message}

_both := {"databricks_job.a", "databricks_job.b"}

test_one_owner if {
	_answers([_job("a", _of("/x/m.json")), _resource("databricks_pipeline", "p", _of("/x/m.json"), {})]) == {
		"deny": set(), "undecided": set(), "checked": {"databricks_job.a", "databricks_pipeline.p"},
	}
}

test_two_owners if {
	_answers([_job("a", _of("/x/m.json")), _job("b", _of("/y/m.json"))]) == {
		"deny": {
			_at("databricks_job.a", "Belongs to the bundle at /x/m.json, and others of this document to /y/m.json"),
			_at("databricks_job.b", "Belongs to the bundle at /y/m.json, and others of this document to /x/m.json"),
		},
		"undecided": set(), "checked": _both,
	}
}

test_no_owner if {
	every values in [{}, _of(""), {"deployment": [{"kind": "OTHER", "metadata_file_path": "/x/m.json"}]}] {
		_answers([_job("a", _of("/x/m.json")), _job("b", values)]) == {
			"deny": {_at("databricks_job.b", "Belongs to no bundle, and others of this document to /x/m.json")},
			"undecided": set(), "checked": _both,
		}
	}
}

test_not_known_yet if {
	unknown := _resource("databricks_job", "b", {"deployment": [{"kind": "BUNDLE"}]}, {"deployment": [{"metadata_file_path": true}]})
	doubt := {_at("databricks_job.b", "Which bundle this belongs to is not known yet")}
	_answers([unknown]) == {"deny": set(), "undecided": doubt, "checked": {"databricks_job.b"}}
	_answers([_job("a", _of("/x/m.json")), unknown]) == {"deny": set(), "undecided": doubt, "checked": _both}
	_answers([_job("a", _of("/x/m.json")), _resource("databricks_job", "b", {}, {"deployment": true})]) == {
		"deny": set(), "undecided": doubt, "checked": _both,
	}
}

test_no_bundle if {
	nothing := {"deny": set(), "undecided": set(), "checked": set()}
	_answers([_job("a", {}), _job("b", {})]) == nothing
	_answers([_resource("databricks_job", "b", {}, {"deployment": true})]) == nothing
}

test_a_configuration_is_of_one_bundle if {
	job := _resource("databricks_job", "b", {"deployment": [{"kind": "BUNDLE"}]}, {"deployment": [{"metadata_file_path": true}]})
	facts := {"bundle": {"bundle": {"address": "bundle", "values": {"source": "configuration"}}}}
	_answers([job, facts]) == {"deny": set(), "undecided": set(), "checked": {"databricks_job.b"}}
}

test_three_owners if {
	answers := _answers([_job("a", _of("/x/m.json")), _job("b", _of("/y/m.json")), _job("c", _of("/z/m.json")), _job("d", {})])
	answers.deny == {
		_at("databricks_job.a", "Belongs to the bundle at /x/m.json, and others of this document to /y/m.json, /z/m.json"),
		_at("databricks_job.b", "Belongs to the bundle at /y/m.json, and others of this document to /x/m.json, /z/m.json"),
		_at("databricks_job.c", "Belongs to the bundle at /z/m.json, and others of this document to /x/m.json, /y/m.json"),
		_at("databricks_job.d", "Belongs to no bundle, and others of this document to /x/m.json, /y/m.json, /z/m.json"),
	}
}

test_other_types_have_no_owner if {
	_answers([_job("a", _of("/x/m.json")), _resource("databricks_cluster", "c", {}, {})]) == {
		"deny": set(), "undecided": set(), "checked": {"databricks_job.a"},
	}
}
