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
