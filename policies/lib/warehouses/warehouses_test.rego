package policies.lib.warehouses_test

import data.policies.lib.warehouses

test_labels if {
	warehouses.label({"address": "a.b", "values": {"name": "bi"}}) == `SQL warehouse "bi"`
	warehouses.label({"address": "a.b", "values": {"name": ""}}) == "a.b"
	warehouses.label({"address": "a.b", "values": {}}) == "a.b"
}
