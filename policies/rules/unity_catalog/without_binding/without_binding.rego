# METADATA
# scope: package
# title: Isolated objects say which workspaces use them
# description: |
#   Looks for a `databricks_workspace_binding` on every catalog, external location and credential that is isolated.
#   Databricks binds it to the workspace it was made from; others are added in the web interface where
#   nothing declares them, and no review sees them. Bindings in another configuration are not seen. Undecided
#   in a plan that covers a part of the configuration, and where a binding may be on the object.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/catalogs/binding
#     description: Catalogs for some workspaces alone
# custom:
#   id: DBX-UC-018
#   severity: low
#   sets: [strict]
#   resource_types: [databricks_catalog, databricks_external_location, databricks_storage_credential, databricks_credential]
#   attributes: [isolation_mode, name]
#   remediation: Add a databricks_workspace_binding for every workspace.
#   controls:
#     nist-800-53: [CM-4(1), AC-4]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
package policies.rules.unity_catalog.without_binding

import data.policies.lib.bindings
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some resource in _unbound
	not _may_have_some(resource)
	result := results.at(resource, "isolation_mode", sprintf(
		"%s is isolated and no databricks_workspace_binding says for which workspaces; wanted is one for each",
		[resource.address],
	))
}

undecided contains result if {
	some resource in _unbound
	_may_have_some(resource)
	result := results.at(resource, "isolation_mode", sprintf(
		"%s is isolated and no databricks_workspace_binding here says for which workspaces; it may be outside of this plan, or not known yet what it binds",
		[resource.address],
	))
}

undecided contains result if {
	some type, _ in bindings.kinds
	some resource in resources.present[type]
	texts.hidden(resource, "isolation_mode")
	not texts.left_out(resource, "isolation_mode")
	result := results.at(resource, "isolation_mode", sprintf("Whether %s is isolated, and needs bindings, is not known yet", [resource.address]))
}

checked contains address if {
	some type, _ in bindings.kinds
	some address, _ in resources.present[type]
}

_unbound := [resource |
	some type, _ in bindings.kinds
	some address, resource in resources.present[type]
	resource.values.isolation_mode in {"ISOLATED", "ISOLATION_MODE_ISOLATED"}
	not bindings.bound[address]
]

_may_have_some(_) if input.document.complete == false

_may_have_some(resource) if bindings.unplaced[bindings.kinds[resource.type]]
