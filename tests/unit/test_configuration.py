"""What `tfcheck.yaml` turns into."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from checker.configuration import Configuration, find, read
from checker.configuration.memory import size
from checker.errors import UsageError
from checker.model import Location, Severity, Waiver

EVERYTHING = """\
policies: [policies, ../shared/policies, /opt/policies]
sets: [baseline, mlops]
select: [DBX-JOB-001, DBX-UC-*]
skip: ["*-014"]
severity: low
target: prod
fail_on: medium
strict: true
format: sarif
jobs: 4
time_limit: 30
memory_limit: 1.5GiB
severities: {DBX-JOB-001: critical, DBX-UC-004: info}
parameters:
  DBX-CMP-003:
    max_minutes: 60
    exempt: [a, 010, yes, 2027-01-31, null, 1.5, true]
waivers:
  - policy: DBX-JOB-001
    address: module.x["a"].databricks_job.y[0]
    reason: Because.
    owner: team@example.com
    expires: 2027-01-31
    ticket: "4711"
waiver_files: [waivers/more.yaml]
"""
MORE_WAIVERS = """\
waivers:
- {policy: DBX-*, address: "*", reason: Später, owner: Zoë, expires: "2026-12-31"}
"""


@pytest.fixture(autouse=True)
def _inside_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=["C parser", "Python parser"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def write(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.usefixtures("_each_parser")
def test_reads_every_key() -> None:
    write("conf/waivers/more.yaml", MORE_WAIVERS)
    assert read(write("conf/tfcheck.yaml", EVERYTHING)) == Configuration(
        policies=("conf/policies", "conf/../shared/policies", "/opt/policies"),
        sets=("baseline", "mlops"),
        select=("DBX-JOB-001", "DBX-UC-*"),
        skip=("*-014",),
        severity=Severity.LOW,
        target="prod",
        fail_on=Severity.MEDIUM,
        strict=True,
        format="sarif",
        jobs=4,
        time_limit=30.0,
        memory_limit=1_610_612_736,
        severities={"DBX-JOB-001": Severity.CRITICAL, "DBX-UC-004": Severity.INFO},
        parameters={
            "DBX-CMP-003": {"max_minutes": 60, "exempt": ["a", "010", "yes", "2027-01-31", None, 1.5, True]},
        },
        waivers=(
            Waiver(
                policy="DBX-JOB-001",
                address='module.x["a"].databricks_job.y[0]',
                reason="Because.",
                owner="team@example.com",
                expires=date(2027, 1, 31),
                ticket="4711",
                location=Location(file="conf/tfcheck.yaml", line=19, column=5),
            ),
            Waiver(
                policy="DBX-*",
                address="*",
                reason="Später",
                owner="Zoë",
                expires=date(2026, 12, 31),
                location=Location(file="conf/waivers/more.yaml", line=2, column=3),
            ),
        ),
    )


@pytest.mark.parametrize(
    "text",
    ["", "\n", "# nothing\n", "---\n", "null\n", "{}\n", "\ufeff", "--- # nothing\n...\n"],
    ids=["no bytes", "a line", "a comment", "a document", "null", "a mapping", "only a byte order mark", "an end"],
)
def test_an_empty_file_says_nothing(text: str) -> None:
    assert read(write("tfcheck.yaml", text)) == Configuration()


def test_an_empty_list_is_not_the_same_as_no_list() -> None:
    assert read(write("tfcheck.yaml", "skip: []\nwaivers: []\npolicies: []")) == Configuration(
        skip=(), waivers=(), policies=()
    )


def test_an_empty_waiver_file_holds_no_waivers() -> None:
    write("waivers.yaml", "# none left\n")
    assert read(write("tfcheck.yaml", "waiver_files: [waivers.yaml]")) == Configuration(waivers=())


def test_folders_beside_the_file_keep_the_names_that_the_user_wrote() -> None:
    assert read(write("tfcheck.yaml", "policies: [./policies, more/]")).policies == ("policies", "more")


@pytest.mark.parametrize(
    "encoded",
    [
        "target: prod\r\nstrict: true\r\n".encode("utf-8-sig"),
        "target: prod\r\nstrict: true\r\n".encode("utf-16"),
        b"\xfe\xff" + "target: prod\nstrict: true\n".encode("utf-16-be"),
    ],
    ids=["UTF-8 with a byte order mark", "UTF-16 as PowerShell writes it", "UTF-16, big end first"],
)
def test_reads_what_windows_writes(encoded: bytes) -> None:
    assert read(write("tfcheck.yaml", encoded)) == Configuration(target="prod", strict=True)


def test_columns_count_characters_not_bytes() -> None:
    waiver = "{policy: A-1, address: x, reason: r, owner: o, expires: 2027-01-31}"
    (read_waiver,) = read(write("tfcheck.yaml", f'"waivers": [{waiver}] # ü')).waivers or ()
    assert read_waiver.location == Location(file="tfcheck.yaml", line=1, column=13)
    with pytest.raises(UsageError, match=r"tfcheck.yaml:1:38: strict"):
        read(write("tfcheck.yaml", "{parameters: {A-1: {x: üü}}, strict: 1}"))


@pytest.mark.parametrize(
    ("written", "bytes_"),
    [
        ("67108864", 67_108_864),
        ("64MiB", 67_108_864),
        ("4GiB", 4_294_967_296),
        ("4 GiB", 4_294_967_296),
        ('"0.5GiB"', 536_870_912),
        ("100MB", 100_000_000),
        ("2GB", 2_000_000_000),
        ("1TB", 1_000_000_000_000),
        ("1024TiB", 1_125_899_906_842_624),
        ("1e9", 1_000_000_000),
    ],
)
def test_memory_has_units(written: str, bytes_: int) -> None:
    limit = read(write("tfcheck.yaml", f"memory_limit: {written}")).memory_limit
    assert limit == bytes_
    assert isinstance(limit, int)


@pytest.mark.parametrize("text", ["", "4", "4g", "4gib", "-4GiB", "4GiB ", "GiB", "1e3GiB", "٤GiB"])
def test_what_is_no_size_is_no_memory(text: str) -> None:
    with pytest.raises(ValueError, match=r"^a number of bytes, or a size such as 4GiB$"):
        size(text)


def test_whole_numbers_may_be_written_with_a_point() -> None:
    jobs = read(write("tfcheck.yaml", "jobs: 4.0")).jobs
    assert jobs == 4
    assert isinstance(jobs, int)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("2027-01-31", "2027-01-31"),
        ("2027-01-31T10:00:00Z", "2027-01-31T10:00:00Z"),
        (".inf", ".inf"),
        ("1e400", "1e400"),
        ("9" * 5000, "9" * 5000),
        ("=", "="),
        ("True", True),
        ("FALSE", False),
        ("~", None),
        ("-12", -12),
        ("+3", 3),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("12345678901234567890123", 12345678901234567890123),
        ("'true'", "true"),
        ('"12"', "12"),
        ("|\n   two\n   lines", "two\nlines\n"),
    ],
    ids=lambda value: repr(value)[:20],
)
@pytest.mark.usefixtures("_each_parser")
def test_words_mean_what_they_mean_in_yaml_1_2(written: str, meant: object) -> None:
    parameters = read(write("tfcheck.yaml", f"parameters:\n A-1:\n  value: {written}\n")).parameters
    assert parameters == {"A-1": {"value": meant}}
    assert type((parameters or {})["A-1"]["value"]) is type(meant)


def test_keys_are_text_whatever_they_look_like() -> None:
    text = 'parameters: {A-1: {value: {on: 1, 2027-01-31: 2, 1: 3, null: 4, "<<": 5}}}'
    parameters = read(write("tfcheck.yaml", text)).parameters
    assert parameters == {"A-1": {"value": {"on": 1, "2027-01-31": 2, "1": 3, "null": 4, "<<": 5}}}


def test_finds_the_file_of_the_folder(tmp_path: Path) -> None:
    path = write("tfcheck.yaml", "")
    write("tfcheck.yml", "")
    assert find(tmp_path) == tmp_path / path


def test_a_folder_need_not_have_a_file(tmp_path: Path) -> None:
    assert find(tmp_path) is None


@pytest.mark.parametrize("name", ["tfcheck.yml", ".tfcheck.yaml", ".tfcheck.yml", "tfcheck.json", "tfcheck.toml"])
def test_a_file_with_nearly_the_right_name_is_not_passed_over(name: str) -> None:
    write(name, "")
    with pytest.raises(UsageError) as caught:
        find(Path())
    assert str(caught.value) == f"{name}: not read, because the name is not tfcheck.yaml"
    assert caught.value.hint == "rename it to tfcheck.yaml, or name it with --config"


def test_a_link_that_leads_nowhere_is_found_and_then_refused() -> None:
    Path("tfcheck.yaml").symlink_to("moved.yaml")
    path = find(Path())
    assert path == Path("tfcheck.yaml")
    with pytest.raises(UsageError, match=r"^tfcheck.yaml: cannot be read: No such file or directory$"):
        read(path)
