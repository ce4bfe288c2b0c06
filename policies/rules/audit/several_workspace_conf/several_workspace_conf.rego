# METADATA
# scope: package
# title: Each setting of a workspace is managed in one place
# description: |
#   Looks for keys that several databricks_workspace_conf of one document set. Where they are for the
#   same workspace each apply undoes what the other did, and the provider does not say which of them
#   wins.
#
#   That they are for one workspace is certain where `provider_config` names the same, or where the
#   plan or configuration has only one Databricks provider. Else, as in a state, it is undecided. Two
#   that name different workspaces are no matter.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/workspace_conf
#     description: The resource, of which there should be one for each workspace
# custom:
#   id: DBX-AUD-009
#   severity: medium
#   sets: [strict, production]
#   resource_types: [databricks_workspace_conf]
#   attributes: [custom_config, "provider_config[].workspace_id"]
#   remediation: Move all keys of a workspace into a single databricks_workspace_conf.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
package policies.rules.audit.several_workspace_conf

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.values

deny := {result | some ["same", result] in _shared}

undecided := {result | some ["maybe", result] in _shared} | _unknown

checked contains address if some address, _ in _confs

_unknown contains result if {
	count(_confs) > 1
	some conf in _confs
	values.unknown(conf, "custom_config")
	result := results.at(conf, "custom_config", "Which settings this manages, and whether another resource does too, is not known yet")
}

_confs := object.get(resources.present, "databricks_workspace_conf", {})

# Each finding stands at the later of the two addresses.
_shared contains [certainty, result] if {
	some conf in _confs
	some other in _confs
	other.address < conf.address
	some key in (_keys(conf) & _keys(other))
	certainty := _certainty(_workspace(conf), _workspace(other))
	result := results.at(conf, sprintf("custom_config.%s", [key]), sprintf(
		"%s is set by %s too%s; one resource should manage it",
		[key, other.address, _doubts[certainty]],
	))
}

_doubts := {"same": "", "maybe": ", and nothing says whether that is for the same workspace"}

_certainty(one, other) := "same" if {
	one == other
	not one in {"", "?"}
} else := "same" if {
	{one, other} == {""}
	_one_provider
} else := "maybe" if {
	some id in [one, other]
	id in {"", "?"}
}

# "" is that of the provider, "?" one that is not known yet.
_workspace(conf) := "?" if {
	conf.unknown.provider_config
} else := id if {
	id := conf.values.provider_config[0].workspace_id
} else := ""

_keys(conf) := {key |
	some side in ["values", "unknown"]
	config := conf[side].custom_config
	is_object(config)
	some key, _ in config
}

# Of plans and configurations; a state does not tell which configuration of a provider made what.
_one_provider if count([key |
	some key, provider in input.providers
	endswith(provider.full_name, "/databricks")
]) == 1
