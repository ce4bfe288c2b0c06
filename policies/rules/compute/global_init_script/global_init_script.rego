# METADATA
# scope: package
# title: Global init scripts are off
# description: |
#   Looks at every databricks_global_init_script. An enabled one runs as root on all clusters of the
#   workspace, also on those of other teams, where nobody reviews it, and a mistake in it stops every
#   cluster. Names in `allowed_names` are accepted.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/init-scripts/global
#     description: Global init scripts
# custom:
#   id: DBX-CMP-010
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_global_init_script]
#   attributes: [enabled, name]
#   remediation: Remove the script, and let a cluster policy set an init script from a volume.
#   controls:
#     sat: [INFO-5]
#     nist-800-53: [SR-3, SI-7, CM-11, CM-3, CM-5]
#     cis-controls: ["2.5", "4.1"]
#     iso-27001: [A.8.19, A.5.21, A.8.9, A.8.32]
#     soc2: [CC6.8, CC8.1]
#   parameters:
#     allowed_names:
#       description: Names of global init scripts that may be enabled.
#       default: []
#       schema: {type: array, items: {type: string, minLength: 1}, uniqueItems: true}
package policies.rules.compute.global_init_script

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts
import data.policies.lib.values

deny contains result if {
	some script in resources.present.databricks_global_init_script
	script.values.enabled == true
	name := texts.written(script, "name")
	not _allowed[name]
	result := results.at(script, "enabled", sprintf(
		`Global init script "%s" is enabled, so it runs as root on every cluster; %s`,
		[name, _wanted],
	))
}

undecided contains result if {
	some script in resources.present.databricks_global_init_script
	values.unknown(script, "enabled")
	count([name | name := texts.written(script, "name"); _allowed[name]]) == 0
	result := results.at(script, "enabled", sprintf("Whether this global init script is enabled is not known yet; %s", [_wanted]))
}

undecided contains result if {
	some script in resources.present.databricks_global_init_script
	script.values.enabled == true
	texts.hidden(script, "name")
	result := results.at(script, "enabled", sprintf("The name of this global init script, which is enabled, is not known yet; %s", [_wanted]))
}

checked contains address if some address, _ in resources.present.databricks_global_init_script

_allowed := {name: true | some name in parameters.of("DBX-CMP-010", "allowed_names")}

_wanted := "none is wanted" if {
	count(_allowed) == 0
} else := sprintf("only %s may be", [concat(", ", [name | some name, _ in _allowed])])
