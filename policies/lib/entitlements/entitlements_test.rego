package policies.lib.entitlements_test

import data.policies.lib.entitlements
import data.policies.lib.testing_test as given

_document(fields) := given.plan(set(), [
	given.resource("databricks_group", {"values": {"id": "2", "display_name": "etl"}}),
	given.resource("databricks_entitlements", fields),
	given.resource("databricks_job", {}),
])

_others(resources, allowed) := {[other.resource.address, other.identity.kind, other.identity.name, other.certain] |
	document := given.plan(set(), resources)
	found := entitlements.given_to_others("allow_cluster_create", allowed) with input as document
	some other in found
}

_group(values, unknown) := [given.resource("databricks_group", {
	"values": object.union({"id": "2", "display_name": "etl"}, values),
	"unknown": unknown,
})]

_entitled(fields, allowed) := _others(array.concat(_group({}, {}), [given.resource("databricks_entitlements", fields)]), allowed)

test_among_their_own_attributes if {
	_others(_group({"allow_cluster_create": true}, {}), set()) == {["databricks_group.x", "group", "etl", true]}
	_others([given.resource("databricks_user", {"values": {"user_name": "bob", "allow_cluster_create": true}})], set()) == {["databricks_user.x", "user", "bob", true]}
	_others([given.resource("databricks_service_principal", {"values": {"application_id": "7c", "allow_cluster_create": true}})], set()) == {["databricks_service_principal.x", "service_principal", "7c", true]}
	_others(_group({"allow_cluster_create": false}, {}), set()) == set()
	_others(_group({"workspace_access": true}, {}), set()) == set()
}

test_the_allowed if {
	_others(_group({"allow_cluster_create": true}, {}), {"ETL"}) == set()
	_others(_group({"allow_cluster_create": true}, {}), {"ops", "qa"}) == {["databricks_group.x", "group", "etl", true]}
}

test_by_another_resource if {
	_entitled({"values": {"group_id": "2", "allow_cluster_create": true}}, set()) == {["databricks_entitlements.x", "group", "etl", true]}
	_entitled({"values": {"group_id": "2", "user_id": "", "allow_cluster_create": true}}, {"etl"}) == set()
	_entitled({"values": {"allow_cluster_create": true}, "unknown": {"group_id": true}, "links": {"group_id": ["databricks_group.x"]}}, set()) == {["databricks_entitlements.x", "group", "etl", true]}
	every attribute in ["service_principal_id", "user_id"] {
		_entitled({"values": {attribute: "9", "allow_cluster_create": true}}, set()) == {["databricks_entitlements.x", "unknown", "", true]}
	}
	every attribute in ["service_principal_id", "user_id"] {
		_entitled({"values": {attribute: "2", "allow_cluster_create": true}}, set()) == {["databricks_entitlements.x", "group", "etl", true]}
	}
	_others([given.resource("databricks_job", {"values": {"allow_cluster_create": true}})], set()) == set()
	_entitled({"values": {"allow_cluster_create": true}}, set()) == {["databricks_entitlements.x", "unknown", "", true]}
}

test_not_known_yet if {
	_others(_group({}, {"allow_cluster_create": true}), set()) == {["databricks_group.x", "group", "etl", false]}
	_others(_group({}, {"allow_cluster_create": true}), {"etl"}) == set()
	_entitled({"values": {"group_id": "9", "allow_cluster_create": true}}, {"etl"}) == {["databricks_entitlements.x", "unknown", "", false]}
	_entitled({"unknown": true}, set()) == {["databricks_entitlements.x", "unknown", "", false]}
}

test_addresses if {
	entitlements.addresses == {"databricks_group.x", "databricks_entitlements.x"} with input as _document({})
	entitlements.addresses == {"databricks_group.x"} with input as _document({"action": "delete"})
}
