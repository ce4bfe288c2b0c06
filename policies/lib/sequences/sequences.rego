# METADATA
# title: What comes before what
# description: |
#   Works on a graph {node: nodes directly before it}; nodes with nothing before them may be left out.
#   `endless(before)`     the nodes that never come to their turn: those in a circle, and whatever
#                         comes after one.
#   `depths(before, nodes)` node → length of the longest way back from it. Two nodes of one depth are in no
#                         order; if all depths differ, the nodes form one sequence.
#   `earlier(before, node)` all nodes before it, however far.
#   Exact up to 1024 nodes; a Databricks job has at most 1000 tasks
#   (https://docs.databricks.com/en/resources/limits.html).
#
#   Rego knows no recursion, and OPA's graph.reachable takes exponential time where nodes have several
#   nodes before them. Here ways are doubled ten times instead, which is linear for a sequence: ways
#   of 1, 2, 4 … 1024 steps. In a graph of up to 1024 nodes only a circle makes a way that long.
package policies.lib.sequences

endless(before) := set() if {
	_short(before)
} else := {node | some node, _ in _ways(before)[10]}

depths(before, nodes) := {node: depth |
	some node in nodes
	depth := count([true | some reached in short; reached[node]])
} if {
	short := _short(before)
} else := {node: depth |
	ways := _ways(before)
	some node in nodes
	depth := _depth(ways, node)
}

# Every distance up to 1023 is a sum of different powers of 2.
earlier(before, node) := place10 - {node} if {
	ways := _ways(before)
	place1 := _beyond(ways[0], {node})
	place2 := _beyond(ways[1], place1)
	place3 := _beyond(ways[2], place2)
	place4 := _beyond(ways[3], place3)
	place5 := _beyond(ways[4], place4)
	place6 := _beyond(ways[5], place5)
	place7 := _beyond(ways[6], place6)
	place8 := _beyond(ways[7], place7)
	place9 := _beyond(ways[8], place8)
	place10 := _beyond(ways[9], place9)
}

_beyond(ways, nodes) := nodes | {farther | some node in nodes; some farther in ways[node]}

# The nodes that have a way of one step, of two, up to seven, where none has one of eight. So short are
# nearly all jobs, and with thousands of them the rest would be most of the work.
_short(before) := [one, two, three, four, five, six, seven] if {
	one := {node | some node, nearer in before; some _ in nearer}
	two := {node | some node in one; some near in before[node]; one[near]}
	three := {node | some node in two; some near in before[node]; two[near]}
	four := {node | some node in three; some near in before[node]; three[near]}
	five := {node | some node in four; some near in before[node]; four[near]}
	six := {node | some node in five; some near in before[node]; five[near]}
	seven := {node | some node in six; some near in before[node]; six[near]}
	every node in seven {
		every near in before[node] {
			not seven[near]
		}
	}
}

# By k: {node: nodes 2^k steps before it}, without the nodes that have none.
_ways(before) := [ways0, ways1, ways2, {}, {}, {}, {}, {}, {}, {}, {}] if {
	ways0 := before
	ways1 := _twice(ways0)
	ways2 := _twice(ways1)
	_twice(ways2) == {}
} else := [ways0, ways1, ways2, ways3, ways4, ways5, ways6, ways7, ways8, ways9, ways10] if {
	ways0 := before
	ways1 := _twice(ways0)
	ways2 := _twice(ways1)
	ways3 := _twice(ways2)
	ways4 := _twice(ways3)
	ways5 := _twice(ways4)
	ways6 := _twice(ways5)
	ways7 := _twice(ways6)
	ways8 := _twice(ways7)
	ways9 := _twice(ways8)
	ways10 := _twice(ways9)
}

_twice(ways) := {node: further |
	some node, nearer in ways
	further := {farther | some near in nearer; some farther in ways[near]}
	further != set()
}

# From the longest steps to the shortest, taking each that still leads somewhere.
_depth(ways, node) := place0.depth if {
	place9 := _step(ways, 9, {"depth": 0, "nodes": {node}})
	place8 := _step(ways, 8, place9)
	place7 := _step(ways, 7, place8)
	place6 := _step(ways, 6, place7)
	place5 := _step(ways, 5, place6)
	place4 := _step(ways, 4, place5)
	place3 := _step(ways, 3, place4)
	place2 := _step(ways, 2, place3)
	place1 := _step(ways, 1, place2)
	place0 := _step(ways, 0, place1)
}

_step(ways, k, place) := {"depth": place.depth + bits.lsh(1, k), "nodes": further} if {
	further := {farther | some node in place.nodes; some farther in ways[k][node]}
	further != set()
} else := place
