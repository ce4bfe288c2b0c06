package policies.lib.models_test

import data.policies.lib.models

_resource(type, name, fields) := object.union(
	{
		"address": sprintf("%s.%s", [type, name]), "type": type, "name": name,
		"mode": "managed", "action": "no-op", "values": {},
	},
	fields,
)

# Resources of one type by address, as a document holds them.
_by_address(list) := {resource.address: resource | some resource in list}

_document(models, grants) := {"document": {"kind": "plan", "file": "plan.json"}, "resources": {
	"databricks_registered_model": _by_address(models),
	"databricks_grants": _by_address(grants),
}}

_model(name, values) := _resource("databricks_registered_model", name, {"values": values})

_grants(name, fields) := _resource("databricks_grants", name, fields)

_created := _resource("databricks_registered_model", "m", {
	"action": "create",
	"values": {"catalog_name": "prod", "schema_name": "LLMOps", "name": "chat"},
	"unknown": {"id": true, "full_name": true},
})

_on_link(reference) := _grants("g", {
	"action": "create",
	"unknown": {"function": true, "id": true},
	"links": {"function": [reference]},
})

_on_function(name) := _grants("g", {"values": {"function": name}})

_answers(document) := answers if {
	answers := {
		"about": {[address, is] | some address, is in models.about},
		"label": {[address, text] | some address, text in models.label},
		"grants_of": {[model, address] | some model, list in models.grants_of; some address in list},
		"unplaced": {address | some address in models.unplaced},
	} with input as document
}

_is_on_chat(label) := {
	"about": {["databricks_grants.g", true]},
	"label": {["databricks_grants.g", label]},
	"grants_of": {["databricks_registered_model.m", "databricks_grants.g"]},
	"unplaced": set(),
}

_nothing := {"about": set(), "label": set(), "grants_of": set(), "unplaced": set()}

test_a_function_that_is_linked_to_a_model_of_the_same_plan if {
	_answers(_document([_created], [_on_link("databricks_registered_model.m")])) == _is_on_chat("prod.LLMOps.chat")
}

test_a_function_of_the_name_of_a_model if {
	_answers(_document([_created], [_on_function("PROD.llmops.Chat")])) == _is_on_chat("PROD.llmops.Chat")
}

test_a_state_knows_the_full_name if {
	model := _model("m", {"full_name": "prod.LLMOps.chat", "id": "other"})
	_answers(_document([model], [_on_function("prod.LLMOps.chat")])) == _is_on_chat("prod.LLMOps.chat")
}

test_the_id_is_the_full_name if {
	model := _model("m", {"full_name": "", "id": "prod.LLMOps.chat"})
	_answers(_document([model], [_on_function("prod.LLMOps.chat")])) == _is_on_chat("prod.LLMOps.chat")
}

test_a_model_attribute if {
	grant := _grants("g", {"values": {"model": "prod.LLMOps.chat"}})
	_answers(_document([_created], [grant])) == _is_on_chat("prod.LLMOps.chat")
}

test_a_model_of_another_configuration if {
	grant := _grants("g", {"values": {"model": "prod.LLMOps.other", "function": ""}})
	_answers(_document([_created], [grant])) == {
		"about": {["databricks_grants.g", true]},
		"label": {["databricks_grants.g", "prod.LLMOps.other"]},
		"grants_of": set(),
		"unplaced": set(),
	}
}

test_a_single_grant if {
	grant := _resource("databricks_grant", "g", {"values": {"function": "prod.LLMOps.chat"}})
	document := {"resources": {
		"databricks_registered_model": _by_address([_created]),
		"databricks_grant": _by_address([grant]),
	}}
	_answers(document).about == {["databricks_grant.g", true]}
}

