"""Makes the engine that the user asks for: with a server of its own, or with one that is there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from checker.engines.opa.address import address_of
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.engines.opa.engine import OpaEngine
    from checker.settings import Settings

_GET_IT = (
    "get it from https://www.openpolicyagent.org/docs#1-download-opa, "
    "or name a program with --opa-bin, or a server with --opa-url"
)


def maker(settings: Settings) -> Callable[[], OpaEngine]:
    """What makes an engine for each document that is evaluated at once. Raises `UsageError`.

    On a server that is there, all of them are the same one, which uploads its policies once. Of servers of its
    own each has one: if one dies, it is clear which policy did it.
    """
    given = settings.opa
    if given.preloaded and not given.url:
        raise UsageError("--opa-preloaded needs --opa-url", "name the server that has the policies")
    if given.url and given.binary:
        raise UsageError("--opa-url and --opa-bin exclude each other", "use a server that runs, or have one started")
    try:
        from checker.engines.opa.engine import OpaEngine  # noqa: PLC0415 - needs the extra
        from checker.engines.opa.own import OwnHost  # noqa: PLC0415 - as above
        from checker.engines.opa.shared import PreloadedHost, SharedHost  # noqa: PLC0415 - as above
    except ImportError as error:
        raise UsageError(f"--engine opa needs {error.name}", "install it: pip install 'tfcheck[opa]'") from error
    limit = settings.time_limit if given.timeout is None else given.timeout
    if not given.url:
        binary = _binary(given.binary)
        return lambda: OpaEngine(OwnHost(binary, timeout=limit, memory_limit=settings.memory_limit), time_limit=limit)
    address = address_of(given)
    host = (PreloadedHost if given.preloaded else SharedHost)(address, timeout=limit)
    engine = OpaEngine(host, time_limit=limit, token=given.token)
    return lambda: engine


def _binary(given: str) -> str:
    found = shutil.which(given or "opa")
    if found is None:
        raise UsageError(f"--opa-bin {given}: no such program" if given else "there is no opa on PATH", _GET_IT)
    return str(Path(found).absolute())
