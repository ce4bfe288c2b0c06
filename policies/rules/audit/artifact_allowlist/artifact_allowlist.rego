# METADATA
# scope: package
# title: Artifact allow lists admit no whole storage
# description: |
#   Looks at the matchers of databricks_artifact_allowlist, which says what libraries and init scripts
#   may run on clusters that several users share. A matcher of a root, such as `/`, `dbfs:/`,
#   `/Volumes/`, a whole bucket or container, or nothing at all, admits whatever somebody can write
#   there.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/data-governance/unity-catalog/manage-privileges/allowlist
#     description: The allow list
# custom:
#   id: DBX-AUD-013
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_artifact_allowlist]
#   attributes: ["artifact_matcher[].artifact"]
#   remediation: Name the folder into which only deployments write, or the group and artifact of the library.
#   controls:
#     sat: [INFO-38]
#     dasf: [DASF 53]
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5"]
#     iso-27001: [A.8.19, A.5.21]
#     soc2: [CC6.8]
package policies.rules.audit.artifact_allowlist

import data.policies.lib.blocks
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [list, matcher] in _matchers
	artifact := texts.written(matcher, "artifact")
	regex.match(_root, artifact)
	result := results.at(list, blocks.attribute(matcher, "artifact"), sprintf(
		`The allow list admits everything under "%s"; wanted is a folder into which only deployments write`,
		[artifact],
	))
}

undecided contains result if {
	some [list, matcher] in _matchers
	texts.hidden(matcher, "artifact")
	result := results.at(list, blocks.attribute(matcher, "artifact"), "What the allow list admits is not known yet")
}

checked contains address if {
	some [list, _] in _matchers
	address := list.address
}

_matchers := [[list, matcher] |
	some list in resources.present.databricks_artifact_allowlist
	some matcher in blocks.inside(blocks.whole(list), "artifact_matcher")
]

# Nothing, a star, the root of a file system, of volumes or of the workspace, or of a bucket or container.
_root := `^(\*|/*|(dbfs:)?/*(dbfs|Volumes|Workspace|mnt|FileStore)?/*|[a-z][a-z0-9]*://[^/]*/*)$`
