# METADATA
# title: Who a grant or permission is for
package policies.lib.principals

# Groups that hold everybody. Names of principals are compared without regard to case, as Databricks does.
everyone(name) if _everyone[lower(trim_space(name))]

# People are known by an e-mail address; service principals by an application id, groups by a name.
person(name) if contains(name, "@")

same(a, b) if lower(trim_space(a)) == lower(trim_space(b))

# Groups that Databricks makes in each workspace. They are no principals of Unity Catalog, but for
# `users`, which some workspaces take.
workspace_group(name) if _groups[lower(trim_space(name))].level == "workspace"

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_groups := data.tfcheck.domain.groups.groups

_everyone := {name: true | some name, group in _groups; group.everyone}
