# METADATA
# title: Which catalogs belong to which target
# description: |
#   `rooms(given)`     of a parameter {target: [globs for catalogs]}: pairs of a target and a glob, in lower case.
#   `fault(rooms, catalog)`  what is wrong with a catalog, as the end of a sentence that names it; undefined where
#                      it may be used, and where the target is not known. A target that is not listed may use any catalog
#                      that none of the listed ones has.
#   `target`           in lower case; undefined where nothing says it.
package policies.lib.catalogs

target := name if {
	name := lower(input.document.target)
	name != ""
}

rooms(given) := {[owner, catalog] |
	some written, names in given
	some name in names
	owner := lower(written)
	catalog := lower(name)
}

fault(tied, catalog) := sprintf("; models of target %q belong in %s", [_target, _quoted(own)]) if {
	own := {name | some [owner, name] in tied; owner == _target}
	count(own) > 0
	not _owners(tied, catalog)[_target]
} else := sprintf(", which is kept for target %s; this is target %q", [_quoted(owners), _target]) if {
	own := {name | some [owner, name] in tied; owner == _target}
	count(own) == 0
	owners := _owners(tied, catalog)
	count(owners) > 0
}

_owners(tied, catalog) := {owner |
	some [owner, name] in tied
	glob.match(name, null, lower(catalog))
}

_quoted(names) := concat(", ", {sprintf("%q", [name]) | some name in names})

# A rule, since regorus finds a rule of another package undefined in a function that reads one of its own.
_target := target
