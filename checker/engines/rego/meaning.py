"""Writes in other words what this engine would take to mean something else than OPA does.

1. Values in a rule's head. Where one of them is undefined for one iteration, OPA leaves that iteration out, and
   goes on to `else`; this engine leaves out all results of the rule. So they are bound in the body.
2. Negation. OPA evaluates the arguments of a negated call outside of the negation, so that a missing one ends
   the iteration; this engine finds `not startswith(missing, "x")` to be true. So arguments are bound before.
3. `[path, value] := walk(x)`, of which this engine finds none. It becomes `walk(x, [path, value])`.
   Under `import future.keywords`, OPA 1.22 and later mean by it what this engine does.
4. Functions that tfcheck supplies, called with one argument more, which is their result. `f(x, y)` becomes
   `y = f(x)`.
5. Names of rules and imports that `some` declares anew, which this engine mixes up. They get names of their own.

What has no other words is reported: object patterns, which match larger objects too in this engine, other
uses of `walk(x)` as a value, and wildcards in negated calls, which OPA refuses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from checker.engines.builtins import SUPPLIED
from checker.engines.rego.text import Edit
from checker.engines.rego.tree import COMPREHENSIONS, LITERALS, Tokens, is_node, kind_of, nodes, parts, steps, variables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from checker.engines.rego.text import Range
    from checker.engines.rego.tree import Node

MARK = "__tfcheck"  # ends every name made up here; messages are shown without it

_BRACED = frozenset({"Set", "Object", "SetCompr", "ObjectCompr"})
_OPERATORS = frozenset({"BoolExpr", "BinExpr", "ArithExpr", "Membership", "UnaryExpr", "Call"})
_PATTERN = "an object pattern; this engine would match objects with more keys too: take the fields by their names"
_WALK = "walk(x) as a value, which this engine does not have: write walk(x, [path, value])"
_BODY = "a body behind `not`, which this engine would take for a set or an object"
_WILDCARD = "_ within a negated expression is unsafe: say `some` before it, or move it to a rule of its own"


class Misreading(NamedTuple):
    """Something that this engine would misread, and that cannot be put in other words."""

    offset: int
    message: str
    is_lacking: bool = False  # whether OPA has it


class Meaning:
    """The edits that one module needs."""

    def __init__(self, content: bytes, tree: Node, names: Collection[str], builtins: Collection[str]) -> None:
        """Take a module. `names`: of the rules of its package, and of its imports; `builtins`: the engine's own."""
        self._content = content
        self._tokens = Tokens(content)
        self._names = set(names)
        self._builtins = builtins
        self._negates_bodies = any(_changes_negation(steps(each["refr"])[0]) for each in tree["imports"])
        self._count = 0
        self._renamed: dict[Range, str] = {}
        self._edits: list[Edit] = []
        self.misreadings: list[Misreading] = []
        for rule in tree["rules"]:
            if "Spec" in rule:
                self._rule(rule["Spec"])

    @property
    def edits(self) -> list[Edit]:
        """In the order in which insertions at one place are to come."""
        return [*self._edits, *(Edit(*span, (name,)) for span, name in self._renamed.items())]

    # Rules

    def _rule(self, rule: dict[str, Any]) -> None:
        _, head = kind_of(rule["head"])
        self._refuse_object_patterns(head.get("args") or ())
        assigned = _assigned_names(rule)
        values = list(_head_values(head))
        bodies = rule["bodies"]
        if not bodies:
            self._query(None, values, rule, assigned)
        for body in bodies:
            if body["is_else"]:
                values = [body["assign"]["value"]] if body["assign"] else []
            self._query(body["query"], values, body, assigned)

    def _query(
        self, query: dict[str, Any] | None, values: list[Node], holder: dict[str, Any], assigned: set[str]
    ) -> None:
        """A body of a rule, with the head that it decides on; where there is none, one is put behind `holder`."""
        bindings: list[str | Range] = []
        for value in values:
            self._inner(value, assigned)
            if not self._is_plain(value):
                extent = self._tokens.extent(value)
                name = self._new_name("value")
                self._edits.append(Edit(*extent, (name,), takes_away=True))
                bindings += [f"\n{name} := ", extent]
                if _is_walk(value):
                    self._misread(value, _WALK)
        if query is None or not query["stmts"]:
            if bindings:
                _, end = self._tokens.extent(holder)
                self._edits.append(Edit(end, end, (" if {", *bindings, "\n}")))
            return
        first, last = query["stmts"][0], query["stmts"][-1]
        start = query["span"]["start"]
        is_braced = start < first["span"]["start"] and self._content[start : start + 1] == b"{"
        if is_braced:
            close = query["span"]["end"] - 1
            self._insert(close, bindings and (*bindings, "\n"))
            self._statements(query, values, assigned)
            return
        begin, end = self._tokens.extent(first)[0], self._tokens.extent(last)[1]
        before = len(self._edits)
        self._statements(query, values, assigned)
        if bindings or any(edit.start == edit.end == begin for edit in self._edits[before:]):
            self._edits.insert(before, Edit(begin, begin, ("{ ",)))
            self._insert(end, (*bindings, "\n}"))

    def _insert(self, offset: int, new: Any) -> None:
        if new:
            self._edits.append(Edit(offset, offset, tuple(new)))

    # Statements

    def _statements(self, query: dict[str, Any], outside: list[Node], assigned: set[str]) -> None:
        """The statements of a query; `outside`: the expressions that see its variables from without."""
        for index, statement in enumerate(query["stmts"]):
            kind, literal = kind_of(statement["literal"])
            self._rename_declared(kind, literal, [*query["stmts"][index + 1 :], *outside])
            if kind == "NotExpr":
                self._negation(statement, literal["expr"])
            elif kind == "Expr":
                self._expression(literal["expr"], assigned)
            elif kind == "SomeIn":
                self._refuse_object_patterns([literal["key"], literal["value"]])
            elif kind == "Every":
                self._statements(literal["query"], [], assigned)
                self._inner(literal["domain"], assigned)
                continue
            if not (kind == "Expr" and self._walk_of(literal["expr"])):
                self._inner(statement, assigned)

    def _inner(self, tree: Any, assigned: set[str]) -> None:
        """The comprehensions within an expression, and calls of `walk` where no other words are known."""
        waiting = [tree]
        while waiting:
            part = waiting.pop()
            if is_node(part):
                kind, content = kind_of(part)
                if kind in COMPREHENSIONS:
                    outside = [content[key] for key in ("term", "key", "value") if key in content]
                    self._statements(content["query"], outside, assigned)
                    waiting += outside
                    continue
                if kind == "Call" and _is_walk(part):
                    self._misread(part, _WALK)
            waiting += parts(part)

    def _expression(self, expression: Node, assigned: set[str]) -> None:
        kind, content = kind_of(expression)
        if (walk := self._walk_of(expression)) is not None:
            call, pattern = walk
            (argument,) = call["params"]
            start, end = self._tokens.extent(expression)
            given, wanted = self._tokens.extent(argument), self._tokens.extent(pattern)
            self._edits.append(Edit(start, end, ("walk(", given, ", ", wanted, ")")))
            self._refuse_object_patterns([pattern])
            self._inner(argument, assigned)
        elif kind == "AssignExpr":
            left, right = content["lhs"], content["rhs"]
            self._refuse_pattern_of(left, right, content["op"], assigned)
            if content["op"] == "Eq":
                self._refuse_pattern_of(right, left, content["op"], assigned)
        elif kind == "Call" and self._is_given_result(content):
            *arguments, result = content["params"]
            first, last = self._tokens.extent(arguments[0])[0], self._tokens.extent(arguments[-1])[1]
            function = self._tokens.extent(content["fcn"])
            parts = (self._tokens.extent(result), " = ", function, "(", (first, last), ")")
            self._edits.append(Edit(*self._tokens.extent(expression), parts))
            self._refuse_object_patterns([result])
        elif kind == "Call" and kind_of(content["fcn"])[1].get("value") == "walk":
            self._refuse_object_patterns(content["params"][1:])

    def _is_given_result(self, call: dict[str, Any]) -> bool:
        """Whether a function that tfcheck supplies is called with its result behind its arguments."""
        names, _ = steps(call["fcn"])
        supplied = SUPPLIED.get(".".join(names)) if names[:1] and names[0] not in self._names else None
        return supplied is not None and len(call["params"]) == supplied[2] + 1

    def _walk_of(self, expression: Node) -> tuple[dict[str, Any], Node] | None:
        """Of `[path, value] := walk(x)`: the call and the pattern; None for anything else."""
        kind, content = kind_of(expression)
        if kind != "AssignExpr":
            return None
        if _is_walk(content["rhs"]):
            return kind_of(content["rhs"])[1], content["lhs"]
        if content["op"] == "Eq" and _is_walk(content["lhs"]):
            return kind_of(content["lhs"])[1], content["rhs"]
        return None

    # Negation

    def _negation(self, statement: dict[str, Any], expression: Node) -> None:
        for node in _own_variables(expression):
            if node["value"] == "_":
                self.misreadings.append(Misreading(node["span"]["start"], _WILDCARD))
        if self._negates_bodies:
            if kind_of(expression)[0] in _BRACED:
                self._misread(expression, _BODY)
            return
        begin, end = self._tokens.extent(statement)
        modifiers: list[str | Range] = []
        if statement.get("with_mods"):
            modifiers = [" ", (self._tokens.extent(statement["with_mods"][0])[0], end)]
        for argument in self._evaluated_before(expression):
            extent = self._tokens.extent(argument)
            name = self._new_name("argument")
            self._edits.append(Edit(*extent, (name,), takes_away=True))
            self._edits.append(Edit(begin, begin, (f"{name} := ", extent, *modifiers, "; ")))

    def _evaluated_before(self, expression: Node) -> Iterator[Node]:
        """The parts of a negated expression that OPA evaluates outside of the negation."""
        kind, content = kind_of(expression)
        if kind in {"RefDot", "RefBrack"}:
            yield from self._indexes(expression)
        elif (kind == "BoolExpr" and content["op"] == "Eq") or kind == "AssignExpr":
            for side in (content["lhs"], content["rhs"]):
                if kind_of(side)[0] in {"RefDot", "RefBrack"}:
                    yield from self._indexes(side)
                elif kind_of(side)[0] != "Var":
                    yield from self._not_plain([side])
        elif kind in _OPERATORS:
            yield from self._not_plain(_operands(kind, content))
        elif kind != "Var":
            yield from self._not_plain([expression])

    def _indexes(self, reference: Node) -> Iterator[Node]:
        kind, content = kind_of(reference)
        if kind == "RefBrack":
            yield from self._not_plain([content["index"]])
        if kind in {"RefDot", "RefBrack"}:
            yield from self._indexes(content["refr"])
        elif kind != "Var":
            yield from self._not_plain([reference])

    def _not_plain(self, expressions: Iterable[Node]) -> Iterator[Node]:
        return (expression for expression in expressions if not self._is_plain(expression))

    # Names

    def _rename_declared(self, kind: str, literal: dict[str, Any], region: list[Any]) -> None:
        """Give names of their own to variables that are declared here and named like a rule or an import."""
        if kind == "SomeIn":
            patterns = [pattern for pattern in (literal["key"], literal["value"]) if pattern]
            declared = {node["value"] for node in variables(patterns)} & self._names
            region = [*patterns, *region]
        elif kind == "SomeVars":
            declared = {self._at(span) for span in literal["vars"]} & self._names
            region = [{"SomeVars": literal}, *region]
        else:
            return
        for name in declared:
            self._rename(name, region)

    def _rename(self, name: str, region: list[Any]) -> None:
        new = name + MARK
        for kind, node in nodes(region):
            spans = [node["span"]] if kind == "Var" else []
            if kind == "SomeVars":
                spans = list(node["vars"])
            elif kind == "Every":
                spans = [span for span in (node["key"], node["value"]) if span]
            for span in spans:
                if self._at(span) == name:
                    self._renamed[span["start"], span["end"]] = new

    def _at(self, span: dict[str, int]) -> str:
        return self._content[span["start"] : span["end"]].decode()

    def _new_name(self, meant: str) -> str:
        self._count += 1
        return f"{meant}_{self._count}{MARK}"

    # Judgements

    def _is_plain(self, expression: Node) -> bool:
        """Whether it surely has a value, once the variables in it are bound."""
        kind, content = kind_of(expression)
        if kind in LITERALS or kind in COMPREHENSIONS:
            return True
        if kind == "Var":
            return content["value"] not in self._names | {"input", "data"}
        if kind in {"Array", "Set"}:
            return all(self._is_plain(item) for item in content["items"])
        if kind == "Object":
            return all(self._is_plain(key) and self._is_plain(value) for _, key, value in content["fields"])
        if kind in _OPERATORS and (kind != "Call" or ".".join(steps(content["fcn"])[0]) in self._builtins):
            # What goes wrong within them is no undefined value here, but an error, which breaks the policy.
            return not _is_walk(expression) and all(self._is_plain(operand) for operand in _operands(kind, content))
        return False

    def _refuse_pattern_of(self, pattern: Node, other: Node, operator: str, assigned: set[str]) -> None:
        """`{"a": x} = y` takes y apart where y has a value, and is that value where y has none."""
        kind, content = kind_of(other)
        gives_value = operator == "Eq" and kind == "Var" and content["value"] not in assigned | self._names
        if not gives_value:
            self._refuse_object_patterns([pattern])

    def _refuse_object_patterns(self, patterns: Iterable[Any]) -> None:
        for pattern in patterns:
            waiting = [pattern] if pattern else []
            while waiting:
                kind, content = kind_of(waiting.pop())
                if kind == "Array":
                    waiting += content["items"]
                elif kind == "Object":
                    self.misreadings.append(Misreading(content["span"]["start"], _PATTERN, is_lacking=True))

    def _misread(self, node: Node, message: str) -> None:
        self.misreadings.append(Misreading(self._tokens.extent(node)[0], message, is_lacking=True))


