# METADATA
# title: Secrets that stand in attributes
# description: |
#   The reader masks secrets and notes where they stood and how it knew. `found` lists them, each
#   with address, path, kind and form; a policy's message says where a secret is, never what it is.
#
#   Kinds: marked (Terraform's own mark), schema (the provider's schema says sensitive), token (has
#   the form of a credential, and is neither of these), copy (not marked itself, but is or holds
#   what is sensitive elsewhere in the document), named (a literal under a name such as
#   client_secret: probably a secret).
#
#   `bearing(type, path)`  the attribute, such as "task.new_cluster.spark_conf", in which people keep
#                          secrets although the provider does not call it sensitive, if path lies in one.
#   `title(form)`          a form in words: "a GitHub token".
#   `literals[attribute]`  the secrets in maps and lists of that name, such as spark_conf, of resources that
#                         stay: {resource, path, certain, message}. Uncertain are those that only Terraform
#                         calls sensitive, or that stand elsewhere too, under a name that tells nothing.
#   `unclear(resource, block, name)`  the paths at which a map of a block may get a secret that is not known
#                         yet: of the map, or of an entry whose name says secret and which does not come
#                         from a `databricks_secret`, whose `config_reference` is none.
#   `in_clear(text)`      whether a text under such a name would be a secret: no reference, switch or place.
#   `named(name)`         whether a name says that its value is secret.
package policies.lib.secrets

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.values as known

found contains secret if {
	some by_address in input.resources
	some address, resource in by_address
	some path, why in resource.secrets
	secret := {"address": address, "path": path, "kind": kind(why), "form": form(why)}
}

kind(why) := "token" if {
	form(why) != ""
	not _sensitive(why)
} else := "copy" if {
	why.kind == "marked"
	not why.marked
} else := why.kind

literals := {attribute: found |
	some attribute in {name | some [name, _] in _literals}
	found := {literal | some [name, literal] in _literals; name == attribute}
}

unclear(resource, block, name) := {blocks.attribute(block, name)} if {
	known.unknown(block, name)
} else := {path |
	some key, is_unknown in block.unknown[name]
	is_unknown == true
	named(key)
	path := concat("", [blocks.attribute(block, name), _step(key)])
	not _comes_from_secrets(resource, path)
}

named(name) if regex.match(_names.pattern, name)

in_clear(text) if {
	text != ""
	no_secret := _names.no_secret
	not regex.match(no_secret, text)
}

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_names := data.tfcheck.domain.secret_names

_literals := [[attribute, literal] |
	some by_address in resources.present
	some resource in by_address
	some path, why in resource.secrets
	[_, attribute, name] := regex.find_all_string_submatch_n(_entry_path, path, -1)[0]
	certain := _is_certain(why, trim(name, `.["]`))
	literal := {"resource": resource, "path": path, "certain": certain, "message": sprintf(
		"%s of %s %s; write {{secrets/<scope>/<key>}}, which keeps it out of plan, state and web page",
		[path, resource.address, _holds(certain, form(why))],
	)}
]

# `a[0].map["a.key"]`, `a[0].map.key` and `a[0].list[2]`.
_entry_path := `^(?:.*\.)?([a-z0-9_]+)(\["[^"]+"\]|\[[0-9]+\]|\.[A-Za-z0-9_-]+)$`

_step(key) := sprintf(".%s", [key]) if {
	regex.match(`^[A-Za-z_][A-Za-z0-9_-]*$`, key)
} else := sprintf(`["%s"]`, [key])

_is_certain(why, name) if {
	form(why) != ""
} else if {
	why.kind != "marked"
} else if {
	named(name)
} else := false

_holds(true, "") := "holds a secret in clear"

_holds(true, of_form) := sprintf("holds a secret in clear (%s)", [replace(of_form, "_", " ")]) if of_form != ""

_holds(false, _) := "holds what is sensitive, maybe a secret in clear"

_comes_from_secrets(resource, path) if {
	targets := resource.links[path]
	every target in targets {
		regex.match(`(^|\.)databricks_secret(_scope)?\.`, target)
	}
}

_sensitive(why) if why.kind == "schema"

_sensitive(why) if {
	why.kind == "marked"
	why.marked
}

# Of which credential, such as "databricks_token"; "" when the reader did not see one.
form(why) := object.get(why, "token", "")

bearing(type, path) := min({attribute |
	some attribute in _bearing[type]
	startswith(sprintf("%s.", [_without_indexes(path)]), sprintf("%s.", [attribute]))
})

title(form) := _forms[form].title

# Steps by name alone: task[0].new_cluster[0].spark_conf["a.b"] is task.new_cluster.spark_conf.
_without_indexes(path) := regex.replace(path, `\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\]`, "")

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_bearing := data.tfcheck.domain.secret_attributes.bearing

_forms := data.tfcheck.domain.credential_forms.forms
