# METADATA
# scope: package
# title: Outputs that hold a secret are marked sensitive
# description: |
#   Looks at every output of the root module whose value is known. One that holds a secret, whether
#   it comes from a sensitive attribute or has the form of a credential, has to say
#   `sensitive = true`, else Terraform prints it at the end of each apply, into the log of the
#   pipeline. A literal that only stands under the name of a secret is undecided.
#
#   Values that come with the apply are not looked at: Terraform itself refuses an output that is
#   not marked and takes a value that it knows to be sensitive. Marked or not, the value stands in
#   clear in the state.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/block/output
#     description: The sensitive argument of outputs
# custom:
#   id: DBX-TFS-009
#   severity: high
#   sets: [baseline]
#   resource_types: [terraform]
#   attributes: [outputs]
#   remediation: Set `sensitive = true` on the output, or better, do not output the secret.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.state.output_not_sensitive

import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some output in _open
	output.certain
	result := results.at(output, "", sprintf("%s holds a secret and is not marked sensitive, so Terraform prints it", [output.address]))
}

undecided contains result if {
	some output in _open
	not output.certain
	result := results.at(output, "", sprintf(
		"%s holds a literal under the name of a secret and is not marked sensitive; nothing says whether it is one",
		[output.address],
	))
}

checked contains address if {
	some name, output in input.outputs
	not output.unknown
	address := sprintf("output.%s", [name])
}

# Outputs that hold a secret, or something like it, and do not say so.
_open contains {"address": address, "certain": certain} if {
	some name, output in input.outputs
	address := sprintf("output.%s", [name])
	output.sensitive == false
	kinds := {secrets.kind(why) | some why in output.secrets}
	count(kinds) > 0
	certain := count(kinds - {"named"}) > 0
}
