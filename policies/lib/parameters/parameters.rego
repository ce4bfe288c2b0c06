# METADATA
# title: Parameters of policies
# description: |
#   The user's value where tfcheck.yaml gives one, else the policy's default from its METADATA;
#   the checker puts them together, so a declared parameter is always there.
package policies.lib.parameters

of(id, name) := _all[id][name]

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_all := data.tfcheck.parameters
