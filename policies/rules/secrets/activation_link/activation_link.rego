# METADATA
# scope: package
# title: Activation links of recipients do not lie in the state unused
# description: |
#   Looks at databricks_recipient with token authentication. Whoever opens its activation link first
#   gets the credential for the share; until then the link stands in clear in the state. Recipients on
#   Databricks have none. Before apply the link is not known: undecided.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/delta-sharing/create-recipient
#     description: Recipients of shares
# custom:
#   id: DBX-SEC-017
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_recipient]
#   attributes: [authentication_type, activated, activation_url, "tokens[].activation_url"]
#   remediation: Use Databricks-to-Databricks sharing, or hand the link over at once and let the recipient rotate the token.
#   controls:
#     nist-800-53: [IA-5(7), SC-28, AC-21]
#     cis-controls: ["3.11", "3.3"]
#     iso-27001: [A.5.17, A.8.24, A.5.14]
#     soc2: [CC6.1, CC6.7]
package policies.rules.secrets.activation_link

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some recipient in _recipients
	recipient.values.activated == false
	some block in _places(recipient)
	_holds(block)
	result := results.at(recipient, blocks.attribute(block, "activation_url"), sprintf(
		"The activation link of %s stands in clear in the state, and nobody has used it yet",
		[recipient.address],
	))
}

undecided contains result if {
	some recipient in _recipients
	recipient.values.activated != true
	some block in _places(recipient)
	values.unknown(block, "activation_url")
	result := _undecided(recipient)
}

undecided contains result if {
	some recipient in _recipients
	values.unknown(recipient, "activated")
	some block in _places(recipient)
	_may_hold(block)
	result := _undecided(recipient)
}

checked contains address if some address, _ in resources.present.databricks_recipient

_undecided(recipient) := results.at(recipient, "activation_url", sprintf(
	"Whether an unused activation link of %s will stand in the state is not known yet",
	[recipient.address],
))

# Those with a token, for all that is known.
_recipients := [recipient |
	some recipient in resources.present.databricks_recipient
	count([type | type := upper(texts.written(recipient, "authentication_type")); type == "DATABRICKS"]) == 0
]

_places(recipient) := array.concat([whole], blocks.inside(whole, "tokens")) if whole := blocks.whole(recipient)

_holds(block) if object.get(block.values, "activation_url", "") != ""

_may_hold(block) if _holds(block)

_may_hold(block) if values.unknown(block, "activation_url")
