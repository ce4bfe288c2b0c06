# METADATA
# title: IP access lists and the ranges in them
# description: |
#   `lists[address]`      the lists that are not switched off.
#   `allows[address]`     of those that let in: true, or "unknown" where that is not known yet.
#   `ranges[address]`     the ranges of a list that are known: {path, text, range}.
#   `doubts[address]`     the set of the paths of those that are not.
#   `parse(text)`         a range: {bits, number, version}, the number of an IPv4 range as one integer and 0 for
#                         IPv6; undefined for what is none.
#   `covers(outer, inner)` whether an IPv4 range lies in another.
package policies.lib.addresses

import data.policies.lib.resources
import data.policies.lib.switches
import data.policies.lib.texts
import data.policies.lib.values

lists[address] := list if {
	some address, list in resources.present.databricks_ip_access_list
	switches.state(list, "enabled", true) != false
}

allows[address] := certain if {
	some address, list in lists
	certain := _allows(list)
}

_allows(list) if {
	list.values.list_type == "ALLOW"
	switches.state(list, "enabled", true) == true
} else := "unknown" if {
	list.values.list_type == "ALLOW"
} else := "unknown" if {
	texts.hidden(list, "list_type")
}

ranges[address] := found if {
	some address, list in lists
	found := [{"path": path, "text": text, "range": range} |
		some i, text in values.elements(list.values, "ip_addresses")
		range := parse(text)
		path := sprintf("ip_addresses[%d]", [i])
	]
}

doubts[address] := paths if {
	some address, list in lists
	paths := ({"ip_addresses" | values.unknown(list, "ip_addresses")} | _unknown(list)) | _masked(list)
}

_unknown(list) := {path |
	some i, doubt in values.elements(list.unknown, "ip_addresses")
	doubt == true
	path := sprintf("ip_addresses[%d]", [i])
}

_masked(list) := {path |
	some i, text in values.elements(list.values, "ip_addresses")
	values.masked(text)
	path := sprintf("ip_addresses[%d]", [i])
}

parse(text) := {"version": 4, "bits": bits, "number": number} if {
	is_string(text)
	regex.match(`^[0-9]{1,3}([.][0-9]{1,3}){3}(/[0-9]{1,2})?$`, text)
	[host, bits] := _split(text, 32)
	[a, b, c, d] := [to_number(step) | some step in split(host, ".")]
	number := (((a * 16777216) + (b * 65536)) + (c * 256)) + d
} else := {"version": 6, "bits": bits, "number": 0} if {
	is_string(text)
	regex.match(`^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(/[0-9]{1,3})?$`, text)
	[_, bits] := _split(text, 128)
}

covers(outer, inner) if {
	outer.version == 4
	inner.version == 4
	outer.bits <= inner.bits
	bits.rsh(outer.number, 32 - outer.bits) == bits.rsh(inner.number, 32 - outer.bits)
}

_split(text, most) := [split(text, "/")[0], to_number(split(text, "/")[1])] if {
	contains(text, "/")
} else := [text, most]
