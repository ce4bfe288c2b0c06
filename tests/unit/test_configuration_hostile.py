"""What files that nobody wrote in good faith do to the reading of `tfcheck.yaml`."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from checker.configuration import Configuration, read
from checker.errors import UsageError


@pytest.fixture(autouse=True, params=["C parser", "Python parser"])
def _each_parser(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if request.param == "Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def refusal(content: str | bytes) -> str:
    Path("tfcheck.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UsageError) as caught:
        read(Path("tfcheck.yaml"))
    return str(caught.value)


def test_an_alias_bomb_is_not_expanded() -> None:
    lines = ["parameters:", " A-1:", "  a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"  {name}: &{name} [{', '.join([f'*{held}'] * 10)}]" for held, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    shown = refusal("\n".join(lines)).splitlines()
    assert shown[0] == "89 errors in the configuration"
    assert shown[1] == "  tfcheck.yaml:3:6: parameters.A-1.a: found the anchor &a, wanted a plain value"


def test_a_list_that_holds_itself_is_refused() -> None:
    message = refusal("parameters: {A-1: {x: &x [*x]}}")
    assert "tfcheck.yaml:1:23: parameters.A-1.x: found the anchor &x, wanted a plain value" in message
    assert "tfcheck.yaml:1:27: parameters.A-1.x[0]: found the alias *x, wanted a plain value" in message


@pytest.mark.parametrize(
    ("tagged", "tag"),
    [
        ("!!python/object/apply:os.system [touch ran]", "tag:yaml.org,2002:python/object/apply:os.system"),
        ("!!python/name:os.system x", "tag:yaml.org,2002:python/name:os.system"),
        ("!!binary aGVsbG8=", "tag:yaml.org,2002:binary"),
        ("!!set {a}", "tag:yaml.org,2002:set"),
        ("!include /etc/passwd", "!include"),
        ("! prod", "!"),
    ],
    ids=["a call", "a name", "binary", "a set", "an include", "the empty tag"],
)
def test_tags_are_refused_and_never_obeyed(tagged: str, tag: str) -> None:
    shown = repr(tag) if len(repr(tag)) <= 60 else f"{repr(tag)[:60]}…"
    assert refusal(f"target: {tagged}") == f"tfcheck.yaml:1:9: target: found the tag {shown}, wanted a plain value"
    assert not Path("ran").exists()


def test_merge_keys_are_refused() -> None:
    message = refusal("parameters: {A-1: {x: {<<: {a: 1}}}}")
    assert message == "tfcheck.yaml:1:24: parameters.A-1.x.<<: merge keys are not read".replace(".<<", ".'<<'")


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "jobs: " + "[" * 100_000 + "]" * 100_000],
    ids=["lists", "mappings", "items", "closed lists"],
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    before = time.process_time()
    assert "nested deeper than 32 levels" in refusal(text)
    assert time.process_time() - before < 5


@pytest.mark.parametrize("text", ["? " * 900, "? " + "[" * 900 + "]" * 900], ids=["keys in keys", "a list as a key"])
def test_deep_keys_are_passed_without_going_down(text: str) -> None:
    assert refusal(text) in {
        "tfcheck.yaml:1:1: a key that is not plain text",
        "tfcheck.yaml:1:3: a key that is not plain text",
    }


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x" * 50_000_000, "tfcheck.yaml: larger than 4 MiB"),
        (b"target: prod\nskip: [caf\xe9]\n", "tfcheck.yaml:2: not UTF-8: byte 0xe9"),
        (b"\xff\xfet", "tfcheck.yaml:1: not UTF-8: byte 0x74"),
        (b"target: prod\x00", "tfcheck.yaml:1:13: control character U+0000"),
        (b"jobs: 1\r\n  \x1b[31m", "tfcheck.yaml:2:3: control character U+001B"),
        ("target: \u202eprod", "tfcheck.yaml:1:9: control character U+202E"),
        ('target: "\\e[31mprod"', "tfcheck.yaml:1:9: target: found a control character, wanted a plain value"),
        ('target: "prod\\r"', "tfcheck.yaml:1:9: target: found a control character, wanted a plain value"),
        ('"\\0": 1', "tfcheck.yaml:1:1: a key that is not plain text"),
        ("jobs: 1\n---\njobs: 2", "tfcheck.yaml:2:1: a second YAML document"),
        ("&a jobs: 1", "tfcheck.yaml:1:1: a key that is not plain text"),
        ("!!str jobs: 1", "tfcheck.yaml:1:1: a key that is not plain text"),
        ("? [a, b]\n: 1", "tfcheck.yaml:1:3: a key that is not plain text"),
    ],
    ids=[
        "50 MB", "Latin-1", "half a character of UTF-16", "NUL", "a colour", "right to left", "an escaped colour",
        "an escaped return", "an escaped NUL in a key", "two documents", "an anchor on a key", "a tag on a key",
        "a list as a key",
    ],
)  # fmt: skip
def test_says_what_it_does_not_read(content: str | bytes, message: str) -> None:
    assert refusal(content).splitlines()[0] == message.splitlines()[0]


def test_a_character_that_yaml_forbids_is_refused() -> None:
    assert refusal("target: \ufffe").startswith("tfcheck.yaml: not YAML: unacceptable character #xfffe")


def test_thousands_of_wrong_keys_take_no_time_to_explain() -> None:
    before = time.process_time()
    refusal("\n".join(f"key{number}: 1" for number in range(5_000)))
    assert time.process_time() - before < 5


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    content=st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace")))
)
@example(content=b"%YAML 1.2\n---\njobs: 1\n")
@example(content=b"%TAG ! tag:x\n--- !foo\njobs: 1\n")
@example(content=b"waivers: {}")
@example(content=b"waiver_files: [[]]")
@example(content=b"memory_limit: []")
@example(content=b"\xef\xbb\xbf\xef\xbb\xbfjobs: 1")
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    Path("tfcheck.yaml").write_bytes(content)
    try:
        assert isinstance(read(Path("tfcheck.yaml")), Configuration)
    except UsageError as error:
        assert str(error).startswith(("tfcheck.yaml", f"{str(error).split()[0]} errors in the configuration\n"))  # noqa: PT017 - both outcomes are right


_WORDS = st.sampled_from(
    [
        "policies",
        "sets",
        "select",
        "skip",
        "severity",
        "jobs",
        "strict",
        "memory_limit",
        "time_limit",
        "parameters",
        "severities",
        "waivers",
        "waiver_files",
        "policy",
        "address",
        "reason",
        "owner",
        "expires",
        "ticket",
        "A-1",
        "x",
        "high",
        "2027-01-31",
        "4GiB",
        "true",
        "null",
        "0",
        "-1",
        "1.5",
        "prod",
        "<<",
        "yes",
    ]
)
_TREES = st.recursive(
    st.one_of(_WORDS, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_WORDS, inner, max_size=5)),
    max_leaves=20,
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=st.dictionaries(_WORDS, _TREES, max_size=6))
def test_any_tree_of_known_words_is_read_or_refused(tree: dict[str, object]) -> None:
    Path("tfcheck.yaml").write_text(yaml.dump(tree, Dumper=_NoAliases), encoding="utf-8")
    try:
        assert isinstance(read(Path("tfcheck.yaml")), Configuration)
    except UsageError as error:
        assert "tfcheck.yaml" in str(error)  # noqa: PT017 - both outcomes are right


class _NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True
