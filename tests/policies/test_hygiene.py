"""Every shipped policy keeps the conventions: METADATA, names, files, references."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from checker import shipped
from checker.catalogue.lint import strange_names
from checker.catalogue.metadata import metadata_of
from checker.frameworks import FRAMEWORKS
from checker.providers import has_attribute, resource_type
from checker.settings import SETS
from tests.policies.modules import catalogue, modules, name, trees
from tests.policies.syntax import parts, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Policy

POLICIES = [pytest.param(policy, id=policy.id) for policy in catalogue().policies]
MODULES = [pytest.param(module, id=name(module)) for module in modules()]
TREES = [pytest.param(tree, id=name(module)) for tree, module in zip(trees(), modules(), strict=True)]

GROUPS = "APP|AUD|BND|CFG|CHG|CMP|COST|EXP|ID|JOB|ML|NET|PIP|PRM|SEC|SHR|SQL|STO|TFS|UC"
ID = re.compile(rf"DBX-({GROUPS})-[0-9]{{3}}")
# In the title of a rule, which stands beside PASSED as well as FAILED, these would name the violation.
VIOLATION = re.compile(r"\b(missing|lacks?|broken|wrong|invalid|forbidden|unapproved|should|must)\b", re.IGNORECASE)
# First words of remediations.
IMPERATIVES = {
    "Add", "Change", "Correct", "Create", "Declare", "Deploy", "Give", "Grant", "Have", "Keep", "Leave", "Let", "Make",
    "Mark", "Move", "Name", "Open", "Plan", "Put", "Remove", "Rename", "Replace", "Restore", "Revoke", "Run", "Say",
    "Set", "Start", "Store", "Take", "Upgrade", "Use", "Write",
}  # fmt: skip
# Beyond what both engines have, or different in every run.
FORBIDDEN = re.compile(
    r"^(crypto|io\.jwt|http|net|graphql|rego|opa|rand|uuid|providers|trace|print|walk)\b|^time\.now_ns$|^strings\.render_template$"
)


def _metadata(policy: Policy) -> dict[str, Any]:
    assert policy.location is not None
    found = metadata_of(Path(policy.location.file).read_text(encoding="utf-8"))
    assert found is not None
    return found[0]


def test_there_are_policies_and_no_problems() -> None:
    assert len(POLICIES) > 40
    assert catalogue().problems == ()


@pytest.mark.parametrize("policy", POLICIES)
def test_metadata_is_as_its_schema_says(policy: Policy) -> None:
    jsonschema.Draft202012Validator(shipped.schema("policy/metadata.json")).validate(_metadata(policy))


@pytest.mark.parametrize("policy", POLICIES)
def test_ids_have_the_known_form(policy: Policy) -> None:
    assert ID.fullmatch(policy.id)


@pytest.mark.parametrize("policy", POLICIES)
def test_sets_are_known(policy: Policy) -> None:
    assert policy.sets
    assert set(policy.sets) <= SETS.keys()


@pytest.mark.parametrize("policy", POLICIES)
def test_controls_are_those_of_their_frameworks(policy: Policy) -> None:
    for framework, ids in policy.controls.items():
        known = shipped.schema(f"frameworks/{framework}.json")["controls"]
        assert [id_ for id_ in ids if (id_.partition("(")[0] if framework == "nist-800-53" else id_) not in known] == []


@pytest.mark.parametrize("policy", POLICIES)
def test_controls_of_dasf_follow_from_those_of_sat(policy: Policy) -> None:
    by_check = shipped.schema("frameworks/dasf.json")["from_sat"]
    assert [*policy.controls.get("dasf", ())] == sorted(
        {id_ for check in policy.controls.get("sat", ()) for id_ in by_check.get(check, ())},
        key=lambda id_: int(id_.removeprefix("DASF ")),
    )


def test_frameworks_are_those_of_the_metadata() -> None:
    allowed = shipped.schema("policy/metadata.json")["properties"]["custom"]["properties"]["controls"]["properties"]
    assert {*allowed} == {*FRAMEWORKS}
    assert {path.stem for path in (shipped.schemas() / "frameworks").glob("*.json")} == {*FRAMEWORKS, "schema"}


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_frameworks_are_as_their_schema_says(framework: str) -> None:
    table = shipped.schema(f"frameworks/{framework}.json")
    jsonschema.Draft202012Validator(shipped.schema("frameworks/schema.json")).validate(table)
    assert {id_ for ids in table.get("from_sat", {}).values() for id_ in ids} <= {*table["controls"]}


def test_ids_are_unique() -> None:
    names = [each for policy in catalogue().policies for each in policy.names]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("policy", POLICIES)
def test_titles_say_what_holds(policy: Policy) -> None:
    assert not VIOLATION.search(policy.title)
    assert not policy.title.endswith(".")
    assert len(policy.title) <= 100


@pytest.mark.parametrize("policy", POLICIES)
def test_remediations_say_what_to_do(policy: Policy) -> None:
    assert re.split(r"\W", policy.remediation)[0] in IMPERATIVES
    assert policy.remediation.endswith(".")


@pytest.mark.parametrize("module", MODULES)
def test_packages_are_paths(module: Any) -> None:
    folder, _, file = name(module).rpartition("/")
    assert module.package == f"policies.{folder}".replace("/", ".").replace("policies.policies.", "policies.")
    assert file == f"{folder.rpartition('/')[2]}.rego"


@pytest.mark.parametrize("module", MODULES)
def test_tests_stand_beside(module: Any) -> None:
    assert Path(module.file.replace(".rego", "_test.rego")).exists()


@pytest.mark.parametrize("policy", POLICIES)
def test_policies_answer_in_three_sets(policy: Policy) -> None:
    (tree,) = (tree for tree in trees() if tree.package == policy.package)
    heads = {path_of(_reference(rule)) for rule in tree.rules}
    assert {"deny", "undecided", "checked"} <= heads


@pytest.mark.parametrize("policy", POLICIES)
def test_parameters_are_declared_and_used(policy: Policy) -> None:
    assert policy.location is not None
    text = Path(policy.location.file).read_text(encoding="utf-8")
    asked = re.findall(r'parameters\.of\(\s*"([^"]+)",\s*("?)(\w+)"?\s*\)', text)
    assert {id_ for id_, _, _ in asked} <= {policy.id}
    named = {parameter for _, quote, parameter in asked if quote}
    declared = {parameter.name for parameter in policy.parameters}
    assert named <= declared
    # A function may be given the name: `_listed("other_types")`.
    assert {parameter for parameter in declared - named if f'"{parameter}"' not in text} == set()


@pytest.mark.parametrize("policy", POLICIES)
def test_defaults_are_as_their_schemas_say(policy: Policy) -> None:
    for parameter in policy.parameters:
        jsonschema.Draft202012Validator.check_schema(parameter.schema)
        jsonschema.Draft202012Validator(parameter.schema).validate(parameter.default)


@pytest.mark.parametrize("policy", POLICIES)
def test_resource_types_and_attributes_exist(policy: Policy) -> None:
    assert [*strange_names(policy)] == []
    kinds = {kind for kind in policy.resource_types if kind not in ("*", "terraform", "bundle")}
    assert [kind for kind in kinds if resource_type(kind) is None] == []


@pytest.mark.parametrize("policy", [each for each in catalogue().policies if "bundle" in each.resource_types])
def test_attributes_of_bundles_exist(policy: Policy) -> None:
    blocks = [block for kind in policy.resource_types if (block := resource_type(kind)) is not None]
    bundle = shipped.schema("input/bundle.json")
    for path in policy.attributes:
        assert _is_in(bundle, path.split(".")) or any(has_attribute(block, path) for block in blocks), path


def _is_in(schema: dict[str, Any], steps: list[str]) -> bool:
    """Whether an attribute such as `targets[].mode` stands in a JSON schema."""
    for step in steps:
        inner = schema.get("properties", {}).get(step.removesuffix("[]"))
        if inner is None:
            return False
        schema = inner
    return True


def test_an_attribute_that_a_bundle_does_not_have_is_found() -> None:
    bundle = shipped.schema("input/bundle.json")
    assert _is_in(bundle, [next(iter(bundle["properties"]))])
    assert not _is_in(bundle, ["planet"])


@pytest.mark.parametrize("tree", TREES)
def test_domain_tables_that_are_asked_exist(tree: Any) -> None:
    domain = catalogue().library.data["tfcheck"]["domain"]
    asked = {path for path in _paths(tree) if path.startswith("data.tfcheck.domain.")}
    missing = [path for path in asked if not _leads_somewhere(domain, path.split(".")[3:])]
    assert missing == []


def _leads_somewhere(tree: Any, steps: list[str]) -> bool:
    for step in steps:
        if not isinstance(tree, dict) or step not in tree:
            return False
        tree = tree[step]
    return True


@pytest.mark.parametrize("tree", TREES)
def test_modules_refer_to_nothing_but_policies_and_domain(tree: Any) -> None:
    known = {each.package for each in trees()}
    strange = [
        path
        for path in {*_paths(tree), *(path_of(each["refr"]) or "" for each in tree.imports)}
        if path.startswith("data.")
        and not path.startswith(("data.tfcheck.domain", "data.tfcheck.parameters"))
        and not any(f"{path}.".startswith(f"data.{package}.") for package in known)
    ]
    assert strange == []


@pytest.mark.parametrize("tree", TREES)
def test_no_builtin_is_called_that_one_engine_lacks(tree: Any) -> None:
    called = {path_of(part["fcn"]) or "" for kind, part in parts(list(tree.rules)) if kind == "Call"}
    assert [each for each in called if FORBIDDEN.search(each)] == []


def test_forbidden_builtins_are_found() -> None:
    called = ["crypto.sha256", "http.send", "time.now_ns", "walk", "rego.metadata.rule", "print", "networks.of"]
    assert [each for each in called if FORBIDDEN.search(each)] == called[:6]


def test_generated_parameters_are_those_of_the_metadata() -> None:
    written = json.loads((shipped.policies() / "tfcheck/parameters/data.json").read_bytes())
    declared = {
        policy.id: {parameter.name: parameter.default for parameter in policy.parameters}
        for policy in catalogue().policies
        if policy.parameters
    }
    assert {policy: values for policy, values in written.items() if values} == declared


def _paths(tree: Any) -> Iterator[str]:
    """The references of a module, without what stands in brackets; the longest of each."""
    inner = set()
    for kind, part in parts(list(tree.rules)):
        if kind == "RefDot":
            path = path_of({kind: part})
            if path is not None:
                inner.add(path)
    return (path for path in inner if not any(other.startswith(f"{path}.") for other in inner))


def _reference(rule: Any) -> Any:
    if "Default" in rule:
        return rule["Default"]["refr"]
    ((_, head),) = rule["Spec"]["head"].items()
    return head["refr"]


def test_the_page_of_policies_tells_which_there_are() -> None:
    page = (Path(__file__).parents[2] / "docs/policies.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| (DBX-[A-Z]+-[0-9]{3}) \| .* \| (no policy)?.* \|$", page, re.MULTILINE))
    assert {id_ for id_, none in told.items() if not none} == {policy.id for policy in catalogue().policies}


@pytest.mark.parametrize("policy", POLICIES)
def test_the_page_of_policies_says_what_the_metadata_say(policy: Policy) -> None:
    page = (Path(__file__).parents[2] / "docs/policies.md").read_text(encoding="utf-8")
    told = re.findall(rf"^\| {policy.id} \| (.*) \|$", page, re.MULTILINE)
    assert told == [f"{policy.title} | {policy.severity.label}; {', '.join(policy.sets)}"]
