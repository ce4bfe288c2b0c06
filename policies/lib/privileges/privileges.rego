# METADATA
# title: Which privileges Unity Catalog has
# description: |
#   Privileges are asked for as `grants.entries` gives them, in the API's spelling.
#
#   `valid_for(securable)`  the set of privileges that the securable takes, which is named by its
#                           attribute (`schema`, `model` …); undefined where no list is known.
#   `exists(privilege)`     Unity Catalog has a privilege of this name.
#   `legacy(privilege)`     what took the place of a name of the preview model; undefined for others.
#   `high_risk(privilege)`  its holder can pass on rights, reach storage past Unity Catalog or change data.
#   `type_of(securable)`    its type in the API: `model` and `function` are both function.
package policies.lib.privileges

valid_for(securable) := _valid[securable]

exists(privilege) if _names[privilege]

legacy(privilege) := _legacy[privilege]

high_risk(privilege) if _high_risk[privilege]

type_of(securable) := _table.securables[securable].type

# A rule is evaluated once; the way through `data` costs the embedded engine ten times a call.
_table := data.tfcheck.domain.privileges

_valid := {securable: valid |
	some securable, known in _table.securables
	listed := array.concat(known.documented, object.get(known, "other", []))
	valid := {privilege | some privilege in listed}
}

_names := {privilege | some privilege in _table.names}

_high_risk := {privilege | some privilege in _table.high_risk}

_legacy := _table.legacy
