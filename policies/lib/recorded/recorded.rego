# METADATA
# title: What was recorded of the document's file
# description: |
#   `of(recorded)` holds the value whose key is the file, or the end of its path; of several the longest
#   key decides. A set; empty where nothing was recorded of the file.
#   `matters` where a document has a lineage and a serial: a raw state, or one of the direct engine.
package policies.lib.recorded

import data.policies.lib.bundles
import data.policies.lib.documents

of(recorded) := {recorded[file] |
	fitting := _fitting(recorded)
	some file in fitting
	every other in fitting {
		count(other) <= count(file)
	}
}

matters if documents.raw_state

matters if {
	documents.state
	bundles.by_direct_engine
}

_fitting(recorded) := {file |
	some file, _ in recorded
	endswith(concat("", ["/", input.document.file]), concat("", ["/", file]))
}
