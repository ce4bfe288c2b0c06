package policies.lib.results_test

import data.policies.lib.results

test_a_result_about_a_resource if {
	results.at({"address": "a.b", "name": "b"}, "x[0]", "It is so.") == {"address": "a.b", "path": "x[0]", "message": "It is so."}
}

test_a_result_about_the_document if {
	results.document("version", "It is so.") == {"address": "terraform", "path": "version", "message": "It is so."}
	results.document_address == "terraform"
}
