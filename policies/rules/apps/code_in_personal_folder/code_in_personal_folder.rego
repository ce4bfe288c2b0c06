# METADATA
# scope: package
# title: Code of production apps does not lie in a personal folder
# description: |
#   Looks at where the code of apps lies (`source_code_path`, `default_source_code_path`). What lies in the home or
#   Git folder of a person, that person can change after review and test, and it is gone when the account is
#   removed. The home of a service principal is no personal folder. Only apps of a production target are looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/workspace/workspace-objects
#     description: Folders of a workspace
# custom:
#   id: DBX-APP-004
#   severity: medium
#   sets: [production]
#   resource_types: [databricks_app]
#   attributes: [source_code_path, default_source_code_path]
#   remediation: Deploy as a service principal into a folder such as /Workspace/Applications/<project>; in a bundle, set `root_path`.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.apps.code_in_personal_folder

import data.policies.lib.apps
import data.policies.lib.folders
import data.policies.lib.production
import data.policies.lib.resources
import data.policies.lib.results

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in resources.present.databricks_app
}

_violations contains result if {
	some app in resources.present.databricks_app
	some attribute in _attributes
	path := app.values[attribute]
	is_string(path)
	person := folders.owner(path)
	result := results.at(app, attribute, sprintf(
		`%s takes its code from "%s", a folder of the person %s; in production code lies where only deployments write`,
		[apps.label(app), path, person],
	))
}

_doubts contains result if {
	some app in resources.present.databricks_app
	some attribute in _attributes
	apps.awaited(app, attribute)
	result := results.at(app, attribute, sprintf(
		"%s: where its code lies is not known yet; in production code lies where only deployments write",
		[apps.label(app)],
	))
}

_attributes := ["default_source_code_path", "source_code_path"]
