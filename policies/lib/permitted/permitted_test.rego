package policies.lib.permitted_test

import data.policies.lib.permitted
import data.policies.lib.testing_test as given

_app(address, name) := given.resource("databricks_app", {"address": address, "values": {"name": name}})

_permissions(fields) := given.resource("databricks_permissions", fields)

_apps := {app.address: app | some app in [_app("databricks_app.a", "one"), _app("databricks_app.b[0]", "two"), _app("databricks_app.c", "")]}

_without(permissions) := addresses if {
	document := given.plan(set(), permissions)
	addresses := {address | some address, _ in permitted.without(_apps, "app_name", ["name"])} with input as document
}

test_by_id if {
	_without([_permissions({"values": {"app_name": "one"}})]) == {"databricks_app.b[0]", "databricks_app.c"}
	_without([_permissions({"values": {"app_name": ""}})]) == {"databricks_app.a", "databricks_app.b[0]", "databricks_app.c"}
	_without([_permissions({"values": {"job_id": "one"}})]) == {"databricks_app.a", "databricks_app.b[0]", "databricks_app.c"}
}

test_by_link if {
	every target in ["databricks_app.b", "databricks_app.b[0]"] {
		linked := _permissions({"unknown": {"app_name": true}, "links": {"app_name": [target]}})
		_without([linked]) == {"databricks_app.a", "databricks_app.c"}
	}
}

_reasons(permissions) := reasons if {
	reasons := permitted.reasons({"databricks_app"}, "app_name") with input as given.plan(set(), permissions)
}

test_reasons if {
	_reasons([]) == set()
	_reasons([_permissions({"values": {"app_name": "one"}})]) == set()
	_reasons([_permissions({"unknown": {"app_name": true}, "links": {"app_name": ["databricks_app.a"]}})]) == set()
	_reasons([_permissions({"unknown": {"app_name": true}})]) == {"databricks_permissions.x may be on it"}
	elsewhere := ["terraform_data.later", "module.databricks_app.terraform_data.later"]
	_reasons([_permissions({"unknown": {"app_name": true}, "links": {"app_name": elsewhere}})]) == {"databricks_permissions.x may be on it"}
	in_module := [`module.apps["x.y"].databricks_app.a["x.y"]`]
	_reasons([_permissions({"unknown": {"app_name": true}, "links": {"app_name": in_module}})]) == set()
	reasons := permitted.reasons({"databricks_app"}, "app_name") with input as {"document": {"complete": false}, "resources": {}}
	reasons == {"the plan covers only a part of the configuration"}
	complete := permitted.reasons({"databricks_app"}, "app_name") with input as {"document": {"complete": true}, "resources": {}}
	complete == set()
}
