# METADATA
# scope: package
# title: Libraries of clusters are pinned to a version
# description: |
#   Looks at Python and Maven packages of clusters, job clusters, cluster policies and
#   `databricks_library`. Without a version the cluster installs at its next start whatever is newest
#   then, which nobody tested or reviewed. `==` with a full version pins, as does a file or address;
#   `>=`, `~=` and `==1.*` do not. Libraries of tasks are DBX-JOB-019's; R packages cannot be pinned
#   here and are not looked at.
# related_resources:
#   - ref: https://docs.databricks.com/aws/en/libraries/
#     description: Libraries, and where they are installed from
# custom:
#   id: DBX-CMP-023
#   severity: medium
#   sets: [strict]
#   resource_types: [databricks_library, databricks_cluster, databricks_job, databricks_cluster_policy]
#   attributes: ["library[].pypi[].package", "task[].library[].pypi[].package", "pypi[].package", "libraries[].pypi[].package", "library[].maven[].coordinates", "task[].library[].maven[].coordinates", "maven[].coordinates", "libraries[].maven[].coordinates"]
#   remediation: Add the version, such as `langchain==0.1.5`.
#   controls:
#     sat: [INFO-3, INFO-38]
#     dasf: [DASF 53]
#     nist-800-53: [SR-3, SI-7, CM-11]
#     cis-controls: ["2.5"]
#     iso-27001: [A.8.19, A.5.21]
#     soc2: [CC6.8]
package policies.rules.compute.library_not_pinned

import data.policies.lib.libraries
import data.policies.lib.texts

deny contains result if {
	some package_ in _of_clusters
	kind := package_.kind
	name := texts.written(package_, _attributes[kind])
	not _pinned(kind, name)
	result := libraries.at(package_, _attributes[package_.kind], sprintf(
		`%s installs the library "%s" in whatever version is newest; wanted is one version`,
		[libraries.label(package_), name],
	))
}

undecided contains result if {
	some package_ in _of_clusters
	texts.hidden(package_, _attributes[package_.kind])
	result := libraries.at(package_, _attributes[package_.kind], sprintf(
		"%s: which library it installs, and in which version, is not known yet; wanted is one version",
		[libraries.label(package_)],
	))
}

checked := {package_.resource.address | some package_ in _of_clusters}

_of_clusters := [package_ |
	some package_ in libraries.packages
	package_.scope in {"cluster", "policy"}
	_attributes[package_.kind]
]

_attributes := {"pypi": "package", "maven": "coordinates"}

_pinned("pypi", name) if libraries.pinned(name)

_pinned("maven", name) if libraries.pinned_maven(name)
