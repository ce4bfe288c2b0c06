package policies.lib.pipelines_test

import data.policies.lib.pipelines

test_labels if {
	pipelines.label({"address": "a.b", "values": {"name": "bronze"}}) == `Pipeline "bronze"`
	pipelines.label({"address": "a.b", "values": {"name": ""}}) == "a.b"
	pipelines.label({"address": "a.b", "values": {}}) == "a.b"
}
