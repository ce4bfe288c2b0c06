# METADATA
# scope: package
# title: Production code comes from a tag or commit
# description: |
#   Looks at `git_source`. A job that follows a branch runs at each start whatever lies there then,
#   which is not what was reviewed for this deployment. Only jobs of a production target are looked
#   at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/jobs/configure-job#git
#     description: Jobs that run code from Git
# custom:
#   id: DBX-JOB-018
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_job]
#   attributes: ["git_source[].branch"]
#   remediation: Set `tag` or `commit` instead of `branch`.
#   controls:
#     sat: [INFO-11]
#     dasf: [DASF 52]
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.jobs.follows_branch

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_job
}

_violations contains result if {
	some job in resources.present.databricks_job
	some i, source in job.values.git_source
	branch := source.branch
	branch != ""
	result := results.at(job, sprintf("git_source[%d].branch", [i]), sprintf(
		`%s runs what lies on the branch "%s" when it starts; in production it runs a tag or commit`,
		[jobs.label(job), branch],
	))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	job.unknown.git_source
	some source in blocks.inside(blocks.whole(job), "git_source")
	values.unknown(source, "branch")
	result := _doubt(job, blocks.attribute(source, "branch"))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	job.unknown == true
	result := _doubt(job, "")
}

_doubt(job, path) := results.at(job, path, sprintf(
	"%s: whether it follows a branch is not known yet; in production it runs a tag or commit",
	[jobs.label(job)],
))
