"""Gives the root module's variables their values: from files, the environment and options, in Terraform's order."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checker.hcl import HclError, read_source
from checker.hcl.json_syntax import parse_json_value
from checker.hcl.parsing import parse_expression
from checker.hcl.tree import Attribute, Body, Literal, Name, Node, Object
from checker.terraform.errors import UndeclaredError
from checker.terraform.evaluation import evaluate
from checker.terraform.scope import Scope
from checker.terraform.values import Value, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.hcl.tree import Expression
    from checker.terraform.module import Module
    from checker.terraform.run import Run

_PRIMITIVES = frozenset({"string", "number", "bool"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says about variables; later ones win."""

    environment: Mapping[str, str] = field(default_factory=dict)  # name → the text of TF_VAR_name
    options: tuple[tuple[str, str], ...] = ()  # ("var", "name=text") or ("var-file", path)


@dataclass(frozen=True, slots=True)
class _Written:
    """A value, before it is evaluated."""

    file: str
    node: Node
    expression: Expression | str  # a str: whose meaning hangs on the type of the variable


class RootInputs:
    """The values of the root module's variables."""

    def __init__(self, run: Run, given: Given) -> None:
        self._run = run
        self._written: dict[str, _Written] = {
            name: _Written(f"TF_VAR_{name}", Node(1, 1), text) for name, text in given.environment.items()
        }
        for path in variable_files(run.root):
            self._add_file(path, run.file(path))
        for kind, text in given.options:
            if kind == "var-file":
                self._add_file(Path(text), text)
            else:
                name, _, value = text.partition("=")
                self._written[name.strip()] = _Written("--var", Node(1, 1), value)

    def undeclared(self, module: Module) -> Iterable[str]:
        """The names of options to which no variable answers."""
        names = {labels[0] for labels in module.declared.of("variable")}
        return (name for name, each in self._written.items() if each.file == "--var" and name not in names)

    def value(self, module: Module, name: str) -> Value | None:
        """The value of a variable; None: nobody gives it one."""
        written = self._written.get(name)
        if written is None:
            return None
        expression = written.expression
        if isinstance(expression, str):
            if _is_primitive(module, name):
                return string(expression)
            try:
                expression = parse_expression(expression, 1, 1, grammar_cache=None)
            except HclError as error:
                self._run.notes.add(f"the value of var.{name}: {error.message}", written.file)
                return None
        trying = module.trying(written.file)
        node = expression
        return trying.run(lambda: evaluate(node, Scope(_Nothing(module))), written.node)

    def _add_file(self, path: Path, shown: str) -> None:
        try:
            for attribute in _attributes(path, self._run.cache, shown, self._run):
                self._written[attribute.name] = _Written(shown, attribute, attribute.expression)
        except HclError as error:
            self._run.notes.add(error.message, shown, Node(error.line, error.column), error.hint, error.excerpt)
        except OSError as error:
            self._run.notes.add(f"cannot be read: {error.strerror}", shown, hint="check the path")


class _Nothing:
    """Values of variables are constants: nothing can be referred to."""

    def __init__(self, module: Module) -> None:
        self.budget, self.folder, self.root_folder = module.budget, module.folder, module.root_folder

    def name(self, name: str) -> Value:
        raise UndeclaredError(f"the value of a variable refers to {name}: it can only be a constant")


def variable_files(folder: Path) -> list[Path]:
    """The files that Terraform reads by itself, the last one wins."""
    always = [folder / "terraform.tfvars", folder / "terraform.tfvars.json"]
    auto = sorted(
        (path for path in folder.iterdir() if path.name.endswith((".auto.tfvars", ".auto.tfvars.json"))),
        key=lambda path: path.name,
    )
    return [path for path in (*always, *auto) if path.is_file()]


def _attributes(path: Path, cache: Path | None, shown: str, run: Run) -> tuple[Attribute, ...]:
    if path.name.endswith(".json"):
        root = parse_json_value(path.read_text(encoding="utf-8-sig"))
        if not isinstance(root, Object):
            raise HclError("a file of variables is one JSON object", root.line, root.column)
        return tuple(
            Attribute(key.line, key.column, str(key.value), value)
            for key, value in root.items
            if isinstance(key, Literal)
        )
    body: Body = read_source(path, cache).tree.body
    for block in body.blocks:
        run.notes.add(f"a file of variables holds attributes only, and {block.type} is a block", shown, block)
    return body.attributes


def _is_primitive(module: Module, name: str) -> bool:
    """Whether the text given for a variable is its value as it is; without a type it is."""
    declared = module.declared.of("variable").get((name,))
    written = declared.body.attribute("type") if declared else None
    if written is None:
        return True
    type_ = written.expression
    return (type_.name if isinstance(type_, Name) else getattr(type_, "value", None)) in _PRIMITIVES
