package policies.rules.bundles.mode_of_target_test

import data.policies.rules.bundles.mode_of_target as policy

_bundle(document, values, unknown) := {
	"document": object.union({"kind": "bundle", "file": "databricks.yml"}, document),
	"resources": {"bundle": {"bundle": {
		"address": "bundle", "type": "bundle", "name": "bundle", "mode": "managed", "action": "no-op",
		"values": values, "unknown": unknown,
	}}},
}

_answers(document) := {"deny": deny, "undecided": undecided, "checked": checked} if {
	deny := policy.deny with input as document
	undecided := policy.undecided with input as document
	checked := policy.checked with input as document
}

_result(path, message) := {"address": "bundle", "path": path, "message": message}

_denied(results) := {"deny": results, "undecided": set(), "checked": {"bundle"}}

_doubted(results) := {"deny": set(), "undecided": results, "checked": {"bundle"}}

_passed := _denied(set())

_not_applicable := {"deny": set(), "undecided": set(), "checked": set()}

_configuration(targets) := {"source": "configuration", "targets": targets}

_missing(path) := _result(path, "The production target has no mode; wanted is mode: production")

test_every_production_target_is_asked if {
	targets := {"dev": {"default": true}, "prod": {}, "eu-prod": {"mode": "development"}}
	_answers(_bundle({"target": "dev"}, _configuration(targets), {})) == _denied({
		_missing("targets.prod.mode"),
		_result("targets.eu-prod.mode", `The production target is deployed in mode "development"; wanted is mode: production`),
	})
}

test_a_production_target_in_capitals if {
	_answers(_bundle({}, _configuration({"PROD": {}}), {})) == _denied({_missing("targets.PROD.mode")})
}

test_production_mode if {
	_answers(_bundle({"target": "prod"}, _configuration({"prod": {"mode": "production"}}), {})) == _passed
}

test_a_target_that_the_user_calls_production if {
	document := {"target": "prod"}
	_answers(_bundle(document, {"source": "configuration"}, {})) == _denied({_missing("mode")})
	_answers(_bundle(document, {"source": "configuration", "mode": "production"}, {})) == _passed
	_answers(_bundle(document, {"source": "configuration", "targets": {"dev": {}}}, {})) == _denied({_missing("mode")})
}

test_an_unknown_mode if {
	doubt := "The mode of this production target is not known; wanted is mode: production"
	unknown := {"targets": {"prod": {"mode": true}}}
	_answers(_bundle({}, _configuration({"prod": {}}), unknown)) == _doubted({_result("targets.prod.mode", doubt)})
	_answers(_bundle({"target": "prod"}, {"source": "configuration"}, {"mode": true})) == _doubted({_result("mode", doubt)})
}

test_metadata if {
	metadata := {"source": "metadata", "target": "prod"}
	_answers(_bundle({"target": "prod"}, metadata, {})) == _denied({_missing("mode")})
	_answers(_bundle({"target": "prod"}, object.union(metadata, {"mode": "production"}), {})) == _passed
	doubt := "The mode of this production target is not known; wanted is mode: production"
	_answers(_bundle({"target": "prod"}, {"source": "metadata"}, {})) == _doubted({_result("mode", doubt)})
}

test_elsewhere_any_mode_will_do if {
	_answers(_bundle({"target": "dev"}, _configuration({"dev": {"mode": "development"}}), {})) == _not_applicable
	_answers(_bundle({"target": "dev"}, {"source": "metadata", "target": "dev"}, {})) == _not_applicable
	_answers(_bundle({}, {"source": "state"}, {})) == _not_applicable
	_answers({"document": {"kind": "plan", "file": "plan.json", "target": "prod"}, "resources": {}}) == _not_applicable
}
