# METADATA
# scope: package
# title: Production jobs say whom they run as
# description: |
#   Looks at whether a job has a `run_as` block. Without one it runs as whoever creates it, which
#   changes with the person or pipeline that happens to apply. A state does not show what was
#   written, since the provider fills the block in from the job that it finds: states are not looked
#   at, and a plan in which nothing changes may show the block although nobody wrote it. Only jobs
#   of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/privileges.html
#     description: Run as, and who may do what with a job
# custom:
#   id: DBX-JOB-002
#   severity: medium
#   sets: [llmops, production]
#   resource_types: [databricks_job]
#   attributes: [run_as]
#   remediation: Write `run_as { service_principal_name = <application id> }`.
#   controls:
#     sat: [GOV-42]
#     nist-800-53: [AC-2, AC-5, IA-9]
#     cis-controls: ["5.5"]
#     iso-27001: [A.5.16, A.8.2]
#     soc2: [CC6.1, CC6.3]
package policies.rules.jobs.without_run_as

import data.policies.lib.documents
import data.policies.lib.jobs
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in _jobs
}

_violations contains result if {
	some job in _jobs
	values.unset(job, "run_as")
	result := results.at(job, "run_as", sprintf(
		"%s has no run_as, so it runs as whoever creates it; write down the service principal that it is to run as",
		[jobs.label(job)],
	))
}

_doubts contains result if {
	some job in _jobs
	values.unknown(job, "run_as")
	result := results.at(job, "run_as", sprintf("Whether %s has a run_as is not known yet", [jobs.in_sentence(job)]))
}

_jobs[address] := job if {
	not documents.state
	some address, job in resources.present.databricks_job
}
