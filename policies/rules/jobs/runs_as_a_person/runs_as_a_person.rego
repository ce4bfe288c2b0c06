# METADATA
# scope: package
# title: Production jobs do not run as a person
# description: |
#   Looks at whom jobs run as. A job that runs as a person has all the rights of that person, and it
#   stops when the person leaves. People are told by an e-mail address. Where `run_as` is left out
#   the job runs as whoever creates it, which the document does not say: undecided; DBX-JOB-002 asks
#   for it to be written. Only jobs of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/privileges.html
#     description: Run as, and who may do what with a job
# custom:
#   id: DBX-JOB-001
#   severity: high
#   sets: [llmops, production]
#   resource_types: [databricks_job]
#   attributes: ["run_as[].user_name", "run_as[].service_principal_name", "run_as[].group_name"]
#   remediation: Write `run_as { service_principal_name = <application id> }`.
#   controls:
#     sat: [GOV-42]
#     nist-800-53: [AC-2, AC-5, IA-9]
#     cis-controls: ["5.5"]
#     iso-27001: [A.5.16, A.8.2]
#     soc2: [CC6.1, CC6.3]
package policies.rules.jobs.runs_as_a_person

import data.policies.lib.blocks
import data.policies.lib.jobs
import data.policies.lib.principals
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_job
}

_violations contains result if {
	some [job, block] in _run_as
	name := texts.written(block, "user_name")
	principals.person(name)
	result := results.at(job, sprintf("%s.user_name", [block.path]), sprintf(
		`%s runs as the person "%s"; in production a job runs as a service principal`,
		[jobs.label(job), name],
	))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	values.unset(job, "run_as")
	result := results.at(job, "run_as", sprintf(
		"%s does not say whom it runs as, so it may run as the person who creates it; in production a job runs as a service principal",
		[jobs.label(job)],
	))
}

_doubts contains result if {
	some job in resources.present.databricks_job
	values.unknown(job, "run_as")
	result := results.at(job, "run_as", _not_known(job))
}

_doubts contains result if {
	some [job, block] in _run_as
	not _somebody_else(block)
	users := {name | name := texts.written(block, "user_name")} - {""}
	count(users) == 0
	result := results.at(job, block.path, _not_known(job))
}

_not_known(job) := sprintf(
	"Whom %s runs as is not known yet; in production a job runs as a service principal",
	[jobs.in_sentence(job)],
)

_run_as := [[job, block] |
	some job in resources.present.databricks_job
	some block in blocks.of(job.values, blocks.unknown(job), "run_as")
]

_somebody_else(block) if {
	some name in ["service_principal_name", "group_name"]
	some side in [block.values, block.unknown]
	object.get(side, name, "") != ""
}
