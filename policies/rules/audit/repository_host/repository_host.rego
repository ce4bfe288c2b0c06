# METADATA
# scope: package
# title: Code comes from allowed Git hosts
# description: |
#   Looks at the `url` of databricks_repo and at `git_source` of jobs. Code from another host than
#   those in `allowed_hosts` was reviewed by nobody who answers for this workspace. A host is allowed
#   with its subdomains; http is never. With an empty list there is nothing to compare with, and
#   nothing is looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/repos/
#     description: Git folders
# custom:
#   id: DBX-AUD-014
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_repo, databricks_job]
#   attributes: [url, "git_source[].url"]
#   remediation: Use a repository on an allowed host.
#   controls:
#     sat: [INFO-11, INFO-42]
#     dasf: [DASF 52]
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5"]
#     iso-27001: [A.8.19, A.5.21]
#     soc2: [CC6.8]
#   parameters:
#     allowed_hosts:
#       description: Hosts of Git repositories, such as github.com; with an empty list nothing is looked at.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.audit.repository_host

import data.policies.lib.blocks
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some place in _places
	url := texts.written(place.block, "url")
	url != ""
	count([allowed | some allowed in _allowed; _is_on(url, allowed)]) == 0
	result := results.at(place.resource, blocks.attribute(place.block, "url"), sprintf(
		`Code comes from "%s"; allowed are %s, over https or ssh`,
		[_without_user(url), concat(", ", _allowed)],
	))
}

undecided contains result if {
	some place in _places
	texts.hidden(place.block, "url")
	result := results.at(place.resource, blocks.attribute(place.block, "url"), sprintf(
		"Where code comes from is not known yet; allowed are %s",
		[concat(", ", _allowed)],
	))
}

checked contains address if {
	some place in _places
	address := place.resource.address
}

_places := array.concat(
	[{"resource": repo, "block": blocks.whole(repo)} |
		count(_allowed) > 0
		some repo in resources.present.databricks_repo
	],
	[{"resource": job, "block": source} |
		count(_allowed) > 0
		some job in resources.present.databricks_job
		some source in blocks.inside(blocks.whole(job), "git_source")
	],
)

# https://host/, https://user@host:443/, ssh://git@host/ and git@host:path.
_is_on(url, allowed) if {
	host := regex.find_all_string_submatch_n(`^(?:(?:https|ssh)://(?:[^/@]*@)?|[^/@:]+@)([^/:@]+)[:/]`, url, -1)[0][1]
	endswith(sprintf(".%s", [lower(host)]), sprintf(".%s", [lower(allowed)]))
}

_without_user(url) := regex.replace(url, `//[^/@]*@`, "//")

_allowed := parameters.of("DBX-AUD-014", "allowed_hosts")
