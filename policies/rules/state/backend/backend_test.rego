package policies.rules.state.backend_test

import data.policies.lib.testing_test as given
import data.policies.rules.state.backend as policy

_answers(document) := answers if {
	answers := {"deny": policy.deny, "undecided": policy.undecided, "checked": policy.checked} with input as document
}

_of(document) := _answers({"document": object.union({"kind": "configuration", "file": "."}, document), "resources": {}})

_backend(type, arguments) := _of({"backend": type, "backend_arguments": arguments})

_where := {"bucket": "literal", "key": "literal", "region": "expression"}

_denied(message) := given.denied("terraform", "backend", message)

_undecided(message) := given.undecided("terraform", "backend", message)

test_a_file if {
	every type in ["local", "inmem"] {
		_of({"backend": type}) == _denied(sprintf(`The backend is "%s"; wanted is one that all who deploy share, and that locks`, [type]))
	}
}

test_no_lock if {
	message := `The backend "s3" does not lock the state; wanted is use_lockfile or dynamodb_table`
	_backend("s3", _where) == _denied(message)
	_backend("s3", object.union(_where, {"use_lockfile": false, "encrypt": true})) == _denied(message)
}

_wanted := {"s3": "use_lockfile or dynamodb_table", "oss": "tablestore_table", "http": "lock_address"}

test_something_may_come_later if {
	every type, wanted in _wanted {
		_of({"backend": type}) == _undecided(sprintf(`Whether the backend "%s" locks the state is not written here; wanted is %s`, [type, wanted]))
	}
	every argument, _ in _where {
		_backend("s3", object.remove(_where, [argument])).undecided != set()
	}
	_backend("http", object.union(_where, {"address": "literal"})).undecided != set()
}

test_a_lock if {
	_backend("s3", object.union(_where, {"use_lockfile": true})) == given.passes("terraform")
	_backend("s3", {"use_lockfile": "expression"}) == given.passes("terraform")
	_backend("s3", object.union(_where, {"dynamodb_table": "literal", "use_lockfile": false})) == given.passes("terraform")
	_backend("oss", {"tablestore_table": "literal"}) == given.passes("terraform")
	_backend("http", {"lock_address": "literal"}) == given.passes("terraform")
	every type in ["azurerm", "gcs", "cloud", "remote", "consul", "cos", "kubernetes", "oci", "pg"] {
		_of({"backend": type}) == given.passes("terraform")
	}
}

test_an_unknown_backend if {
	_of({"backend": "etcd"}) == _undecided(`Whether the backend "etcd" locks the state is not known`)
}

test_no_backend if {
	_of({}) == _undecided("No backend is written: unless another file brings one, the state stays on this machine")
}

test_other_documents if {
	every kind in ["plan", "state", "bundle"] {
		_of({"kind": kind}) == given.nothing
		_of({"kind": kind, "backend": "local"}) == given.nothing
		_of({"kind": kind, "backend": "etcd"}) == given.nothing
		_of({"kind": kind, "backend": "s3", "backend_arguments": _where}) == given.nothing
		_of({"kind": kind, "backend": "s3"}) == given.nothing
	}
}
