# METADATA
# scope: package
# title: Modules come pinned from an allowed source
# description: |
#   Looks at every module that the configuration itself calls, also in plans. A registry module without an exact version,
#   or a Git one that names no `ref` or a branch, is another one whenever somebody publishes: no lock file
#   covers modules. Folders of the configuration are its own. What a foreign module calls in turn is its
#   author's, and not looked at; the version of an archive at an address is not known, only where it comes from.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/modules/sources
#     description: Sources of modules, and how versions are pinned
# custom:
#   id: DBX-CFG-001
#   severity: medium
#   sets: [strict]
#   resource_types: [terraform]
#   attributes: [source, version_constraint]
#   remediation: Write `version = "1.2.3"`, or the tag or commit as `?ref=` of a Git source.
#   controls:
#     nist-800-53: [SR-3]
#   parameters:
#     allowed_hosts:
#       description: Hosts that modules may come from, as globs, such as github.com; empty allows all.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
#     branches:
#       description: Names of a Git `ref` that are branches.
#       default: [HEAD, dev, develop, main, master, trunk]
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.configuration.module_source

import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some address, call in _foreign
	_kind(call.source) == "registry"
	version := object.get(call, "version_constraint", "")
	not regex.match(`^\s*=?\s*v?[0-9]+\.[0-9]+\.[0-9]+[^,]*$`, version)
	result := results.document(_path(address, "version"), sprintf(
		"%s of %s takes the version %q; wanted is an exact one",
		[address, _shown(call.source), version],
	))
}

deny contains result if {
	some address, call in _foreign
	_kind(call.source) == "git"
	reference := _reference(call.source)
	not _is_fixed(reference)
	result := results.document(_path(address, "source"), sprintf(
		"%s of %s takes the ref %q; wanted is a tag or commit",
		[address, _shown(call.source), reference],
	))
}

deny contains result if {
	some address, call in _foreign
	host := _host(call.source)
	count(_allowed) > 0
	not _is_allowed(host)
	result := results.document(_path(address, "source"), sprintf(
		"%s comes from %s; wanted is one of %s",
		[address, host, concat(", ", _allowed)],
	))
}

undecided contains result if {
	some address, call in _ours
	not call.source
	result := results.document(_path(address, "source"), sprintf("Where %s comes from cannot be told", [address]))
}

checked contains results.document_address if count(_ours) > 0

# Called by the configuration itself, or by one of its own folders.
_ours := {address: call |
	some address, call in input.modules
	steps := split(address, ".")
	callers := [concat(".", array.slice(steps, 0, end)) | some end in numbers.range(2, count(steps)); end % 2 == 0; end < count(steps)]
	every caller in callers {
		_is_local(input.modules[caller].source)
	}
}

_foreign := {address: call |
	some address, call in _ours
	source := call.source
	not _is_local(source)
}

_is_local(source) if regex.match(`^\.{1,2}(/|\\|$)`, source)

_path(address, attribute) := sprintf("%s.%s", [address, attribute])

_kind(source) := "registry" if {
	regex.match(`^([A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?/)?[0-9A-Za-z_-]+/[0-9A-Za-z_-]+/[0-9a-z]+(//.*)?$`, source)
	not regex.match(`^(github|bitbucket)\.(com|org)/`, source)
} else := "git" if {
	regex.match(`^(git::|git@|(github\.com|bitbucket\.org)/)`, source)
}

_reference(source) := text if {
	text := regex.find_all_string_submatch_n(`[?&]ref=([^&]*)`, source, -1)[0][1]
} else := ""

_is_fixed(reference) if {
	reference != ""
	not _branches[reference]
	not startswith(reference, "refs/heads/")
}

_host(source) := "registry.terraform.io" if {
	_kind(source) == "registry"
	count(split(split(source, "//")[0], "/")) == 3
} else := lower(regex.find_all_string_submatch_n(`^([^/:@]+)`, _without_scheme(source), -1)[0][1])

_is_allowed(host) if {
	some pattern in _allowed
	glob.match(lower(pattern), [], host)
}

# A source may hold credentials.
_shown(source) := regex.replace(source, `//[^/@]*@`, "//")

_without_scheme(source) := regex.replace(source, `^([a-z0-9]+::)?([a-z0-9+]+://)?([^/@]*@)?`, "")

_allowed := {host | some host in parameters.of("DBX-CFG-001", "allowed_hosts")}

_branches := {branch: true | some branch in parameters.of("DBX-CFG-001", "branches")}
