"""Which engines there are, by the name that users give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.engines.protocol import Engine
    from checker.settings import Settings


def engine_maker(settings: Settings) -> Callable[[], Engine]:
    """What makes the engine of these settings, once for each document evaluated at once. Raises `UsageError`."""
    if settings.engine not in ENGINES:
        raise UsageError(f"no engine {settings.engine!r}", f"there are: {', '.join(ENGINES)}")
    return ENGINES[settings.engine](settings)


def _embedded(settings: Settings) -> Callable[[], Engine]:
    from checker.engines.embedded import EmbeddedEngine  # noqa: PLC0415 - each run imports one engine

    return lambda: EmbeddedEngine(time_limit=settings.time_limit, memory_limit=settings.memory_limit)


def _opa(settings: Settings) -> Callable[[], Engine]:
    from checker.engines.opa.maker import maker  # noqa: PLC0415 - as above

    return maker(settings)


def _auto(settings: Settings) -> Callable[[], Engine]:
    from checker.engines.auto import AutoEngine  # noqa: PLC0415 - as above

    embedded = _embedded(settings)
    if settings.opa.url or settings.opa.binary or settings.opa.preloaded:
        opa = _opa(settings)  # what the user names is wrong or right from the start
    else:

        def opa() -> Engine:  # what is on PATH is looked for when it is needed
            return _opa(settings)()

    return lambda: AutoEngine(embedded(), opa)


ENGINES: dict[str, Callable[[Settings], Callable[[], Engine]]] = {
    "embedded": _embedded,
    "opa": _opa,
    "auto": _auto,
}
