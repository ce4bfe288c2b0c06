# METADATA
# title: Jobs and their tasks
# description: |
#   `tasks[address][path]`   every task of every job, also the one that a for_each_task repeats
#                            (`task[2].for_each_task[0].task[0]`), and the only task of a job in the old
#                            format without `task` blocks, whose path is "". See below for its form.
#   `task_keys[address]`     keys of the tasks that others can depend on: all but the nested ones.
#   `dependencies[address]`  the `depends_on` blocks of those tasks: {path, task, key}; task or key are
#                            left out while unknown or masked.
#   `before[address][key]`   the tasks of the job that come directly before a task, itself left out.
#   `vague[address]`         paths of what hides tasks, their keys or what they depend on.
#   `code[address]`          where lies what the tasks run: an array of {path, task, text}, where text may
#                            be "" or a mask and is left out while unknown.
#   `places[address]`        the same with texts that can be told, also where only a link to a notebook or
#                            workspace file says them; `unplaced[address]` those that nobody can tell yet.
#   `matches(job, pattern)`  whether a job's name matches: true, false or "unknown".
#   `label(job)`, `in_sentence(job)`, `task_label(job, task)`, `attribute(task, name)` name things in results.
#
#   A task is {path, nested, values, unknown, key}, a block as of lib.blocks: lib.values and lib.texts read
#   it as they read resources. `key` is left out while unknown or masked.
#
#   A plan lists tasks as their author does, a state as the provider sorts them: the order of blocks says
#   nothing about the order of tasks.
package policies.lib.jobs

import data.policies.lib.blocks
import data.policies.lib.folders
import data.policies.lib.resources
import data.policies.lib.texts
import data.policies.lib.values as known

tasks := {address: of_job |
	some address, listed in _listed
	others := array.concat(_nested(listed), _old_format(resources.present.databricks_job[address]))
	of_job := {task.path: task | some task in array.concat(listed, others)}
}

task_keys := {address: {task.key | some task in listed} | some address, listed in _listed}

dependencies := {address: order.dependencies | some address, order in _order}

before := {address: {task: keys | some task, keys in _before[address]} | some address, _ in _listed}

vague := {address: order.vague | some address, order in _order}

# Texts that are there are read without function calls; only for what is hidden, or lies in a job of
# the old format, the blocks are walked.
code := {address: sources |
	some address, listed in tasks
	plain := [source |
		some path, task in listed
		path != ""
		some kind, names in _code_attributes
		some i, block in task.values[kind]
		some name in names
		text := block[name]
		text != ""
		index := format_int(i, 10)
		source := {"path": concat("", [path, ".", kind, "[", index, "].", name]), "task": task, "text": text}
	]
	queries := [source |
		some path, task in listed
		path != ""
		some i, sql in task.values.sql_task
		some j, file in sql.file
		file.path != ""
		source := {"path": sprintf("%s.sql_task[%d].file[%d].path", [path, i, j]), "task": task, "text": file.path}
	]
	hidden := [source |
		some path, task in listed
		path != ""
		task.unknown != {}
		_hides_code(task.unknown)
		some source in _code(task)
		not source.text
	]
	old_format := [source | some source in _code(listed[""])]
	sources := array.concat(array.concat(plain, queries), array.concat(hidden, old_format))
}

places := {address: told |
	some address, sources in code
	told := array.concat(
		_told(sources),
		[object.union(source, {"text": path}) |
			some source in _untold(sources)
			some path in folders.linked(resources.present.databricks_job[address], source.path)
		],
	)
}

unplaced := {address: hidden |
	some address, sources in code
	hidden := [source |
		some source in _untold(sources)
		count(folders.linked(resources.present.databricks_job[address], source.path)) == 0
	]
}

matches(job, pattern) := regex.match(pattern, name) if {
	name := texts.written(job, "name")
} else := "unknown"

label(job) := sprintf(`Job "%s"`, [job.values.name]) if {
	job.values.name != ""
} else := job.address

task_label(job, task) := sprintf(`Task "%s" of %s`, [key, in_sentence(job)]) if {
	key := task.key
} else := sprintf("%s of %s", [task.path, in_sentence(job)]) if {
	task.path != ""
} else := label(job)

# The label inside a sentence.
in_sentence(job) := replace(label(job), `Job "`, `job "`)

attribute(block, name) := blocks.attribute(block, name)

# What other tasks can depend on, in an array. Every rule above is defined for every job that has an
# entry here: the embedded engine leaves an empty partial rule undefined.
_listed := {address: listed |
	some address, job in resources.present.databricks_job
	listed := _listed_of(job)
}

# Nearly every task is known and has a key: those are read without the function calls that the others
# need, which is what large plans are judged by.
_listed_of(job) := plain if {
	doubts := _doubts(job)
	plain := [task |
		some i, values in job.values.task
		key := values.task_key
		key > "(sensitive value ~" # neither "" nor a mask
		unknown := _doubts_about(doubts, i)
		task := {"path": sprintf("task[%d]", [i]), "nested": false, "values": values, "unknown": unknown, "key": key}
	]
	count(plain) == count(job.values.task)
	count(plain) >= count(doubts)
} else := [_task(block, false) | some block in blocks.inside(blocks.whole(job), "task")]

