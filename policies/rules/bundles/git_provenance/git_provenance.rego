# METADATA
# scope: package
# title: Production comes from a commit of the release branch
# description: |
#   Looks at the metadata.json of a deployment to production, which names the repository, branch and
#   commit that were deployed, and at the branch that databricks.yml pins the production target to
#   (`git.branch`), without which the Databricks CLI deploys whatever is checked out.
# related_resources:
#   - ref: https://docs.databricks.com/en/dev-tools/bundles/settings.html
#     description: The settings of a bundle
# custom:
#   id: DBX-BND-005
#   severity: medium
#   sets: [production]
#   resource_types: [bundle]
#   attributes: [git.origin_url, git.branch, git.commit]
#   remediation: Set `git.branch` in the production target, and deploy from a clone of the repository.
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     cis-controls: ["4.1"]
#     iso-27001: [A.8.9, A.8.32]
#     soc2: [CC8.1]
#   parameters:
#     release_branches:
#       description: Branches that production may come from; each a regular expression that matches all of the name.
#       default: [main, master, "release/.*"]
#       schema: {type: array, items: {type: string, minLength: 1}, minItems: 1}
package policies.rules.bundles.git_provenance

import data.policies.lib.bundles
import data.policies.lib.parameters
import data.policies.lib.production
import data.policies.lib.results

deny := production.denied(_violations)

undecided := production.undecided(_violations, _doubts)

checked contains address if {
	production.matters
	some address, _ in _asked
}

_violations contains result if {
	some address, names in _asked
	some name in names
	not _known[address][name]
	not _unknown[address][name]
	result := results.at(bundles.itself[address], sprintf("git.%s", [name]), sprintf(
		"Nothing says which %s production comes from; wanted is a commit of a release branch",
		[_words[name]],
	))
}

_violations contains result if {
	some address, known in _known
	branch := known.branch
	count([pattern | some pattern in _release; regex.match(pattern, branch)]) == 0
	result := results.at(bundles.itself[address], "git.branch", sprintf(
		"Production comes from the branch %q; wanted is one of %s",
		[branch, concat(", ", parameters.of("DBX-BND-005", "release_branches"))],
	))
}

_doubts contains result if {
	some address, hidden in _unknown
	some name, _ in hidden
	result := results.at(bundles.itself[address], sprintf("git.%s", [name]), sprintf("Which %s production comes from is not known", [_words[name]]))
}

_asked[address] := {"origin_url", "branch", "commit"} if {
	some address, bundle in bundles.itself
	bundle.values.source == "metadata"
}

_asked[address] := {"branch"} if some address, _ in bundles.written

_known := {address: known |
	some address, _ in _asked
	known := {name: text | some name, text in bundles.itself[address].values.git; text != ""}
}

# What metadata.json says is never unknown.
_unknown[address] := {"branch": true} if {
	some address, bundle in bundles.written
	_hides_branch(object.get(bundle, ["unknown", "git"], {}))
}

_hides_branch(unknown) if unknown == true

_hides_branch(unknown) if unknown.branch

_release := {sprintf("^(?:%s)$", [pattern]) | some pattern in parameters.of("DBX-BND-005", "release_branches")}

_words := {"origin_url": "repository", "branch": "branch", "commit": "commit"}
