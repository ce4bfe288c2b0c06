"""Imports of `checker` run one way, third-party packages stay where they belong, files stay small."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection

ROOT = Path(__file__).parents[1]

# From the bottom up: a layer imports only from the layers before it. The parts of one layer do not
# know each other. `__init__` is `checker/__init__.py`, which holds the version.
LAYERS = (
    ("__init__", "errors", "model"),
    ("settings", "shipped", "credentials", "frameworks", "processors", "yaml_scalars", "forked"),
    ("providers", "controls"),
    ("hcl",),
    ("terraform",),
    (
        "sources",
        "structure",
        "catalogue",
        "engines",
        "waivers",
        "configuration",
        "reporters",
        "inputs",
        "parallel",
    ),
    ("reading", "evaluate", "evidence", "locating", "policy_pages", "policy_tests", "past_report"),
    ("check",),
    ("cli",),
    ("__main__",),
)
# What every part is made of, in place of dataclasses: one of those takes a millisecond to make, at every start.
OF_EVERY_PART = frozenset({"msgspec.Struct", "msgspec.field", "msgspec.structs.replace", "msgspec.structs.asdict"})
PURE = frozenset(
    {"__init__", "errors", "frameworks", "model", "settings", "waivers", "inputs", "parallel", "processors", "forked"}
)

# A part may hold programs of their own: the commands do not import each other.
COMMANDS = ("cli.check", "cli.policies", "cli.explain", "cli.dump", "cli.test", "cli.init", "cli.completion")

# What child processes run, of which none starts with third-party packages but the engine. Starting one is part
# of every check, so what they start with imports nothing else until it is needed.
STARTING = ("engines.worker", "engines.translator", "engines.child", "engines.frames", "forked")
OF_CHILDREN = (*STARTING, "engines.tester", "engines.rego", "engines.builtins")
# What starts without third-party packages too, and is told later where they are.
WITHOUT_PACKAGES = ("engines.opa.remover", "engines.opa.supervisor")

# Beside the engine, and only where a module of the user asks for it.
LATE_IN_CHILDREN = {"engines.rego.annotations": ("yaml",)}

# Third-party package → the modules, with all below them, that may import it.
THIRD_PARTY = {
    "ahocorasick_rs": ("credentials", "sources.plain", "sources.seen"),
    "click": ("cli",),
    "hcl2": ("hcl.grammar",),
    "igraph": ("reporters.audit.layout",),
    "jinja2": ("reporters.html.templates",),
    "jiter": ("sources.jsontext",),
    "jsonschema": ("structure", "catalogue", "configuration.conformity"),
    "lark": ("hcl.grammar", "hcl.parsing"),
    "markupsafe": ("reporters.html.templates",),
    "msgspec": (
        "hcl",
        "terraform",
        "providers",
        "sources",
        "catalogue.form",
        "catalogue.index",
        "catalogue.modules",
        "shipped",
        "engines",
        "evaluate",
        "evidence",
        "check",
        "reporters.json_text",
        "past_report",
        "cli.dump",
    ),
    "opa_client": ("engines.opa",),
    "pygal": ("reporters.audit.bars",),
    "referencing": ("catalogue.parameters", "configuration.conformity"),
    "requests": ("engines.opa",),
    "regorus": ("engines.child",),
    "rich": ("reporters",),
    "typst": ("reporters.pdf",),
    "urllib3": ("engines.opa",),
    "regex": ("terraform.functions",),
    "xlsxwriter": ("reporters.xlsx",),
    "yaml": (
        "catalogue.metadata",
        "configuration.yaml_text",
        "engines.rego.annotations",
        "sources.bundles.yaml_file",
        "sources.bundles.yaml_remarks",
        "terraform.functions.yamltext",
    ),
}
# Imported inside functions, for most runs do without. The modules named are themselves imported so.
LAZY = {
    "igraph": ("reporters.audit.layout",),
    "jinja2": ("reporters.html.templates",),
    "jsonschema": ("configuration.conformity",),
    "markupsafe": ("reporters.html.templates",),
    "pygal": ("reporters.audit.bars",),
    "referencing": ("configuration.conformity",),
    "rich": (),
    "typst": ("reporters.pdf",),
    "xlsxwriter": ("reporters.xlsx",),
    "yaml": ("configuration.yaml_text", "sources.bundles.yaml_file", "sources.bundles.yaml_remarks"),
}
# No run without a configuration loads these; `importtime` says what each would cost. A single dataclass takes
# a millisecond to make, thirty times as long as a `Struct`.
NOT_LOADED = (
    "dataclasses",
    "igraph",
    "jinja2",
    "jsonschema",
    "opa_client",
    "pygal",
    "referencing",
    "requests",
    "rich",
    "typst",
    "xlsxwriter",
    "xml",
    "csv",
    "gzip",
    "asyncio",
    "http",
    "urllib.request",
    "concurrent",
    "pytest",
    "yaml",
    "hcl2",
    "lark",
    "regex",
    "checker.terraform",
)

MOST_LINES = 300
LONGER = {
    "hcl.conversion": "a short function for each rule of the grammar",
    "terraform.evaluation": "a short function for each kind of expression",
    "engines.rego.meaning": "what the engine misreads, all found on one walk with the same scopes",
    "sources.links": "one algorithm: references through modules, counts, locals and outputs",
}
SECOND_QUESTION = re.compile(r"[,;] and (?:tells |says |knows )?(?:which|what|how|where|who|why)\b")
TWO_QUESTIONS = {
    "engines.opa.address": "one answer for each way to reach a server",
    "engines.opa.question": "a question is half of its answer",
    "engines.protocol": "both sides of one Protocol",
    "engines.rego.prepare": "one answer for each module",
    "engines.rego.tree": "nodes are of no use without their places",
    "reporters.text.waived": "one section of the report",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One imported name; `name` is dotted, below `checker` without that prefix."""

    name: str
    line: int
    is_ours: bool
    is_lazy: bool


