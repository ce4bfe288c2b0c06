# METADATA
# title: Which Databricks Runtime versions are supported
# description: |
#   Policies have no clock: what they call today is the day on which the table was read or the plan
#   was made, whichever is later. So a verdict stays the same until tfcheck itself is brought up to date.
#
#   `version(text)`          "15.4" of a spark_version such as "15.4.x-scala2.12", also of ML, Photon
#                            and GPU runtimes; undefined for custom images and what is no version.
#   `listed(version)`        what the table says of it, {lts, released, end_of_support}; undefined for others.
#   `lts(version)`           it has long-term support.
#   `ended(version)`         its support has ended for certain.
#   `known(version)`         the table can tell whether it is supported.
#   `supported_lts`          the versions with long-term support that are supported today, newest first.
#   `today`                  such as "2026-11-25".
package policies.lib.runtimes

version(text) := concat(".", steps) if {
	parts := regex.find_all_string_submatch_n(`^([0-9]{1,3})[.](?:x|([0-9]{1,3})(?:[.]|$))`, text, 1)[0]
	steps := [step | some step in array.slice(parts, 1, 3); step != ""]
}

listed(version) := _table.versions[version]

lts(version) if _table.versions[version].lts

ended(version) if _table.versions[version].end_of_support < today

ended(version) if {
	object.get(_table.versions, version, {}) == {}
	_number(version) < _number(_table.oldest)
}

known(version) if _table.versions[version]

known(version) if _number(version) < _number(_table.oldest)

supported_lts := [pair[1] |
	some pair in array.reverse(sort([[_number(name), name] |
		some name, release in _table.versions
		release.lts
		release.end_of_support >= today
	]))
]

today := max({_table.read} | {substring(made, 0, 10) | made := input.document.timestamp})

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_table := data.tfcheck.domain.runtimes

# Versions in order: 9.1 comes before 15.4.
_number(version) := [to_number(step) | some step in split(version, ".")] if {
	regex.match(`^[0-9]{1,3}([.][0-9]{1,3})?$`, version)
}
