# METADATA
# title: How long tokens live
# description: |
#   `lifetime(token)` of a `databricks_token` or `databricks_obo_token`: seconds, 0 where it has none,
#   "unknown" where that is not known before apply. `day` is a day in seconds.
package policies.lib.tokens

import data.policies.lib.values

day := 86400

lifetime(token) := "unknown" if {
	values.unknown(token, "lifetime_seconds")
} else := seconds if {
	seconds := token.values.lifetime_seconds
	is_number(seconds)
} else := to_number(text) if {
	text := token.values.lifetime_seconds # a configuration may write a text
	is_string(text)
	regex.match(`^[0-9]+$`, text)
} else := 0
