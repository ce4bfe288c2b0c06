# METADATA
# scope: package
# title: Tasks of training jobs run one after the other
# description: |
#   Looks at the tasks of jobs whose name matches. A model is to be trained, validated and deployed
#   in this order; tasks that nothing puts in order start at the same time, so that a deployment may
#   overtake the validation. Tasks form one sequence when of any two one comes after the other,
#   directly or over others. What a task may depend on beyond that does no harm, nor does the order
#   of the blocks. The branches of a condition task count as tasks side by side, although only one
#   of them runs. A job with a single task is a sequence.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/configure-task.html
#     description: How tasks of a job are configured
# custom:
#   id: DBX-JOB-006
#   severity: medium
#   sets: [llmops, production]
#   resource_types: [databricks_job]
#   attributes: [name, "task[].task_key", "task[].depends_on[].task_key"]
#   remediation: Let each task but the first depend on the one before (`depends_on { task_key = ... }`).
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
#   parameters:
#     job_name_regex:
#       description: Jobs that train or deploy models have a name that matches; RE2 syntax.
#       default: (?i)model[-_ ]training
#       schema: {type: string, minLength: 1, format: regex}
package policies.rules.jobs.tasks_in_sequence

import data.policies.lib.jobs
import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.sequences

deny contains result if {
	some address, training in _training
	training == true
	job := resources.present.databricks_job[address]
	result := _side_by_side(address, job)
}

undecided contains result if {
	some address, training in _training
	training == "unknown"
	job := resources.present.databricks_job[address]
	result := object.union(_side_by_side(address, job), {"message": sprintf(
		"If this is a training job: %s",
		[_side_by_side(address, job).message],
	)})
}

undecided contains result if {
	some address, training in _training
	training != false
	job := resources.present.databricks_job[address]
	some path in jobs.vague[address]
	result := results.at(job, path, sprintf(
		"The order of the tasks of %s is not known yet; tasks of a training job run one after the other",
		[jobs.in_sentence(job)],
	))
}

checked contains address if {
	some address, training in _training
	training != false
}

# Tasks of one depth are in no order, whichever they are.
_side_by_side(address, job) := result if {
	count(jobs.vague[address]) == 0
	depths := sequences.depths(jobs.before[address], jobs.task_keys[address])
	count({depth | some depth in depths}) < count(depths)
	[_, pair] := min({[depth, sort(keys)] |
		some depth, keys in _by_depth(depths)
		count(keys) > 1
	})
	result := results.at(job, "task", sprintf(
		`No depends_on of %s puts "%s" and "%s" in order, so they may run at the same time; tasks of a training job run one after the other`,
		[jobs.in_sentence(job), pair[0], pair[1]],
	))
}

_by_depth(depths) := {depth: keys |
	some depth in {any_depth | some any_depth in depths}
	keys := {key | some key, key_depth in depths; key_depth == depth}
}

_training := {address: is_training |
	pattern := parameters.of("DBX-JOB-006", "job_name_regex")
	some address, job in resources.present.databricks_job
	is_training := jobs.matches(job, pattern)
}
