package policies.rules.audit.several_workspace_conf_test

import data.policies.lib.testing_test as given
import data.policies.rules.audit.several_workspace_conf as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_conf(name, fields) := object.union(
	given.resource("databricks_workspace_conf", fields),
	{"address": sprintf("databricks_workspace_conf.%s", [name])},
)

_values(config, workspace) := {"values": {"custom_config": config, "provider_config": [{"workspace_id": id} | some id in workspace]}}

_document(providers, one, other) := object.union(
	given.plan(set(), [_conf("a", one), _conf("b", other)]),
	{"providers": {key: {"name": "databricks", "full_name": "registry.terraform.io/databricks/databricks"} | some key in providers}},
)

_one_provider(one, other) := _answers(_document({"databricks"}, one, other))

_both := {"databricks_workspace_conf.a", "databricks_workspace_conf.b"}

_all(deny, undecided) := {"deny": deny, "undecided": undecided, "checked": _both}

_shared(more) := {{
	"address": "databricks_workspace_conf.b",
	"path": "custom_config.enableX",
	"message": sprintf("enableX is set by databricks_workspace_conf.a too%s; one resource should manage it", [more]),
}}

_maybe := _shared(", and nothing says whether that is for the same workspace")

_on := {"enableX": "true"}

_off := {"enableX": "false", "enableZ": "true"}

test_one_key_in_two_places if {
	_one_provider(_values(_on, set()), _values(_off, set())) == _all(_shared(""), set())
	_one_provider(_values(_on, {"1"}), _values(_off, {"1"})) == _all(_shared(""), set())
	_answers(_document({"databricks", "databricks.two"}, _values(_on, {"1"}), _values(_off, {"1"}))) == _all(_shared(""), set())
	_one_provider(_values(_on, set()), {"values": {"custom_config": {}}, "unknown": {"custom_config": {"enableX": true}}}) == _all(_shared(""), set())
}

test_maybe_for_different_workspaces if {
	_answers(_document({"databricks", "databricks.two"}, _values(_on, set()), _values(_off, set()))) == _all(set(), _maybe)
	_answers(_document(set(), _values(_on, set()), _values(_off, set()))) == _all(set(), _maybe)
	_one_provider(_values(_on, {"1"}), _values(_off, set())) == _all(set(), _maybe)
	_one_provider(_values(_on, {"1"}), object.union(_values(_off, set()), {"unknown": {"provider_config": [{"workspace_id": true}]}})) == _all(set(), _maybe)
	unknown := {"unknown": {"provider_config": [{"workspace_id": true}]}}
	_one_provider(object.union(_values(_on, set()), unknown), object.union(_values(_off, set()), unknown)) == _all(set(), _maybe)
}

test_different_workspaces_and_keys if {
	_one_provider(_values(_on, {"1"}), _values(_off, {"2"})) == _all(set(), set())
	_one_provider(_values(_on, set()), _values({"enableY": "true"}, set())) == _all(set(), set())
	_one_provider(object.union(_values(_on, set()), {"before": {"custom_config": _off}}), _values({"enableZ": "true"}, set())) == _all(set(), set())
	_one_provider(_values("enableX", set()), _values(["enableX"], set())) == _all(set(), set())
}

test_keys_that_are_not_known_yet if {
	_one_provider(_values(_on, set()), {"unknown": {"custom_config": true}}) == _all(set(), {{
		"address": "databricks_workspace_conf.b",
		"path": "custom_config",
		"message": "Which settings this manages, and whether another resource does too, is not known yet",
	}})
	_answers(given.plan(set(), [_conf("a", {"unknown": {"custom_config": true}})])) == given.passes("databricks_workspace_conf.a")
}

test_other_providers_do_not_count if {
	document := object.union(
		_document({"databricks"}, _values(_on, set()), _values(_off, set())),
		{"providers": {"azurerm": {"name": "azurerm", "full_name": "registry.terraform.io/hashicorp/azurerm"}, "x": {"name": "x"}}},
	)
	_answers(document) == _all(_shared(""), set())
}

test_one_that_goes_away if {
	_one_provider(_values(_on, set()), {"action": "delete", "before": {"custom_config": _on}}) == given.passes("databricks_workspace_conf.a")
}
