# METADATA
# scope: package
# title: No attribute holds a credential
# description: |
#   Looks at every attribute and output in a state, plan, configuration or bundle for values that
#   have the form of a credential: Databricks tokens and OAuth secrets, keys of AWS, Azure and
#   Google Cloud, private keys, JSON web tokens, tokens of GitHub, Slack and others. Such a value
#   can be used by whoever reads the file.
#
#   A literal whose form is not known, under a name such as client_secret or access_key, is
#   probably a secret, but may be the name of one: undecided. What Terraform or the provider's schema
#   calls sensitive is not looked at here: a plan needs it, and a state that keeps it is reported
#   by DBX-TFS-007. Values that the plan removes or replaces are not looked at, so that the plan
#   which takes a credential out passes; rotate it all the same.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/auth/pat.html
#     description: Databricks personal access tokens
# custom:
#   id: DBX-TFS-008
#   severity: critical
#   sets: [baseline]
#   resource_types: ["*"]
#   remediation: Revoke the credential, then refer to a secret ({{secrets/scope/key}}), a managed identity or a variable that the pipeline fills, never to the value.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.state.token_in_document

import data.policies.lib.documents
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some secret in secrets.found
	secret.kind == "token"
	result := results.at(secret, secret.path, sprintf("%s of %s holds %s in clear", [secret.path, secret.address, _credential(secret.form)]))
}

deny contains result if {
	some output, forms in _outputs
	some form in forms
	result := results.at({"address": output}, "", sprintf("%s holds %s in clear", [output, _credential(form)]))
}

undecided contains result if {
	some secret in secrets.found
	secret.kind == "named"
	result := results.at(secret, secret.path, sprintf(
		"%s of %s is a literal under the name of a secret; nothing says whether it is one",
		[secret.path, secret.address],
	))
}

checked := documents.addresses(input.resources) | {output | some output, _ in _outputs}

# Forms of the credentials that each output holds.
_outputs[address] := forms if {
	some name, output in input.outputs
	not output.unknown
	address := sprintf("output.%s", [name])
	forms := {secrets.form(why) | some why in output.secrets; secrets.kind(why) == "token"}
}

_credential("") := "a value with the form of a credential"

_credential(form) := sprintf("a value with the form of a credential (%s)", [replace(form, "_", " ")]) if form != ""
