# METADATA
# scope: package
# title: Not everyone can use or manage a service principal
# description: |
#   Looks at rule sets of service principals and of the account. A user of a service principal
#   (roles/servicePrincipal.user) runs jobs as it, a manager (roles/servicePrincipal.manager) makes secrets for
#   it: everyone would have its rights.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/security/auth/access-control/service-principal-acl
#     description: Roles on service principals
# custom:
#   id: DBX-ID-008
#   severity: critical
#   sets: [baseline, strict, production]
#   resource_types: [databricks_access_control_rule_set]
#   attributes: ["grant_rules[].role", "grant_rules[].principals"]
#   remediation: Give the role to a named group.
#   controls:
#     nist-800-53: [AC-6(5), AC-2(7), AC-2, AC-5, IA-9]
#     cis-controls: ["5.4", "6.8", "5.5"]
#     iso-27001: [A.8.2, A.5.18, A.5.16]
#     soc2: [CC6.1, CC6.3]
package policies.rules.identity.service_principal_for_everyone

import data.policies.lib.blocks
import data.policies.lib.lists
import data.policies.lib.principals
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [resource, rule] in _rules
	role := texts.written(rule, "role")
	_roles[role]
	some [_, principal] in lists.texts(rule.values, "principals")
	startswith(principal, "groups/")
	principals.everyone(trim_prefix(principal, "groups/"))
	result := results.at(resource, blocks.attribute(rule, "principals"), sprintf(
		"%s gives %s, which is everyone, %s; wanted is a named group",
		[resource.address, principal, role],
	))
}

undecided contains result if {
	some [resource, rule] in _rules
	_may_give(rule)
	_may_be_everyone(rule)
	result := results.at(resource, rule.path, sprintf(
		"Who gets which role by %s is not known yet; on service principals wanted is a named group",
		[resource.address],
	))
}

checked contains address if some address, _ in resources.present.databricks_access_control_rule_set

_rules := [[resource, rule] |
	some resource in resources.present.databricks_access_control_rule_set
	some rule in blocks.inside(blocks.whole(resource), "grant_rules")
]

_may_give(rule) if texts.hidden(rule, "role")

_may_give(rule) if _roles[texts.written(rule, "role")]

_may_be_everyone(rule) if lists.awaited(rule, "principals")

_may_be_everyone(rule) if {
	texts.hidden(rule, "role")
	some [_, principal] in lists.texts(rule.values, "principals")
	principals.everyone(trim_prefix(principal, "groups/"))
}

_roles := {"roles/servicePrincipal.manager": true, "roles/servicePrincipal.user": true}
