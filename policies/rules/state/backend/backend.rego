# METADATA
# scope: package
# title: The backend locks the state for everyone who deploys
# description: |
#   Looks at the backend of a configuration. `local` keeps the state in a file, mostly beside the code:
#   nobody else has it, and it is soon in the repository. s3 locks with `use_lockfile` or `dynamodb_table`
#   alone; without a lock two applies overwrite each other.
#
#   Arguments can be given by `-backend-config` and by the environment too: s3 without a lock is a finding
#   where bucket, key and region are written, so that nothing else needs to be given. It is undecided
#   otherwise, for http and oss without a lock, for backends of which it is not known, and where no
#   backend is written, as in a module that others call. Plans and states do not tell the backend,
#   bundles keep their states themselves. Whether a backend encrypts is not looked at: those of the
#   clouds do so by themselves.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/backend
#     description: Backends
#   - ref: https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
#     description: How s3 locks
# custom:
#   id: DBX-TFS-015
#   severity: high
#   sets: [production]
#   resource_types: [terraform]
#   attributes: [backend, backend_arguments]
#   remediation: Use azurerm, gcs, HCP Terraform, or s3 with `use_lockfile = true`.
#   controls:
#     nist-800-53: [CP-9, SC-28, CM-3]
#     cis-controls: ["11.3", "3.11"]
#     iso-27001: [A.8.13, A.8.24]
#     soc2: [A1.2, CC6.1]
package policies.rules.state.backend

import data.policies.lib.results

deny contains result if {
	_is_configuration
	_backend in {"local", "inmem"}
	result := results.document("backend", sprintf(`The backend is "%s"; wanted is one that all who deploy share, and that locks`, [_backend]))
}

deny contains result if {
	_unlocked
	_is_whole
	result := results.document("backend", sprintf(`The backend "%s" does not lock the state; wanted is %s`, [_backend, _wanted]))
}

undecided contains result if {
	_unlocked
	not _is_whole
	result := results.document("backend", sprintf(`Whether the backend "%s" locks the state is not written here; wanted is %s`, [_backend, _wanted]))
}

undecided contains result if {
	_is_configuration
	backend := _backend
	not backend in _known
	result := results.document("backend", sprintf(`Whether the backend "%s" locks the state is not known`, [backend]))
}

undecided contains result if {
	_is_configuration
	not input.document.backend
	result := results.document("backend", "No backend is written: unless another file brings one, the state stays on this machine")
}

checked contains results.document_address if _is_configuration

_is_configuration if input.document.kind == "configuration"

_unlocked if {
	_is_configuration
	locks := _locks[_backend]
	count([name | some name in locks; _arguments[name]]) == 0
}

# With these nothing is left for -backend-config to bring.
_is_whole if {
	_backend == "s3"
	every name in ["bucket", "key", "region"] {
		_arguments[name]
	}
}

_wanted := concat(" or ", _locks[_backend])

_backend := input.document.backend

_arguments := object.get(input.document, "backend_arguments", {})

_known := {"local", "inmem", "azurerm", "gcs", "cloud", "remote", "consul", "cos", "kubernetes", "oci", "pg"} | {name | some name, _ in _locks}

_locks := {
	"s3": ["use_lockfile", "dynamodb_table"],
	"oss": ["tablestore_table"],
	"http": ["lock_address"],
}
