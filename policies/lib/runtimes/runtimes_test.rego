package policies.lib.runtimes_test

import data.policies.lib.runtimes

test_versions_in_their_spellings if {
	{text: runtimes.version(text) | some text in [
		"15.4.x-scala2.12", "9.1.x-cpu-ml-scala2.12", "16.4.x-photon-scala2.13", "18.x-scala2.13", "7.3", "custom:my-image",
		"auto:latest-lts", "apache-spark-3.5", "15", "", "15.4abc", "1234.5.x",
	]} == {
		"15.4.x-scala2.12": "15.4",
		"9.1.x-cpu-ml-scala2.12": "9.1",
		"16.4.x-photon-scala2.13": "16.4",
		"18.x-scala2.13": "18",
		"7.3": "7.3",
	}
}

_table := {
	"read": "2026-11-25", "oldest": "17.0", "versions": {
		"19": {"lts": false, "released": "2026-06-15"},
		"17.3": {"lts": true, "released": "2025-10-22", "end_of_support": "2028-10-22"},
		"17.4": {"lts": false, "released": "2026-09-01", "end_of_support": "2027-03-01"},
		"17.2": {"lts": false, "released": "2025-09-16", "end_of_support": "2026-03-26"},
		"9.1": {"lts": true, "released": "2021-09-23", "end_of_support": "2027-03-01"},
	},
}

_versions := ["19", "18.0", "17.3", "17.2", "17.0", "16.0", "9.1", "9.0", "soon", ""]

test_what_has_ended if {
	[version | some version in _versions; runtimes.ended(version)] == ["17.2", "16.0", "9.0"] with data.tfcheck.domain.runtimes as _table
}

test_the_tenth_minor_version_comes_after_the_ninth if {
	table := object.union(_table, {"oldest": "9.9"})
	[version | some version in ["9.8", "9.9", "9.10"]; runtimes.ended(version)] == ["9.8"] with data.tfcheck.domain.runtimes as table
}

test_what_is_known if {
	[version | some version in _versions; runtimes.known(version)] == ["19", "17.3", "17.2", "16.0", "9.1", "9.0"] with data.tfcheck.domain.runtimes as _table
}

test_long_term_support if {
	[version | some version in _versions; runtimes.lts(version)] == ["17.3", "9.1"] with data.tfcheck.domain.runtimes as _table
	runtimes.supported_lts == ["17.3", "9.1"] with data.tfcheck.domain.runtimes as _table
}

test_what_is_listed if {
	runtimes.listed("19") == {"lts": false, "released": "2026-06-15"} with data.tfcheck.domain.runtimes as _table
	{version | some version in ["19", "18.0"]; runtimes.listed(version)} == {"19"} with data.tfcheck.domain.runtimes as _table
}

test_a_plan_that_was_made_later if {
	plan := {"document": {"timestamp": "2027-03-02T10:00:00Z"}}
	runtimes.today == "2027-03-02" with data.tfcheck.domain.runtimes as _table with input as plan
	runtimes.ended("9.1") with data.tfcheck.domain.runtimes as _table with input as plan
	runtimes.supported_lts == ["17.3"] with data.tfcheck.domain.runtimes as _table with input as plan
}

test_the_last_day_of_support if {
	plan := {"document": {"timestamp": "2027-03-01T10:00:00Z"}}
	[version | some version in ["17.2", "9.1"]; runtimes.ended(version)] == ["17.2"] with data.tfcheck.domain.runtimes as _table with input as plan
	runtimes.supported_lts == ["17.3", "9.1"] with data.tfcheck.domain.runtimes as _table with input as plan
}

test_an_earlier_plan_and_a_state if {
	every document in [{"document": {"timestamp": "2025-01-01T00:00:00Z"}}, {"document": {}}, {}] {
		runtimes.today == "2026-11-25" with data.tfcheck.domain.runtimes as _table with input as document
	}
}

test_the_table if {
	runtimes.lts("17.3")
	runtimes.ended("9.1")
	runtimes.ended("10.2")
}
