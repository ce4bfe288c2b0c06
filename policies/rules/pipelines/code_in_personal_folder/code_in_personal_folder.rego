# METADATA
# scope: package
# title: Code of production pipelines does not lie in a personal folder
# description: |
#   Looks at where the notebooks, files and folders of pipelines lie, and at their `root_path`. What
#   lies in the home or Git folder of a person, that person can change after review and test, and it
#   is gone when the account is removed. The home of a service principal is no personal folder. A path
#   that is not known yet but comes from a `databricks_notebook` or `databricks_workspace_file` lies
#   where that does. Only pipelines of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/workspace/workspace-objects
#     description: Folders of a workspace
# custom:
#   id: DBX-PIP-004
#   severity: high
#   sets: [production]
#   resource_types: [databricks_pipeline]
#   attributes: ["library[].notebook[].path", "library[].file[].path", "library[].glob[].include", root_path]
#   remediation: Deploy as a service principal into a folder such as /Workspace/Applications/<project>; in a bundle, set `root_path`.
#   controls:
#     nist-800-53: [CM-3, CM-5, AC-2, AC-5, IA-9]
#     cis-controls: ["4.1", "5.5"]
#     iso-27001: [A.8.9, A.8.32, A.5.16, A.8.2]
#     soc2: [CC8.1, CC6.1, CC6.3]
package policies.rules.pipelines.code_in_personal_folder

import data.policies.lib.blocks
import data.policies.lib.folders
import data.policies.lib.pipelines
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_pipeline
}

_violations contains result if {
	some [pipeline, path, text] in _places
	person := folders.owner(text)
	result := results.at(pipeline, path, sprintf(
		`%s takes its code from "%s", a folder of the person %s; in production code lies where only deployments write`,
		[pipelines.label(pipeline), text, person],
	))
}

_doubts contains result if {
	some [pipeline, path] in _hidden
	count(folders.linked(pipeline, path)) == 0
	result := results.at(pipeline, path, sprintf(
		"%s: where its code lies is not known yet; in production code lies where only deployments write",
		[pipelines.label(pipeline)],
	))
}

_places contains [pipeline, path, text] if {
	some pipeline in resources.present.databricks_pipeline
	some block in _blocks(pipeline)
	some name in _names
	text := block.values[name]
	path := blocks.attribute(block, name)
}

_places contains [pipeline, path, text] if {
	some [pipeline, path] in _hidden
	some text in folders.linked(pipeline, path)
}

_hidden contains [pipeline, path] if {
	some pipeline in resources.present.databricks_pipeline
	some block in _blocks(pipeline)
	some name in _names
	texts.hidden(block, name)
	path := blocks.attribute(block, name)
}

# The pipeline itself, and what holds the paths of its code.
_blocks(pipeline) := array.concat([blocks.whole(pipeline)], [block |
	some library in blocks.inside(blocks.whole(pipeline), "library")
	some kind in ["notebook", "file", "glob"]
	some block in blocks.inside(library, kind)
])

_names := ["root_path", "path", "include"]
