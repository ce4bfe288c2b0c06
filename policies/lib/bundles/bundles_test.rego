package policies.lib.bundles_test

import data.policies.lib.bundles

_job(address, deployment) := {
	"address": address, "type": "databricks_job", "mode": "managed", "action": "no-op",
	"values": {"deployment": deployment},
}

_bundle(path) := [{"kind": "BUNDLE", "metadata_file_path": path}]

test_metadata_of_jobs_and_pipelines if {
	bundles.metadata_file_paths == {"/x/state/metadata.json", "/y/state/metadata.json"} with input as {"document": {"kind": "state"}, "resources": {
		"databricks_job": {
			"databricks_job.a": _job("databricks_job.a", _bundle("/x/state/metadata.json")),
			"databricks_job.b": _job("databricks_job.b", _bundle("/x/state/metadata.json")),
			"databricks_job.c": _job("databricks_job.c", []),
			"databricks_job.d": _job("databricks_job.d", [{"kind": "OTHER", "metadata_file_path": "/z"}]),
			"databricks_job.e": _job("databricks_job.e", _bundle("")),
			"databricks_job.f": _job("databricks_job.f", [{"kind": "BUNDLE"}]),
			"databricks_job.g": {"address": "databricks_job.g", "mode": "managed", "action": "delete", "values": {}},
		},
		"databricks_pipeline": {"databricks_pipeline.p": _job("databricks_pipeline.p", _bundle("/y/state/metadata.json"))},
		"databricks_app": {"databricks_app.a": _job("databricks_app.a", _bundle("/z/state/metadata.json"))},
	}}
}

test_a_path_that_is_unknown if {
	job := object.union(
		_job("databricks_job.a", [{"kind": "BUNDLE"}]),
		{"unknown": {"deployment": [{"metadata_file_path": true}]}},
	)
	bundles.metadata_file_paths == {""} with input as {
		"document": {"kind": "plan"},
		"resources": {"databricks_job": {"databricks_job.a": job}},
	}
}

_managed(kind, resources) := answer if {
	answer := bundles.managed with input as {"document": {"kind": kind}, "resources": resources}
}

test_managed_by_a_bundle if {
	_managed("bundle", {}) == true
	_managed("bundle", {"azurerm_subnet": {"azurerm_subnet.s": _job("azurerm_subnet.s", [])}}) == true
	_managed("state", {"databricks_job": {"databricks_job.a": _job("databricks_job.a", _bundle("/x"))}}) == true
	_managed("state", {
		"databricks_pipeline": {"databricks_pipeline.p": _job("databricks_pipeline.p", _bundle("/x"))},
		"azurerm_subnet": {"azurerm_subnet.s": _job("azurerm_subnet.s", [])},
	}) == true
}

test_not_managed_by_a_bundle if {
	_managed("state", {
		"databricks_job": {"databricks_job.a": _job("databricks_job.a", [])},
		"azurerm_subnet": {"azurerm_subnet.s": _job("azurerm_subnet.s", [])},
	}) == false
}

test_nothing_says_whether_a_bundle_manages_it if {
	_managed("state", {}) == "unknown"
	_managed("state", {"databricks_job": {"databricks_job.a": _job("databricks_job.a", [{"kind": "OTHER"}])}}) == "unknown"
	_managed("state", {"databricks_schema": {"databricks_schema.s": _job("databricks_schema.s", _bundle("/x"))}}) == "unknown"
	_managed("state", {"azurerm_subnet": {}}) == "unknown"
	_managed("state", {"azurerm_subnet": {"data.azurerm_subnet.s": {"mode": "data", "values": {}}}}) == "unknown"
}

_production(path, document) := answer if {
	answer := bundles.production(path) with input as {"document": document}
}

test_the_target_of_the_document_decides if {
	_production("/Workspace/Users/a@b.c/.bundle/LLMOps/dev/state/metadata.json", {"target": "prod"}) == true
	_production("/Workspace/Users/a@b.c/.bundle/LLMOps/prod/state/metadata.json", {"target": "dev"}) == false
}

test_without_a_target_the_path_decides if {
	_production("/Workspace/Users/a@b.c/.bundle/LLMOps/prod/state/metadata.json", {}) == true
	_production("/Workspace/Users/a@b.c/.bundle/LLMOps/Production/state/metadata.json", {}) == true
	_production("/Workspace/Applications/LLMOps/prod/state/metadata.json", {}) == true
	_production("/Workspace/Users/a@b.c/.bundle/prod/dev/state/metadata.json", {}) == false
}

test_paths_that_name_no_target if {
	_production("/Workspace/Users/a@b.c/payment-analysis/state/metadata.json", {}) == "unknown"
	_production("/Workspace/Users/a@b.c/.bundle/LLMOps/prod/files/metadata.json", {}) == "unknown"
	_production("/Workspace/Users/a@b.c/.bundle/LLMOps/dev/files/metadata.json", {}) == "unknown"
	_production("/x/.bundle/dev/state/metadata.json", {}) == "unknown"
	_production("metadata.json", {}) == "unknown"
	_production("", {}) == "unknown"
}

_self(values) := {"bundle": {"bundle": {"address": "bundle", "mode": "managed", "action": "no-op", "values": values}}}

_document(values) := {"document": {"kind": "state"}, "resources": _self(values)}

test_what_a_bundle_says_about_itself if {
	bundles.itself == {} with input as {"document": {"kind": "plan"}, "resources": {}}
	object.keys(bundles.itself) == {"bundle"} with input as _document({"source": "state"})
	object.keys(bundles.written) == {"bundle"} with input as _document({"source": "configuration"})
	bundles.written == {} with input as _document({"source": "metadata"})
	bundles.managed == true with input as _document({"source": "state"})
}

test_where_the_code_lies_stands_for_metadata if {
	workspace := {"workspace": {"file_path": "/x/files"}}
	bundles.metadata_file_paths == {"/x/files"} with input as _document(object.union(workspace, {"source": "metadata"}))
	bundles.metadata_file_paths == set() with input as _document(object.union(workspace, {"source": "configuration"}))
}

test_the_direct_engine if {
	every source in ["state", "plan"] {
		bundles.by_direct_engine == true with input as _document({"source": source})
	}
	bundles.by_direct_engine == false with input as _document({"source": "terraform"})
}

test_the_home_of_whoever_deploys if {
	bundles.in_home_of_deployer == true with input as _document({"workspace": {"in_home_of_deployer": true}})
	bundles.in_home_of_deployer == false with input as _document({"workspace": {}})
}
