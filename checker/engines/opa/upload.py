"""Puts modules onto a server one by one, as far as it takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.engines.opa.faults import PolicyError
from checker.engines.opa.host import failure_of
from checker.engines.opa.modules import needed_by
from checker.engines.opa.refused import REFUSED, refused_calls
from checker.engines.protocol import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.engines.opa.client import Server
    from checker.engines.opa.host import Placed
    from checker.engines.opa.modules import Module, Path

_HINT = "move what it asks for into the plan, parameters or data files"


def upload(
    server: Server,
    modules: Iterable[Module],
    placed: Mapping[str, Placed],
    *,
    prefix: str = "",
    trusted: frozenset[str] = frozenset(),
    there: frozenset[str] = frozenset(),
) -> dict[str, Failure]:
    """Put the modules, in this order, and return why some could not be; those that need them are left out too.

    `trusted`: files that are not looked at for refused calls; `there`: files that the server has already.
    Raises `ServerError`.
    """
    ids = {each.file: id_ for id_, each in placed.items()}
    modules = list(modules)
    by_package: dict[Path, list[Module]] = {}
    for module in modules:
        by_package.setdefault(module.package, []).append(module)
    broken: dict[str, Failure] = {}
    left_out: set[str] = set()
    for module in modules:
        if module.file in there:
            continue
        if any(each.file in broken or each.file in left_out for each in needed_by(module, by_package)):
            left_out.add(module.file)
            continue
        id_ = ids[module.file]
        try:
            server.put_module(id_, placed[id_].text.content.decode())
        except PolicyError as error:
            failure = failure_of(error.complaint, placed, prefix)
            broken[module.file] = failure if failure.file else Failure(message=failure.message, file=module.file)
            continue
        if module.file not in trusted and (refused := refusal(server, id_, module.file)) is not None:
            server.delete_module(id_)
            broken[module.file] = refused
    return broken


def refusal(server: Server, id_: str, file: str) -> Failure | None:
    """Why a module that the server has must not be evaluated; None: it may."""
    calls = refused_calls(server.module_tree(id_))
    if not calls:
        return None
    return Failure(message=f"{calls[0]}: {REFUSED[calls[0]]}", hint=_HINT, file=file)
