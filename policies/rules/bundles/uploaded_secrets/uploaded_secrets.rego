# METADATA
# scope: package
# title: Bundles upload no secrets and no states
# description: |
#   Looks at the files that deployment.json says were uploaded to the workspace, by their names: keys,
#   credentials, environment files and Terraform states lie there in clear for everyone who may read
#   the folder. What is in a file is not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/settings.html
#     description: The settings of a bundle
# custom:
#   id: DBX-BND-011
#   severity: high
#   sets: [production]
#   resource_types: [bundle]
#   attributes: ["files[]"]
#   remediation: Remove the file from the workspace, and name it in .gitignore or under `sync.exclude`.
#   controls:
#     nist-800-53: [IA-5(7), SC-28, AC-4]
#     cis-controls: ["3.11", "3.13"]
#     iso-27001: [A.5.17, A.8.24, A.8.12]
#     soc2: [CC6.1, CC6.7]
#   parameters:
#     patterns:
#       description: Regular expressions of names that are not uploaded; each is looked for in the whole path.
#       default: ['(^|/)\.env(\.[^/]*)?$', '\.(pem|pfx|p12|jks|key)$', '\.tfstate(\.backup)?$', '(^|/)\.databrickscfg$', '(^|/)id_(rsa|ed25519|ecdsa)$', '(^|/)\.?credentials(\.[^/]*)?$', '(^|/)\.netrc$']
#       schema: {type: array, items: {type: string, minLength: 1}, minItems: 1}
package policies.rules.bundles.uploaded_secrets

import data.policies.lib.bundles
import data.policies.lib.parameters
import data.policies.lib.results

deny contains result if {
	some bundle in bundles.itself
	some i, path in bundle.values.files
	some pattern in _patterns
	regex.match(pattern, path)
	not _template(path)
	result := results.at(bundle, sprintf("files[%d]", [i]), sprintf("%q was uploaded, and by its name it holds secrets", [path]))
}

# A list of files says all of their names.
undecided := set()

checked contains address if {
	some address, bundle in bundles.itself
	bundle.values.source == "deployment"
}

# Such as .env.example, which is there to be read.
_template(path) if regex.match(`\.(example|sample|template|dist|tmpl|md)$`, path)

_patterns := parameters.of("DBX-BND-011", "patterns")
