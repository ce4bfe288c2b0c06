# METADATA
# scope: package
# title: Production pipelines run as a service principal
# description: |
#   Looks at whom pipelines run as. A pipeline that runs as a person has that person's rights, and
#   stops when the account is removed. Where nobody writes `run_as`, a state shows whom the pipeline
#   runs as in `run_as_user_name`; a plan does not: undecided. Only pipelines of a production target
#   are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/ldp/configure-pipeline#run-as
#     description: Whom a pipeline runs as
# custom:
#   id: DBX-PIP-005
#   severity: high
#   sets: [production]
#   resource_types: [databricks_pipeline]
#   attributes: ["run_as[].user_name", run_as_user_name]
#   remediation: Write `run_as { service_principal_name = <application id> }`, or deploy as the service principal.
#   controls:
#     sat: [GOV-42]
#     nist-800-53: [AC-2, AC-5, IA-9]
#     cis-controls: ["5.5"]
#     iso-27001: [A.5.16, A.8.2]
#     soc2: [CC6.1, CC6.3]
package policies.rules.pipelines.runs_as_a_person

import data.policies.lib.blocks
import data.policies.lib.pipelines
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
	some address, _ in resources.present.databricks_pipeline
}

_violations contains result if {
	some [pipeline, block] in _run_as
	name := texts.written(block, "user_name")
	name != ""
	result := results.at(pipeline, blocks.attribute(block, "user_name"), _message(pipeline, name))
}

_violations contains result if {
	some pipeline in resources.present.databricks_pipeline
	values.unset(pipeline, "run_as")
	name := texts.written(pipeline, "run_as_user_name")
	principals.person(name)
	result := results.at(pipeline, "run_as_user_name", _message(pipeline, name))
}

_doubts contains result if {
	some [pipeline, block] in _run_as
	texts.hidden(block, "user_name")
	result := results.at(pipeline, blocks.attribute(block, "user_name"), _not_known(pipeline))
}

_doubts contains result if {
	some pipeline in resources.present.databricks_pipeline
	values.unset(pipeline, "run_as")
	_says_nothing(pipeline)
	result := results.at(pipeline, "run_as", _not_known(pipeline))
}

_run_as := [[pipeline, block] |
	some pipeline in resources.present.databricks_pipeline
	some block in blocks.inside(blocks.whole(pipeline), "run_as")
]

_says_nothing(pipeline) if texts.hidden(pipeline, "run_as_user_name")

_says_nothing(pipeline) if texts.written(pipeline, "run_as_user_name") == ""

_message(pipeline, name) := sprintf(
	`%s runs as the person "%s"; in production it runs as a service principal`,
	[pipelines.label(pipeline), name],
)

_not_known(pipeline) := sprintf(
	"%s: whom it runs as is not known yet; in production it runs as a service principal",
	[pipelines.label(pipeline)],
)