_doubts(job) := [] if {
	not job.unknown.task
} else := job.unknown.task if is_array(job.unknown.task)

_doubts_about(doubts, i) := {} if {
	not doubts[i]
} else := doubts[i] if is_object(doubts[i])

_nested(listed) := [_task(block, true) |
	some task in listed
	some tree in [task.values, task.unknown] # hardly any task has one
	tree.for_each_task != []
	some loop in blocks.inside(task, "for_each_task")
	some block in blocks.inside(loop, "task")
]

_old_format(job) := [_task(blocks.whole(job), false)] if {
	some name in _single_task
	value := job.values[name]
	not value in {"", [], {}}
} else := [_task(blocks.whole(job), false)] if {
	job.unknown
	some name in _single_task
	job.unknown[name] == true
} else := []

# By job {dependencies, vague}, as above.
_order := {address: order |
	some address, listed in _listed
	order := _order_of(listed)
}

# As with tasks, nearly every dependency is known.
_order_of(listed) := {"dependencies": plain, "vague": set()} if {
	every task in listed {
		task.key
		not task.unknown.depends_on
	}
	written := [block | some task in listed; some block in task.values.depends_on]
	plain := {dependency |
		some task in listed
		some i, block in task.values.depends_on
		key := block.task_key
		key > "(sensitive value ~"
		dependency := {"path": sprintf("%s.depends_on[%d]", [task.path, i]), "task": task.key, "key": key}
	}
	count(plain) == count(written)
} else := {"dependencies": found, "vague": _without_key(array.concat(listed, links))} if {
	links := [block | some task in listed; some block in _dependencies(task)]
	found := {dependency |
		some task in listed
		some block in _dependencies(task)
		block.unknown != true
		dependency := object.union_n([
			{"path": block.path},
			{"task": key | key := task.key},
			{"key": key | key := _key(block)},
		])
	}
}

_before[address][task] contains key if {
	some address, found in dependencies
	keys := task_keys[address]
	some dependency in found
	task := dependency.task
	key := dependency.key
	keys[key]
	key != task
}

_without_key(listed) := {path |
	some block in listed
	count({key | key := _key(block)}) == 0
	path := attribute(block, "task_key")
}

_task(block, nested) := object.union_n([
	block,
	{"nested": nested},
	{"key": key | key := _key(block)},
])

_key(block) := key if {
	key := texts.written(block, "task_key")
	key != ""
}

_dependencies(task) := blocks.inside(task, "depends_on")

# Whether, of what is unknown of a task, anything may be where its code lies: mostly it is not.
_hides_code(unknown) if unknown == true

_hides_code(unknown) if unknown.sql_task

_hides_code(unknown) if {
	some kind, names in _code_attributes
	_hides(unknown[kind], names)
}

_hides(doubts, _) if doubts == true

_hides(doubts, names) if {
	is_array(doubts)
	some block in doubts
	some name in names
	block[name]
}

_hides(doubts, _) if {
	is_array(doubts)
	true in doubts
}

_code(task) := [source |
	some holder in _code_holders(task)
	some name in holder.names
	source := object.union(
		{"path": attribute(holder.block, name), "task": task},
		{"text": text | text := _written(holder.block, name)},
	)
]

_written(block, name) := object.get(block.values, name, "") if not known.unknown(block, name)

_code_holders(task) := array.concat(
	[{"block": block, "names": names} | some name, names in _code_attributes; some block in blocks.inside(task, name)],
	[{"block": file, "names": {"path"}} | some sql in blocks.inside(task, "sql_task"); some file in blocks.inside(sql, "file")],
)

_told(sources) := sources if {
	_all_told(sources)
} else := [source | some source in sources; _is_told(source)]

_untold(sources) := [] if {
	_all_told(sources)
} else := [source | some source in sources; not _is_told(source)]

# Of nearly every job: a comparison costs the embedded engine a tenth of a call.
_all_told(sources) if {
	told := [source | some source in sources; source.text > "(sensitive value ~"]
	count(told) == count(sources)
}

# Behind all masks, in the order of texts, or no mask.
_is_told(source) if source.text > "(sensitive value ~"

_is_told(source) if {
	text := source.text
	not known.masked(text)
}

_code_attributes := {
	"notebook_task": {"notebook_path"},
	"spark_python_task": {"python_file"},
	"dbt_task": {"project_directory"},
	"library": {"whl", "jar", "egg", "requirements"},
}

# What a job says itself when it has no `task` blocks (Jobs API 2.0).
_single_task := {
	"existing_cluster_id", "new_cluster", "notebook_task", "spark_jar_task", "spark_python_task",
	"spark_submit_task", "pipeline_task", "python_wheel_task", "dbt_task", "run_job_task",
}