test_a_model_from_a_data_source if {
	model := {
		"address": "data.databricks_registered_model.m", "type": "databricks_registered_model", "name": "m",
		"mode": "data", "action": "read", "values": {"full_name": "prod.LLMOps.chat"},
	}
	answers := _answers(_document([model], [_on_function("prod.LLMOps.chat")]))
	answers.about == {["databricks_grants.g", true]}
}

test_a_data_source_that_is_read_later if {
	_answers(_document([], [_on_link("data.databricks_registered_model.later")])) == {
		"about": {["databricks_grants.g", true]},
		"label": {["databricks_grants.g", "data.databricks_registered_model.later"]},
		"grants_of": set(),
		"unplaced": set(),
	}
}

test_a_model_that_leaves_is_still_one if {
	every action in ["forget", "delete"] {
		model := _resource("databricks_registered_model", "m", {"action": action, "before": {"full_name": "prod.LLMOps.chat"}})
		_answers(_document([model], [_on_function("prod.LLMOps.chat")])).about == {["databricks_grants.g", true]}
	}
}

test_a_replaced_model_has_its_new_name if {
	model := _resource("databricks_registered_model", "m", {
		"action": "replace",
		"before": {"full_name": "prod.LLMOps.old"},
		"values": {"catalog_name": "prod", "schema_name": "LLMOps", "name": "chat"},
		"unknown": {"full_name": true},
	})
	_answers(_document([model], [_on_function("prod.LLMOps.old")])) == _nothing
	_answers(_document([model], [_on_function("prod.LLMOps.chat")])) == _is_on_chat("prod.LLMOps.chat")
}

test_instances_of_a_counted_model if {
	first := _model("m[0]", {"full_name": "prod.s.a"})
	second := _model("m[1]", {"full_name": "prod.s.b"})
	all := _answers(_document([first, second], [_on_link("databricks_registered_model.m")]))
	all.grants_of == {
		["databricks_registered_model.m[0]", "databricks_grants.g"],
		["databricks_registered_model.m[1]", "databricks_grants.g"],
	}
	all.label == {["databricks_grants.g", "prod.s.a, prod.s.b"]}
	one := _answers(_document([first, second], [_on_link("databricks_registered_model.m[1]")]))
	one.grants_of == {["databricks_registered_model.m[1]", "databricks_grants.g"]}
	one.label == {["databricks_grants.g", "prod.s.b"]}
}

test_a_model_in_a_module if {
	model := _resource("databricks_registered_model", "m", {
		"address": "module.ml[\"a\"].databricks_registered_model.m",
		"action": "create",
		"unknown": {"name": true},
	})
	_answers(_document([model], [_on_link("module.ml[\"a\"].databricks_registered_model.m")])) == {
		"about": {["databricks_grants.g", true]},
		"label": {["databricks_grants.g", "module.ml[\"a\"].databricks_registered_model.m"]},
		"grants_of": {["module.ml[\"a\"].databricks_registered_model.m", "databricks_grants.g"]},
		"unplaced": set(),
	}
}

test_named_as_bundles_name_it if {
	known := _grants("registered_model_chat", {"values": {"function": "prod.LLMOps.elsewhere"}})
	_answers(_document([], [known])) == {
		"about": {["databricks_grants.registered_model_chat", true]},
		"label": {["databricks_grants.registered_model_chat", "prod.LLMOps.elsewhere"]},
		"grants_of": set(),
		"unplaced": set(),
	}
	unknown := _grants("registered_model_chat", {"unknown": {"function": true}})
	_answers(_document([], [unknown])) == {
		"about": {["databricks_grants.registered_model_chat", true]},
		"label": {["databricks_grants.registered_model_chat", "(name not known yet)"]},
		"grants_of": set(),
		"unplaced": {"databricks_grants.registered_model_chat"},
	}
}

test_a_schema_that_is_named_after_that_of_a_model if {
	on_schema := {"action": "create", "unknown": {"schema": true, "id": true}, "links": {"schema": ["databricks_registered_model.m"]}}
	_answers(_document([_created], [_grants("g", on_schema)])) == _nothing
}

