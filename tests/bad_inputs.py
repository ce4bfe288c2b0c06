"""Files that cannot be judged, each with the sentence that a user gets to read about it."""

from __future__ import annotations

import gzip
import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tests.reading import CASES, change, kept, plan, state

if TYPE_CHECKING:
    from collections.abc import Callable

SHOW = "terraform show -json tfplan > plan.json"
AGAIN = f"write the file again, e.g. {SHOW}"
REAL = (CASES / "modules/create/plan.json").read_bytes()
REAL_STATE = (CASES / "modules/create/terraform.tfstate").read_bytes()
DEEP = b"[" * 100_000 + b"]" * 100_000


def _json(tree: Any) -> bytes:
    return json.dumps(tree).encode()


def _zip() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("tfplan", b"\x00\x01")
    return file.getvalue()


def _with(member: str, value: bytes) -> bytes:
    """A plan with a member that is written as given."""
    return _json(plan())[:-1] + b', "%s": %s}' % (member.encode(), value)


def _resource(value: bytes) -> bytes:
    """A plan with one resource, whose `a` is written as given."""
    return _json(plan(change("x.y", {"a": "VALUE"}))).replace(b'"VALUE"', value)


# What the file holds, the message, the hint.
UNREADABLE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "empty file", SHOW),
    "50 MB of spaces": (lambda: b" " * 50_000_000, "nothing but white space", SHOW),
    "a plan file": (_zip, "a binary plan file (zip), not JSON", SHOW),
    "Latin-1": (lambda: _resource(b'"\xe9"'), "not UTF-8 text (byte 208)", f"a plan file as JSON: {SHOW}"),
    "half of UTF-16": (lambda: b"\xff\xfe{", "broken UTF-16: truncated data", "write it as UTF-8"),
    "broken gzip": (
        lambda: gzip.compress(REAL)[:-20],
        "broken gzip: Compressed file ended before the end-of-stream marker was reached",
        "compress it again",
    ),
    "no gzip behind its first bytes": (
        lambda: b"\x1f\x8bnone of what gzip writes",
        "broken gzip: Unknown compression method",
        "compress it again",
    ),
    "HTML": (lambda: b"<!DOCTYPE html>", "not JSON", f"a plan as JSON: {SHOW}"),
    "what terraform plan prints": (
        lambda: b"Terraform will perform the following actions:\n",
        "not JSON",
        f"a plan as JSON: {SHOW}",
    ),
    "a log": (
        lambda: b'{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}\n',
        "the log of terraform plan -json, not a plan",
        f"terraform plan -out tfplan; {SHOW}",
    ),
    "a log of one line": (
        lambda: b'{"@level":"info","@message":"Terraform 1.11.4"}\n',
        "the log of terraform plan -json, not a plan",
        f"terraform plan -out tfplan; {SHOW}",
    ),
    "an array": (lambda: b" \n[1, 2]", "a JSON array is neither a plan nor a state", SHOW),
    "a number": (lambda: b"42", "a single JSON value is neither a plan nor a state", SHOW),
    "another file": (
        lambda: b'{"name": "package"}',
        'neither a Terraform plan nor a state (no "format_version", no "version")',
        SHOW,
    ),
    "schemas of providers": (
        lambda: b'{"format_version": "1.0", "provider_schemas": {}}',
        "what another command than terraform show wrote",
        SHOW,
    ),
    "no state": (lambda: b'{"format_version": "1.0"}', "nothing was shown: there was no state yet", SHOW),
    "a plan of a later major version": (
        lambda: _json(plan(format_version="2.0")),
        "format version 2.0 of terraform show -json is not supported, only 1.x",
        "show it again with Terraform 1.1 or newer, or with OpenTofu; or upgrade tfcheck",
    ),
    "a plan of Terraform 1.0": (
        lambda: _json(plan(format_version="0.2")),
        "format version 0.2 of terraform show -json is not supported, only 1.x",
        "show it again with Terraform 1.1 or newer, or with OpenTofu; or upgrade tfcheck",
    ),
    "a version that is none": (
        lambda: _json(plan(format_version={"secret": "hunter2"})),
        "format version (no version) of terraform show -json is not supported, only 1.x",
        "show it again with Terraform 1.1 or newer, or with OpenTofu; or upgrade tfcheck",
    ),
    "a state of Terraform 0.11": (
        lambda: b'{"version": 3, "serial": 1, "modules": []}',
        "state version 3 is not supported, only 4",
        "run terraform apply -refresh-only with Terraform 1.x once, which upgrades the state",
    ),
    "an encrypted state": (
        lambda: b'{"serial":1,"lineage":"a","meta":{},"encrypted_data":"AAAA","encryption_version":"v0"}',
        "an encrypted OpenTofu state or plan",
        "tofu show -json (with its key at hand) > state.json",
    ),
    "cut off in the middle": (lambda: REAL[: len(REAL) // 2], "not valid JSON: input data was truncated", AGAIN),
    "cut off before its end": (lambda: REAL.rstrip()[:-1], "not valid JSON: input data was truncated", AGAIN),
    "cut off in its first key": (lambda: REAL[:8], "not valid JSON: input data was truncated", AGAIN),
    "two documents": (lambda: b"{} {}", "not valid JSON: trailing characters (byte 4)", AGAIN),
    "two resource_changes": (
        lambda: _with("resource_changes", b"[]"),
        'duplicate key: "resource_changes"',
        AGAIN,
    ),
    "a key twice in a resource": (
        lambda: _resource(b'1, "a": 2'),
        'not valid JSON at /resource_changes/0/change/after: detected duplicate key "a"',
        AGAIN,
    ),
    "a key of a map twice": (
        lambda: _resource(b'{"hunter2": 1, "hunter2": 2}'),
        "not valid JSON at /resource_changes/0/change/after: detected duplicate key (of a map)",
        AGAIN,
    ),
    "a key twice in a module of the prior state": (
        lambda: _with("prior_state", b'{"values": {"root_module": {"resources": [], "resources": []}}}'),
        'duplicate key at /prior_state/values/root_module: "resources"',
        AGAIN,
    ),
    "a key twice in a resource of a state": (
        lambda: _json(state(kept("x", "y", {"a": 1}))).replace(b'"instances"', b'"instances": [], "instances"'),
        'duplicate key at /resources/0: "instances"',
        AGAIN,
    ),
    "brackets without end": (lambda: b'{"a": %s}' % DEEP, "nested too deeply", AGAIN),
    "brackets in a part that is not read": (lambda: _with("relevant_attributes", DEEP), "nested too deeply", AGAIN),
    "brackets in a value": (lambda: _resource(DEEP), "nested too deeply", AGAIN),
    "300 brackets in a value": (
        lambda: _resource(b"[" * 300 + b"]" * 300),
        "not valid JSON at /resource_changes/0/change/after: recursion limit exceeded",
        AGAIN,
    ),
    "an integer of 5,000 digits": (
        lambda: _resource(b"9" * 5000),
        "not valid JSON at /resource_changes/0/change/after: number out of range",
        AGAIN,
    ),
    "1e400": (lambda: _resource(b"1e400"), "a number beyond 1e308, which no double can hold", AGAIN),
    "1e-400": (lambda: _resource(b"1e-400"), "a number beyond 1e308, which no double can hold", AGAIN),
    "an exponent beyond all": (
        lambda: _resource(b"1e99999999999999999999"),
        "not valid JSON at /resource_changes/0/change/after: number out of range",
        AGAIN,
    ),
    "NaN": (lambda: _resource(b"NaN"), "not valid JSON: invalid character (byte 207)", AGAIN),
    "half a surrogate pair": (
        lambda: _resource(b'"\\ud800"'),
        "not valid JSON: broken \\u escape, such as half of a surrogate pair",
        AGAIN,
    ),
    "actions that are not known": (
        lambda: _json(plan(change("x.y", {}, ["create", "Secret7"]))),
        "unknown change actions [create, …] at /resource_changes/0",
        "tfcheck may be older than the Terraform that wrote this plan: upgrade it",
    ),
}

# What the file holds, and the sentences with their pointers.
MALFORMED: dict[str, tuple[Callable[[], bytes], list[tuple[str, str]]]] = {
    "resource_changes is null": (
        lambda: _json(plan(resource_changes=None)),
        [("/resource_changes", "found null, wanted an array")],
    ),
    "resources of a state is null": (
        lambda: _json(state(resources=None)),
        [("/resources", "found null, wanted an array")],
    ),
    "instances is null": (
        lambda: _json(state({"mode": "managed", "type": "x", "name": "y", "instances": None})),
        [("/resources/0/instances", "found null, wanted an array")],
    ),
    "no change": (
        lambda: _json(plan({"address": "x.y", "mode": "managed", "type": "x", "name": "y"})),
        [("/resource_changes/0", 'lacks "change"')],
    ),
    "several errors": (
        lambda: _json(plan({"address": "", "mode": "hunter2", "type": 7}, 5)),
        [
            ("/resource_changes/0", 'lacks "name", "change"'),
            ("/resource_changes/0/address", "found a string, wanted one that is not empty"),
            ("/resource_changes/0/mode", "found a string, wanted one of managed, data"),
            ("/resource_changes/0/type", "found a number, wanted a string"),
            ("/resource_changes/1", "found a number, wanted an object"),
        ],
    ),
    "a serial below zero": (
        lambda: _json(state(serial=-1)),
        [("/serial", "found a number, wanted at least 0")],
    ),
    "a mode that is none": (
        lambda: _json({"format_version": "1.0", "values": {"root_module": {"resources": [{"mode": "dapi"}]}}}),
        [
            ("/values/root_module/resources/0", 'lacks "address", "type", "name"'),
            ("/values/root_module/resources/0/mode", "found a string, wanted one of managed, data"),
        ],
    ),
}
