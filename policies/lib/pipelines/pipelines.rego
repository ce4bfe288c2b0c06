# METADATA
# title: Pipelines
# description: "`label(pipeline)` begins a message."
package policies.lib.pipelines

label(pipeline) := sprintf(`Pipeline "%s"`, [pipeline.values.name]) if {
	pipeline.values.name != ""
} else := pipeline.address
