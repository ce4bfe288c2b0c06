package policies.lib.recipients_test

import data.policies.lib.recipients
import data.policies.lib.testing_test as given

_recipient(name, fields) := object.union(given.resource("databricks_recipient", fields), {"address": sprintf("databricks_recipient.%s", [name])})

_document := given.plan(set(), [
	_recipient("token", {"values": {"authentication_type": "TOKEN", "name": "partner"}}),
	_recipient("unknown", {"unknown": {"authentication_type": true}}),
	_recipient("databricks", {"values": {"authentication_type": "DATABRICKS"}}),
	_recipient("going", {"action": "delete", "values": {"authentication_type": "TOKEN"}}),
])

test_recipients_by_token if {
	found := {recipient.address: [recipients.name(recipient), sure] |
		some recipient in recipients.by_token
		sure := count({true | recipients.certain(recipient)})
	} with input as _document
	found == {
		"databricks_recipient.token": ["partner", 1],
		"databricks_recipient.unknown": ["of a name that is not known yet", 0],
	}
}

test_all_recipients if {
	recipients.addresses == {"databricks_recipient.token", "databricks_recipient.unknown", "databricks_recipient.databricks"} with input as _document
}
