# METADATA
# scope: package
# title: Secrets of service principals live no longer than allowed
# description: |
#   Looks at `lifetime` of databricks_service_principal_secret, such as "7776000s". A secret without a
#   lifetime lives two years. In a plan the provider computes a lifetime that nobody writes, so that it
#   is not known yet: undecided. That the secret stands in the state, DBX-TFS-007 tells.
# related_resources:
#   - ref: https://registry.terraform.io/providers/databricks/databricks/latest/docs/resources/service_principal_secret
#     description: The resource
# custom:
#   id: DBX-SEC-009
#   severity: high
#   sets: [strict, production]
#   resource_types: [databricks_service_principal_secret]
#   attributes: [lifetime]
#   remediation: Set `lifetime` to 7776000s (90 days) or less, or use a federation policy, which needs no secret.
#   controls:
#     sat: [IA-9]
#     nist-800-53: [IA-5(1), IA-5(6), AC-12]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17, A.8.24]
#     soc2: [CC6.1]
#   parameters:
#     max_days:
#       description: How many days a secret may live.
#       default: 90
#       schema: {type: integer, minimum: 1}
package policies.rules.secrets.service_principal_secret_lives_long

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some secret in _secrets
	texts.written(secret, "lifetime") == ""
	result := results.at(secret, "lifetime", sprintf("This secret has no lifetime, so that it lives two years; the maximum is %v days", [_max_days]))
}

deny contains result if {
	some secret in _secrets
	seconds := _seconds(texts.written(secret, "lifetime"))
	seconds > _max_days * 86400
	result := results.at(secret, "lifetime", sprintf("This secret lives %v days; the maximum is %v", [ceil(seconds / 86400), _max_days]))
}

undecided contains result if {
	some secret in _secrets
	texts.hidden(secret, "lifetime")
	result := results.at(secret, "lifetime", sprintf(
		"How long this secret lives is not known yet, and without a lifetime it is two years; the maximum is %v days",
		[_max_days],
	))
}

undecided contains result if {
	some secret in _secrets
	lifetime := texts.written(secret, "lifetime")
	lifetime != ""
	not regex.match(_duration, lifetime)
	result := results.at(secret, "lifetime", sprintf(`How long "%s" is cannot be told; wanted are seconds, such as "7776000s"`, [lifetime]))
}

checked contains address if {
	some secret in _secrets
	address := secret.address
}

_secrets := object.get(resources.present, "databricks_service_principal_secret", {})

_seconds(lifetime) := to_number(trim_suffix(lifetime, "s")) if regex.match(_duration, lifetime)

_duration := `^[0-9]+(\.[0-9]+)?s?$`

_max_days := parameters.of("DBX-SEC-009", "max_days")
