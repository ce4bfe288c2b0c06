# METADATA
# scope: package
# title: Connections hold no passwords in clear
# description: |
#   Looks at the `options` of databricks_connection whose names say that their value is a secret:
#   password, client_secret, personalAccessToken, GoogleServiceAccountKeyJson and the like. They stand
#   in clear in plan and state, although the provider marks them as sensitive. One that is not known
#   before apply is undecided.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/connection
#     description: The resource, and the options of each kind of connection
# custom:
#   id: DBX-SEC-013
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_connection]
#   attributes: [options]
#   remediation: Let users authenticate themselves (OAuth), use a service credential, or make the connection outside of Terraform; then rotate the password.
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
package policies.rules.secrets.connection_password

import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.secrets
import data.policies.lib.values

deny contains result if {
	some connection in _connections
	options := connection.values.options
	is_object(options)
	some name, value in options
	_is_secret(name)
	secrets.in_clear(sprintf("%v", [value]))
	result := results.at(connection, sprintf("options.%s", [name]), sprintf("Option %s of %s holds a secret in clear", [name, connection.address]))
}

undecided contains result if {
	some connection in _connections
	values.unknown(connection, "options")
	result := results.at(connection, "options", sprintf("Whether %s holds a secret in clear is not known yet", [connection.address]))
}

undecided contains result if {
	some connection in _connections
	options := connection.unknown.options
	is_object(options)
	some name, _ in options
	_is_secret(name)
	result := results.at(connection, sprintf("options.%s", [name]), sprintf(
		"Option %s of %s is not known yet; it will stand in clear in the state",
		[name, connection.address],
	))
}

checked contains address if {
	some connection in _connections
	address := connection.address
}

_connections := object.get(resources.present, "databricks_connection", {})

_is_secret(name) if secrets.named(name)

_is_secret(name) if lower(name) in {"personalaccesstoken", "googleserviceaccountkeyjson"}