def violations(root: Path) -> list[str]:
    """What is wrong with the `checker` folder below `root`, one sentence each."""
    modules = dict(sorted((_name(path, root), path) for path in (root / "checker").rglob("*.py")))
    found = []
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imports = _imports(tree)
        for complain in (_direction, _siblings_in_cli, _children, _third_party, _laziness):
            found += [f"{name}:{line}: {sentence}" for line, sentence in complain(name, imports)]
        found += [f"{name}: {sentence}" for sentence in _shape(name, path, tree)]
    return found


def _name(path: Path, root: Path) -> str:
    steps = path.relative_to(root / "checker").with_suffix("").parts
    return ".".join(steps[:-1] if len(steps) > 1 and steps[-1] == "__init__" else steps)


def _imports(tree: ast.Module) -> list[Import]:
    lazy = {id(node) for part in ast.walk(tree) if isinstance(part, ast.FunctionDef) for node in ast.walk(part)}
    lazy |= {id(node) for part in ast.walk(tree) if _is_for_types(part) for node in ast.walk(part)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            is_ours = name.split(".")[0] == "checker"
            below = name.removeprefix("checker").removeprefix(".") if is_ours else name
            below = "__init__" if below in ("", "__version__") else below
            found.append(Import(name=below, line=node.lineno, is_ours=is_ours, is_lazy=id(node) in lazy))
    return found


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _part(name: str) -> str:
    return name.partition(".")[0]


def _is_below(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(f"{place}.") for place in places)


def _direction(name: str, imports: list[Import]) -> list[tuple[int, str]]:
    height = {part: number for number, layer in enumerate(LAYERS) for part in layer}
    if _part(name) not in height:
        return [(1, "is in no layer of tests/test_architecture.py")]
    return [
        (each.line, f"imports {each.name}, which is not below it")
        for each in imports
        if each.is_ours
        and _part(each.name) != _part(name)
        and height.get(_part(each.name), len(LAYERS)) >= height[_part(name)]
    ]


def _siblings_in_cli(name: str, imports: list[Import]) -> list[tuple[int, str]]:
    if name not in COMMANDS:
        return []
    others = tuple(command for command in COMMANDS if command != name)
    return [
        (each.line, f"a command imports another: {each.name}")
        for each in imports
        if each.is_ours and _is_below(each.name, others)
    ]


def _children(name: str, imports: list[Import]) -> list[tuple[int, str]]:
    if not _is_below(name, OF_CHILDREN):
        return []
    found = []
    for each in imports:
        allowed = STARTING if name in STARTING and not each.is_lazy else OF_CHILDREN
        if each.is_ours and not _is_below(each.name, allowed):
            found.append((each.line, f"runs in a child process and imports {each.name}"))
        at_hand = {*sys.stdlib_module_names, "regorus", *LATE_IN_CHILDREN.get(name, ())}
        if not each.is_ours and _part(each.name) not in at_hand:
            found.append((each.line, f"runs in a child process and imports {each.name}"))
    return found


def _third_party(name: str, imports: list[Import]) -> list[tuple[int, str]]:
    found = [
        (each.line, f"starts without third-party packages and imports {each.name}")
        for each in imports
        if name in WITHOUT_PACKAGES and not each.is_lazy and _part(each.name) not in sys.stdlib_module_names
    ]
    for each in imports:
        package = _part(each.name)
        if each.is_ours or package in sys.stdlib_module_names or each.name in OF_EVERY_PART:
            continue
        if _part(name) in PURE:
            found.append((each.line, f"needs only the standard library, and imports {package}"))
        elif not _is_below(name, THIRD_PARTY.get(package, ())):
            found.append((each.line, f"{package} is not imported here"))
    return found


def _laziness(name: str, imports: list[Import]) -> list[tuple[int, str]]:
    return [
        (each.line, f"imports {_part(each.name)} before it is needed")
        for each in imports
        if not each.is_ours
        and not each.is_lazy
        and _part(each.name) in LAZY
        and not _is_below(name, LAZY[_part(each.name)])
    ]


def _shape(name: str, path: Path, tree: ast.Module) -> list[str]:
    found = []
    first = (ast.get_docstring(tree) or "").partition("\n")[0]
    if not first.endswith("."):
        found.append("its docstring's first line is no sentence that says which question the file answers")
    if SECOND_QUESTION.search(first) and name not in TWO_QUESTIONS:
        found.append("its docstring's first line names two questions")
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > MOST_LINES and name not in LONGER:
        found.append(f"has {lines} lines, more than {MOST_LINES}")
    return found


def test_the_program_keeps_to_its_architecture() -> None:
    assert violations(ROOT) == []


def cycles(root: Path) -> list[tuple[str, ...]]:
    """Modules of `checker` that import each other, also lazily or for their types only."""
    modules = {_name(path, root): path for path in (root / "checker").rglob("*.py")}
    graph = {}
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        graph[name] = {_module(each.name, modules) for each in _imports(tree) if each.is_ours} - {name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [tuple(error.args[1])]
    return []


def _module(name: str, modules: Collection[str]) -> str:
    """Of `sources.plan.read`, the module: `sources.plan`."""
    while name not in modules:
        name = name.rpartition(".")[0]
    return name


def test_no_modules_import_each_other() -> None:
    assert cycles(ROOT) == []


@pytest.mark.parametrize("where", ["def f():", "if TYPE_CHECKING:"], ids=["lazily", "for types"])
def test_notices_modules_that_import_each_other(where: str, tmp_path: Path) -> None:
    (tmp_path / "checker/cli").mkdir(parents=True)
    (tmp_path / "checker/__init__.py").touch()
    (tmp_path / "checker/cli/one.py").write_text("import checker.cli.two\n")
    (tmp_path / "checker/cli/two.py").write_text(f"{where}\n    from checker.cli.one import x\n")
    assert [set(cycle) for cycle in cycles(tmp_path)] == [{"cli.one", "cli.two"}]


def test_every_exception_is_still_needed() -> None:
    """What is listed above and no longer there would let something new pass."""
    modules = {_name(path, ROOT): path for path in (ROOT / "checker").rglob("*.py")}
    parts = {_part(name) for name in modules}
    assert {part for layer in LAYERS for part in layer} <= parts
    assert {*COMMANDS, *OF_CHILDREN, *WITHOUT_PACKAGES, *TWO_QUESTIONS} <= modules.keys()
    for name in LONGER:
        assert len(modules[name].read_text(encoding="utf-8").splitlines()) > MOST_LINES, name
    used = {
        (_part(each.name), name)
        for name, path in modules.items()
        for each in _imports(ast.parse(path.read_text(encoding="utf-8")))
    }
    unused = [
        (package, place)
        for package, places in THIRD_PARTY.items()
        for place in places
        if not any(package == used_package and _is_below(name, (place,)) for used_package, name in used)
    ]
    assert unused == []


FAKE = {
    "an upward import": ("evaluate", "from checker.check import check", "imports check.check, which is not below it"),
    "an upward import for types": (
        "model",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from checker.settings import Settings",
        "imports settings.Settings, which is not below it",
    ),
    "a sibling": (
        "waivers",
        "from checker.configuration import read",
        "imports configuration.read, which is not below it",
    ),
    "a part that nobody placed": ("helpers", "", "is in no layer of tests/test_architecture.py"),
    "a lazy upward import": (
        "reading",
        "def f():\n    import checker.cli.check",
        "imports cli.check, which is not below it",
    ),
    "two commands": (
        "cli.dump",
        "from checker.cli.check import check",
        "a command imports another: cli.check.check",
    ),
    "click outside the command line": ("check", "import click", "click is not imported here"),
    "regorus outside its process": ("engines.embedded", "import regorus", "regorus is not imported here"),
    "decoding outside its places": ("catalogue.select", "import msgspec", "msgspec is not imported here"),
    "a package of nobody": ("sources.plan", "import requests", "requests is not imported here"),
    "a pure module that is not": ("model", "import msgspec", "needs only the standard library, and imports msgspec"),
    "an eager heavy import": ("structure", "import jsonschema", "imports jsonschema before it is needed"),
    "an eager heavy import of a part": (
        "structure",
        "from jsonschema.exceptions import best_match",
        "imports jsonschema before it is needed",
    ),
    "a process that starts without packages": (
        "engines.opa.remover",
        "from msgspec.structs import asdict",
        "starts without third-party packages and imports msgspec.structs.asdict",
    ),
    "a heavy child process": ("engines.worker", "import msgspec", "runs in a child process and imports msgspec"),
    "a child process that imports tfcheck": (
        "engines.worker",
        "from checker.model import Policy",
        "runs in a child process and imports model.Policy",
    ),
    "a child process that starts slowly": (
        "engines.worker",
        "from checker.engines.rego.tree import parse",
        "runs in a child process and imports engines.rego.tree.parse",
    ),
    "a long file": ("check", "\n" * MOST_LINES, f"has {MOST_LINES + 1} lines, more than {MOST_LINES}"),
}


@pytest.mark.parametrize("fake", FAKE)
def test_notices(fake: str, tmp_path: Path) -> None:
    name, code, complaint = FAKE[fake]
    path = tmp_path.joinpath("checker", *name.split(".")).with_suffix(".py")
    path.parent.mkdir(parents=True)
    path.write_text(f'"""Answers one question."""\n{code}')
    assert any(found.endswith(complaint) for found in violations(tmp_path)), violations(tmp_path)


@pytest.mark.parametrize(
    ("docstring", "complaint"),
    [
        ("", "its docstring's first line is no sentence that says which question the file answers"),
        ('"""Reads plans"""', "its docstring's first line is no sentence that says which question the file answers"),
        ('"""Reads plans, and tells which are old."""', "its docstring's first line names two questions"),
    ],
    ids=["no docstring", "no sentence", "two questions"],
)
def test_notices_a_docstring_that_does_not_say_what_the_file_is_for(
    docstring: str, complaint: str, tmp_path: Path
) -> None:
    (tmp_path / "checker").mkdir()
    (tmp_path / "checker/check.py").write_text(f"{docstring}\n")
    assert violations(tmp_path) == [f"check: {complaint}"]


def test_finds_nothing_wrong_with_a_sound_tree(tmp_path: Path) -> None:
    (tmp_path / "checker/sources").mkdir(parents=True)
    (tmp_path / "checker/sources/plan.py").write_text(
        '"""Reads plans and states."""\nfrom checker.model import Document\n'
    )
    assert violations(tmp_path) == []


def test_a_check_without_configuration_loads_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom checker.cli import cli\ncli.main(sys.argv[1:], standalone_mode=False)\n"
        "print(*sorted(sys.modules), sep='\\n', file=sys.stderr)\n"
    )
    plan = str(ROOT / "examples/llmops/prod/plan.json")
    done = subprocess.run(
        [sys.executable, "-c", program, plan],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    loaded = set(done.stderr.split())
    assert "checker.cli.check" in loaded
    assert "checker.configuration.reading" not in loaded
    assert [name for name in NOT_LOADED if name in loaded] == []
