# METADATA
# title: What policies answer with
# description: The one place that builds results, for `deny` and `undecided`.
package policies.lib.results

# The address of everything that belongs to the whole document rather than to a resource.
document_address := "terraform"

# A result about one attribute of a resource; an empty path means the resource as a whole.
at(resource, path, message) := {"address": resource.address, "path": path, "message": message}

# A result about the document itself, such as its Terraform version.
document(path, message) := {"address": document_address, "path": path, "message": message}
