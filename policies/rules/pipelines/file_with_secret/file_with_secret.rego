# METADATA
# scope: package
# title: Notebooks and workspace files hold no secrets, and lie in no personal folder
# description: |
#   Looks at the content of notebooks and workspace files as far as the document has it
#   (`content_base64`): a credential in it stands in plan and state, and is shown to everyone who may
#   read the file. A value that only its name says to be secret is undecided. Files that Terraform
#   reads from `source` are not in the document: scan them in the repository.
#
#   In production also the path is looked at: what lies in the home or Git folder of a person, that
#   person can change after review.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/secrets/
#     description: Databricks secrets
#   - ref: https://docs.databricks.com/aws/en/workspace/workspace-objects
#     description: Folders of a workspace
# custom:
#   id: DBX-PIP-009
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_notebook, databricks_workspace_file]
#   attributes: [content_base64, path]
#   remediation: Move the secret to a secret scope, read it with `dbutils.secrets`, and rotate it; deploy into a folder that only deployments write.
#   controls:
#     nist-800-53: [IA-5(7)]
package policies.rules.pipelines.file_with_secret

import data.policies.lib.folders
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets
import data.policies.lib.texts
import data.policies.lib.values

deny := {result | some [true, result] in _secrets} | production.denied(_personal)

undecided := ({result | some [false, result] in _secrets} | production.undecided(_personal, _paths)) | _contents

checked := ({file.address | some file in _files; file.values.content_base64 != ""} | {result.address | some result in _contents}) | _in_production

_files := [file | some type in ["databricks_notebook", "databricks_workspace_file"]; some file in resources.present[type]]

# Each [whether it is certain, result].
_secrets contains [certain, result] if {
	some file in _files
	why := file.secrets.content_base64
	form := secrets.form(why)
	certain := form != ""
	result := results.at(file, "content_base64", sprintf("%s %s; wanted is dbutils.secrets", [file.address, _holds(form)]))
}

_holds(form) := sprintf("holds a secret in clear (%s)", [replace(form, "_", " ")]) if {
	form != ""
} else := "holds what may be a secret in clear"

_contents contains result if {
	some file in _files
	values.unknown(file, "content_base64")
	result := results.at(file, "content_base64", sprintf("Whether %s holds a secret in clear is not known yet", [file.address]))
}

_personal contains result if {
	some file in _files
	person := folders.owner(texts.written(file, "path"))
	result := results.at(file, "path", sprintf(
		`%s lies at "%s", in a folder of the person %s; in production code lies where only deployments write`,
		[file.address, file.values.path, person],
	))
}

_paths contains result if {
	some file in _files
	texts.hidden(file, "path")
	result := results.at(file, "path", sprintf(
		"Where %s lies is not known yet; in production code lies where only deployments write",
		[file.address],
	))
}

_in_production contains address if {
	production.matters
	some file in _files
	address := file.address
}