test_the_bundle_name_says_nothing_of_other_securables if {
	grant := _grants("registered_model_schema", {"values": {"schema": "prod.LLMOps"}})
	_answers(_document([_created], [grant])) == _nothing
}

_may_be_a_model := {
	"about": {["databricks_grants.g", "unknown"]},
	"label": {["databricks_grants.g", "(name not known yet)"]},
	"grants_of": set(),
	"unplaced": {"databricks_grants.g"},
}

test_an_unknown_function_without_a_link if {
	grant := _grants("g", {"unknown": {"function": true}})
	_answers(_document([_created], [grant])) == _may_be_a_model
}

test_an_unknown_function_beside_another_securable if {
	grant := _grants("g", {"values": {"schema": "prod.LLMOps"}, "unknown": {"function": true}})
	_answers(_document([_created], [grant])) == _may_be_a_model
}

test_an_unknown_function_that_refers_to_something_else if {
	_answers(_document([_created], [_on_link("databricks_schema.s")])) == _may_be_a_model
}

test_a_masked_function if {
	_answers(_document([_created], [_on_function("(sensitive value 3f9a12ab)")])) == _may_be_a_model
}

test_a_model_attribute_that_is_linked if {
	grant := _grants("g", {"unknown": {"model": true}, "links": {"model": ["databricks_registered_model.m"]}})
	_answers(_document([_created], [grant])) == _is_on_chat("prod.LLMOps.chat")
}

test_an_unknown_model_attribute if {
	grant := _grants("g", {"unknown": {"model": true}})
	answers := _answers(_document([_created], [grant]))
	answers.about == {["databricks_grants.g", true]}
	answers.unplaced == {"databricks_grants.g"}
}

test_a_resource_that_is_unknown_as_a_whole if {
	grant := _grants("g", {"unknown": true, "links": {"function": ["databricks_registered_model.m"]}})
	_answers(_document([_created], [grant])) == _is_on_chat("prod.LLMOps.chat")
}

test_a_function_is_no_model if {
	_answers(_document([_created], [_on_function("prod.LLMOps.score")])) == _nothing
}

test_a_function_that_borrows_the_catalog_of_a_model_is_no_model if {
	grant := _grants("g", {
		"values": {"function": "prod.LLMOps.score"},
		"links": {"function": ["databricks_registered_model.m"]},
	})
	_answers(_document([_created], [grant])) == _nothing
}

test_a_known_function_of_a_model_without_name if {
	model := _resource("databricks_registered_model", "m", {"action": "create", "unknown": {"name": true}})
	grant := _grants("g", {
		"values": {"function": "prod.LLMOps.score"},
		"links": {"function": ["databricks_registered_model.m"]},
	})
	_answers(_document([model], [grant])) == _is_on_chat("prod.LLMOps.score")
}

test_other_types_with_a_similar_name_are_no_link if {
	_answers(_document([_created], [_on_link("x_databricks_registered_model.m")])) == _may_be_a_model
}

test_a_masked_name_is_no_name if {
	masked := "(sensitive value 3f9a12ab)"
	{"x" | models.name({"catalog_name": masked, "schema_name": "s", "name": "m"})} == set()
	{"x" | models.name({"catalog_name": "c", "schema_name": masked, "name": "m"})} == set()
	{"x" | models.name({"catalog_name": "c", "schema_name": "s", "name": masked})} == set()
	{"x" | models.name({"catalog_name": "", "schema_name": "s", "name": "m"})} == set()
	models.name({"full_name": masked, "id": masked, "catalog_name": "c", "schema_name": "s", "name": "m"}) == "c.s.m"
}

test_grants_that_go_away if {
	grant := _grants("g", {"action": "delete", "values": {"model": "prod.LLMOps.chat"}})
	_answers(_document([_created], [grant])) == _nothing
}
