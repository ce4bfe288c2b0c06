# METADATA
# title: What matters only in production
# description: |
#   Turns what a policy found into its answers, by lib.target: certain in production, nothing where it
#   is none, undecided where nothing says which it is. `in_doubt(violation)` is a violation of the latter kind.
package policies.lib.production

import data.policies.lib.target

# The other way round, for what is right only in production: true, false or "unknown".
elsewhere := answer if {
	_production != "unknown"
	answer := _production == false
} else := "unknown"

# Whether to look at all: what is not looked at must not count as passed.
matters if _production != false

denied(violations) := violations if {
	_production == true
} else := set()

# `doubts` are undecided whatever the target.
undecided(violations, doubts) := doubts if {
	_production == true
} else := doubts | {in_doubt(violation) | some violation in violations} if {
	_production == "unknown"
} else := set()

# Functions ask this rule: in the embedded engine (regorus 0.13) a function does not find a rule of
# another package by its imported name once a rule of its own package has been used.
_production := target.production

in_doubt(violation) := object.union(violation, {"message": sprintf(
	"%s (nothing says whether this is production)",
	[violation.message],
)})
