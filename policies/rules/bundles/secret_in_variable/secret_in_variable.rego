# METADATA
# scope: package
# title: Variables of a bundle hold no secrets
# description: |
#   Looks at the values that databricks.yml gives to variables, for the target that is checked and for
#   every other one. What stands there lies in git, and the Databricks CLI writes it into the state and
#   into everything that uses the variable. A value in the form of a credential is certain; a literal
#   under the name of a secret, such as `api_key`, may be one: undecided. A reference such as
#   `{{secrets/scope/key}}` is none.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/settings.html
#     description: The settings of a bundle
# custom:
#   id: DBX-BND-012
#   severity: critical
#   sets: [baseline, production]
#   resource_types: [bundle]
#   attributes: [variables, targets]
#   remediation: Store the secret in a secret scope and write `{{secrets/scope/key}}`, or set the variable when deploying.
#   controls:
#     nist-800-53: ["IA-5(7)"]
#     cis-controls: ["3.11"]
#     iso-27001: [A.5.17]
#     soc2: [CC6.1]
package policies.rules.bundles.secret_in_variable

import data.policies.lib.bundles
import data.policies.lib.results
import data.policies.lib.secrets

deny contains result if {
	some found in _secrets
	secrets.kind(found.why) == "token"
	result := results.at(found.bundle, found.path, sprintf("The variable holds a secret in clear (%s)", [replace(secrets.form(found.why), "_", " ")]))
}

undecided contains result if {
	some found in _secrets
	secrets.kind(found.why) != "token"
	result := results.at(found.bundle, found.path, "The variable is named like a secret and holds a literal; nothing says whether it is one")
}

checked contains address if some address, _ in bundles.written

_secrets contains {"bundle": bundle, "path": path, "why": why} if {
	some bundle in bundles.written
	some path, why in bundle.secrets
	regex.match(`^(targets\.[^.]+\.|targets\["[^"]*"\]\.)?variables[.\[]`, path)
}
