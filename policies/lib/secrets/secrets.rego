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
package policies.lib.secrets

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
