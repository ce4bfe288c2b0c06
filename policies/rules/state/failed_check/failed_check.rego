# METADATA
# scope: package
# title: Checks of the configuration hold
# description: |
#   Looks at the results of check blocks, preconditions, postconditions and variable validations
#   that Terraform writes into plans and states. A failed check block does not stop an apply, so
#   only the record shows that what the author demanded does not hold. One that Terraform could not
#   evaluate counts as failed; one that waits for the apply is undecided.
# related_resources:
#   - ref: https://developer.hashicorp.com/terraform/language/checks
#     description: Checks
# custom:
#   id: DBX-TFS-012
#   severity: high
#   sets: [baseline]
#   resource_types: [terraform]
#   attributes: [checks]
#   remediation: Change what the check looks at, or the check if it demands too much.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.state.failed_check

import data.policies.lib.results

deny contains result if {
	some check in input.checks
	verdict := _failed[check.status]
	headline := sprintf("%s %s", [_subject(check), verdict])
	result := results.at(check, "", concat(": ", array.concat([headline], check.messages)))
}

undecided contains result if {
	some check in input.checks
	check.status == "unknown"
	result := results.at(check, "", sprintf("%s depends on values that are not known yet", [_subject(check)]))
}

checked contains address if {
	some check in input.checks
	address := check.address
}

# A check block has a name of its own; other conditions stand in what they are about.
_subject(check) := check.address if {
	check.kind == "check"
} else := sprintf("A condition of %s", [check.address])

_failed := {"fail": "failed", "error": "could not be evaluated"}
