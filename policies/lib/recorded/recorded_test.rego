package policies.lib.recorded_test

import data.policies.lib.recorded

_of(file) := found if {
	found := recorded.of({"prod/terraform.tfstate": 1, "terraform.tfstate": 2, "x": 3}) with input as {"document": {"file": file}}
}

test_files if {
	_of("prod/terraform.tfstate") == {1}
	_of("a/prod/terraform.tfstate") == {1}
	_of("/prod/terraform.tfstate") == {1}
	_of("nonprod/terraform.tfstate") == {2}
	_of("terraform.tfstate") == {2}
	_of("x/y") == set()
	_of("-") == set()
}

test_absolute_paths if {
	recorded.of({"/a/terraform.tfstate": 1}) == {1} with input as {"document": {"file": "/a/terraform.tfstate"}}
	recorded.of({"/a/terraform.tfstate": 1}) == set() with input as {"document": {"file": "a/terraform.tfstate"}}
}

_matters(document) if recorded.matters with input as document

test_what_matters if {
	_matters({"document": {"kind": "state", "file": "x", "format_version": "4"}})
	_matters(_of_a_bundle("state", "state"))
	not _matters({"document": {"kind": "state", "file": "x", "format_version": "1.0"}})
	not _matters({"document": {"kind": "plan", "file": "x", "format_version": "4"}})
	not _matters(_of_a_bundle("plan", "plan"))
	not _matters(_of_a_bundle("state", "terraform"))
}

_of_a_bundle(kind, source) := {
	"document": {"kind": kind, "file": "x"},
	"resources": {"bundle": {"bundle.x": {"address": "bundle.x", "values": {"source": source}}}},
}