def _changes_negation(path: list[str]) -> bool:
    """Whether with this import `not` takes a body."""
    return path in (["future", "keywords"], ["future", "keywords", "not"], ["rego", "v2"])


def _head_values(head: dict[str, Any]) -> Iterator[Node]:
    """The expressions in a rule's head: those in brackets after its name, its member, its value."""
    reference = head["refr"]
    indexes = []
    while kind_of(reference)[0] in {"RefDot", "RefBrack"}:
        kind, content = kind_of(reference)
        if kind == "RefBrack":
            indexes.append(content["index"])
        reference = content["refr"]
    yield from reversed(indexes)
    if head.get("key"):
        yield head["key"]
    if head.get("assign"):
        yield head["assign"]["value"]


def _assigned_names(rule: dict[str, Any]) -> set[str]:
    """The variables of a rule that surely have a value before they are compared with anything."""
    _, head = kind_of(rule["head"])
    names = {node["value"] for node in variables(head.get("args") or [])}
    for kind, node in nodes(rule["bodies"]):
        if kind == "SomeIn":
            names |= {each["value"] for each in variables([node["key"], node["value"]])}
        elif kind == "AssignExpr" and node["op"] == "ColEq":
            names |= {each["value"] for each in variables(node["lhs"])}
    return names


def _operands(kind: str, content: dict[str, Any]) -> list[Node]:
    if kind == "Call":
        operands: list[Node] = content["params"]
        return operands
    keys = {"Membership": ("key", "value", "collection"), "UnaryExpr": ("expr",)}.get(kind, ("lhs", "rhs"))
    return [content[key] for key in keys if content[key]]


def _is_walk(node: Node) -> bool:
    kind, content = kind_of(node)
    return kind == "Call" and len(content["params"]) == 1 and kind_of(content["fcn"])[1].get("value") == "walk"


def _own_variables(expression: Node) -> Iterator[dict[str, Any]]:
    """The variables of an expression, those within its comprehensions aside."""
    kind, content = kind_of(expression)
    if kind in COMPREHENSIONS:
        return
    if kind == "Var":
        yield content
    waiting = parts(content)
    while waiting:
        part = waiting.pop()
        if is_node(part):
            yield from _own_variables(part)
        else:
            waiting += parts(part)
