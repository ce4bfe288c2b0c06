# METADATA
# scope: package
# title: Recipients with a token say when it ends
# description: |
#   Looks at `expiration_time` of every recipient that is known by a token, and at the tokens that a state shows. Where
#   nobody writes it the token lives as long as the metastore lets it, which may be for ever; how long that is,
#   is the subject of DBX-SHR-001.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/delta-sharing/create-recipient
#     description: Recipients outside Databricks, their tokens and addresses
# custom:
#   id: DBX-SHR-004
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_recipient]
#   attributes: [authentication_type, expiration_time, "tokens[].expiration_time"]
#   remediation: Set `expiration_time`, in milliseconds since 1970.
#   controls:
#     sat: [GOV-19]
#     dasf: [DASF 51]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12]
#     iso-27001: [A.5.17]
#     soc2: [CC6.1]
package policies.rules.sharing.recipient_without_expiry

import data.policies.lib.recipients
import data.policies.lib.results
import data.policies.lib.values

deny contains result if {
	some recipient in recipients.by_token
	recipients.certain(recipient)
	not values.unknown(recipient, "expiration_time")
	not _ends(recipient)
	result := results.at(recipient, "expiration_time", sprintf("Recipient %s has a token and no expiration_time; wanted is when the token ends", [recipients.name(recipient)]))
}

undecided contains result if {
	some recipient in recipients.by_token
	not _ends(recipient)
	_may_end(recipient)
	result := results.at(recipient, "expiration_time", sprintf("Whether recipient %s has a token that ends is not known yet; wanted is an expiration_time", [recipients.name(recipient)]))
}

checked := recipients.addresses

_ends(recipient) if _is_time(recipient.values.expiration_time)

_ends(recipient) if {
	tokens := recipient.values.tokens
	count(tokens) > 0
	every token in tokens {
		_is_time(token.expiration_time)
	}
}

# A state of some versions has 0 for what is not set.
_is_time(time) if {
	is_number(time)
	time > 0
}

_may_end(recipient) if values.unknown(recipient, "expiration_time")

_may_end(recipient) if not recipients.certain(recipient)
