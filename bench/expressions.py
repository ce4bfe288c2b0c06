"""How a configured value is written in Terraform: a constant, or an expression with references."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final


class Unknown:
    """The type of `UNKNOWN`."""

    __slots__ = ()


UNKNOWN: Final = Unknown()
"""A value that only the apply decides: left out of `after`, `true` in `after_unknown`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A value that the configuration does not spell out.

    `planned` is the value after the change (`UNKNOWN` before apply), `prior` the one before it
    (`UNKNOWN` where there was none). `references` are what `terraform show -json` lists, `sources` the
    resources behind them, as `depends_on` names them (no instance keys).
    """

    planned: Any
    prior: Any
    references: tuple[str, ...]
    sources: frozenset[str] = frozenset()

    def passed_as(self, reference: str) -> Expression:
        """The same value under another name, as a module sees its input."""
        return Expression(planned=self.planned, prior=self.prior, references=(reference,), sources=self.sources)


def template(text: str, **parts: Expression) -> Expression:
    """A string with interpolations: unknown as soon as one of its parts is."""
    planned = [part.planned for part in parts.values()]
    prior = [part.prior for part in parts.values()]
    return Expression(
        planned=UNKNOWN if UNKNOWN in planned else text.format_map(dict(zip(parts, planned, strict=True))),
        prior=UNKNOWN if UNKNOWN in prior else text.format_map(dict(zip(parts, prior, strict=True))),
        references=tuple(dict.fromkeys(name for part in parts.values() for name in part.references)),
        sources=frozenset[str]().union(*(part.sources for part in parts.values())),
    )


def planned(tree: Any) -> Any:
    """The values after the change."""
    return _resolved(tree, lambda expression: expression.planned)


def prior(tree: Any) -> Any:
    """The values before the change."""
    return _resolved(tree, lambda expression: expression.prior)


def expressions_in(tree: Any) -> Iterator[Expression]:
    """Every expression of a tree of values, in order."""
    if isinstance(tree, Expression):
        yield tree
    elif isinstance(tree, Mapping):
        for value in tree.values():
            yield from expressions_in(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from expressions_in(value)


def references_in(tree: Any) -> list[str]:
    """What a tree refers to, each name once."""
    return list(dict.fromkeys(name for part in expressions_in(tree) for name in part.references))


def _resolved(tree: Any, choose: Callable[[Expression], Any]) -> Any:
    if isinstance(tree, Expression):
        return choose(tree)
    if isinstance(tree, dict):
        return {key: _resolved(value, choose) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_resolved(value, choose) for value in tree]
    return tree
