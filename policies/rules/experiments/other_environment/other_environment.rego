# METADATA
# scope: package
# title: Names of experiments say no other environment
# description: |
#   Compares the words of an experiment's name with the target that the document is for. Runs of development
#   in an experiment of production are taken for evidence of how a model came about. Which words stand for
#   which environment is a parameter; `test` stands for none, since experiments are named after A/B tests.
#   Home folders are not looked into, and a name that says no environment passes. A target that stands for
#   no environment, or an unknown one, is undecided where the name says any.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/machine-learning/mlops/mlops-workflow
#     description: Environments in the MLOps workflow
# custom:
#   id: DBX-EXP-005
#   severity: low
#   sets: [strict, llmops]
#   resource_types: [databricks_mlflow_experiment]
#   attributes: [name]
#   remediation: Take the word from the target, such as `name = "/Shared/${var.target}-chat"`.
#   controls:
#     nist-800-53: [CM-4(1), AC-4]
#     cis-controls: ["16.8"]
#     iso-27001: [A.8.31]
#     soc2: [CC8.1]
#   parameters:
#     environments:
#       description: Environment → words that stand for it, in names and targets; compared without regard to case.
#       default:
#         development: [dev, development]
#         staging: [stg, stage, staging, qa, uat, preprod]
#         production: [prod, production, prd]
#       schema:
#         type: object
#         additionalProperties: {type: array, minItems: 1, items: {type: string, pattern: "^[A-Za-z0-9]+$"}}
package policies.rules.experiments.other_environment

import data.policies.lib.parameters
import data.policies.lib.resources
import data.policies.lib.results
import data.policies.lib.texts

deny contains result if {
	some [experiment, name, said] in _named
	count(_of_target) > 0
	count(said & _of_target) == 0
	result := results.at(experiment, "name", sprintf(
		"Experiment %q is named after %s, and this is target %q",
		[name, concat(", ", said), input.document.target],
	))
}

undecided contains result if {
	some [experiment, name, said] in _named
	count(_of_target) == 0
	result := results.at(experiment, "name", sprintf(
		"Experiment %q is named after %s, and which environment this is for is not known",
		[name, concat(", ", said)],
	))
}

undecided contains result if {
	some experiment in resources.present.databricks_mlflow_experiment
	texts.hidden(experiment, "name")
	result := results.at(experiment, "name", "The name of this experiment is not known yet; it should say no other environment")
}

checked contains address if some address, _ in resources.present.databricks_mlflow_experiment

_named := [[experiment, name, said] |
	some experiment in resources.present.databricks_mlflow_experiment
	name := texts.written(experiment, "name")
	said := _environments(regex.replace(name, `^(/Workspace)?/Users/[^/]*`, ""))
	count(said) > 0
]

_of_target := _environments(object.get(input.document, "target", ""))

_environments(text) := {environment |
	some word in split(regex.replace(lower(text), `[^a-z0-9]+`, " "), " ")
	some environment in _standing_for[word]
}

_standing_for[word] contains environment if {
	some environment, words in parameters.of("DBX-EXP-005", "environments")
	some written in words
	word := lower(written)
}
