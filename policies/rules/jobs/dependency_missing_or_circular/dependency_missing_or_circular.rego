# METADATA
# scope: package
# title: Tasks depend on tasks that exist and not on themselves
# description: |
#   Looks at the `depends_on` of all tasks. A key that no task of the job has, or tasks that wait
#   for each other in a circle, make Databricks refuse the job, in the middle of an apply. Exact for
#   up to 1024 tasks, where a job has at most 1000. Two tasks of one key, which Databricks refuses
#   as well, are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/jobs/configure-task.html
#     description: How tasks of a job are configured
# custom:
#   id: DBX-JOB-007
#   severity: high
#   sets: [baseline, production]
#   resource_types: [databricks_job]
#   attributes: ["task[].task_key", "task[].depends_on[].task_key"]
#   remediation: Write the `task_key` of a task of the same job, and take the `depends_on` out that closes the circle.
#   controls:
#     nist-800-53: [CM-3, SI-7, SI-10]
#     cis-controls: ["16.1"]
#     iso-27001: [A.8.9, A.8.28]
#     soc2: [CC8.1, PI1.2]
package policies.rules.jobs.dependency_missing_or_circular

import data.policies.lib.jobs
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.sequences

deny contains result if {
	some [address, dependency] in _dangling
	count(_keyless[address]) == 0
	job := resources.present.databricks_job[address]
	result := results.at(job, sprintf("%s.task_key", [dependency.path]), sprintf(
		`%s depends on task "%s", which the job does not have; its tasks are %s`,
		[_subject(job, dependency), dependency.key, _names(jobs.task_keys[address])],
	))
}

deny contains result if {
	some address, dependencies in jobs.dependencies
	some dependency in dependencies
	dependency.key == dependency.task
	job := resources.present.databricks_job[address]
	result := results.at(job, sprintf("%s.task_key", [dependency.path]), sprintf(
		"%s depends on itself, so it can never start",
		[_subject(job, dependency)],
	))
}

deny contains result if {
	some address, before in jobs.before
	stuck := sequences.endless(before)
	count(stuck) > 0
	job := resources.present.databricks_job[address]
	result := results.at(job, "task", sprintf(
		"%s has tasks that can never start, because their depends_on goes round in a circle: %s",
		[jobs.label(job), _names(stuck)],
	))
}

# A key that is not known yet may be the missing one.
undecided contains result if {
	some [address, dependency] in _dangling
	count(_keyless[address]) > 0
	job := resources.present.databricks_job[address]
	result := results.at(job, sprintf("%s.task_key", [dependency.path]), sprintf(
		`%s depends on task "%s", and not all tasks of the job are known yet`,
		[_subject(job, dependency), dependency.key],
	))
}

undecided contains result if {
	some address, vague in jobs.vague
	some path in vague
	not _keyless[address][path]
	job := resources.present.databricks_job[address]
	result := results.at(job, path, sprintf("What this task of %s depends on is not known yet", [jobs.in_sentence(job)]))
}

undecided contains result if {
	some address, tasks in jobs.tasks
	some task in tasks
	task.unknown == true
	task.nested == false
	job := resources.present.databricks_job[address]
	result := results.at(job, task.path, sprintf("The tasks of %s are not known yet", [jobs.in_sentence(job)]))
}

checked contains address if some address, _ in resources.present.databricks_job

# Dependencies on a key that no task of the job is known to have.
_dangling contains [address, dependency] if {
	some address, dependencies in jobs.dependencies
	keys := jobs.task_keys[address]
	some dependency in dependencies
	key := dependency.key
	not keys[key]
}

# Where tasks are whose key is not known.
_keyless := {address: paths |
	some address, tasks in jobs.tasks
	paths := {path |
		some task in tasks
		not task.key
		task.nested == false
		path := jobs.attribute(task, "task_key")
	}
}

_subject(job, dependency) := jobs.task_label(job, {"key": key}) if {
	key := dependency.task
} else := sprintf("A task of %s", [jobs.in_sentence(job)])

_names(keys) := concat(", ", [sprintf(`"%s"`, [key]) | some key in keys])
