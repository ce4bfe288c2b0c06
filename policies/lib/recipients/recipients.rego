# METADATA
# title: Recipients that are known by a token
# description: |
#   `by_token`   an array of the `databricks_recipient` that have a token, or may have one: the type of their
#                authentication is not known yet.
#   `certain(recipient)` it has one.
#   `addresses`  of all recipients, for `checked`.
#   `name(recipient)` its name in a message.
package policies.lib.recipients

import data.policies.lib.resources
import data.policies.lib.values

by_token := [recipient |
	some recipient in resources.present.databricks_recipient
	_may_have_token(recipient)
]

certain(recipient) if recipient.values.authentication_type == "TOKEN"

addresses := {address | some address, _ in resources.present.databricks_recipient}

name(recipient) := object.get(recipient.values, "name", "of a name that is not known yet")

_may_have_token(recipient) if certain(recipient)

_may_have_token(recipient) if values.unknown(recipient, "authentication_type")
