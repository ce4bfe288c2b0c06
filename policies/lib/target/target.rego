# METADATA
# title: Which environment the document is for
# description: |
#   `production` is true, false or "unknown". A policy that matters only in production denies
#   when it is true, says undecided when it is "unknown", and is silent when it is false.
package policies.lib.target

production := is_production if {
	name := lower(input.document.target)
	is_production := regex.match(data.tfcheck.domain.production_pattern, name)
} else := "unknown"
