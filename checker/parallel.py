"""Does the same to many things at once, each with one of a few tools."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")
Tool = TypeVar("Tool")
Result = TypeVar("Result")


def map_with(function: Callable[[T, Tool], Result], things: Iterable[T], tools: Sequence[Tool]) -> list[Result]:
    """The results in the order of the things; as many at once as there are tools, each in one use at a time."""
    free: SimpleQueue[Tool] = SimpleQueue()
    for tool in tools:
        free.put(tool)

    def work(thing: T) -> Result:
        tool = free.get()
        try:
            return function(thing, tool)
        finally:
            free.put(tool)

    pool = ThreadPoolExecutor(max_workers=len(tools))
    try:
        return list(pool.map(work, things))
    finally:
        # Nothing is left to wait for, except after an interrupt or an error: what runs then is of no
        # use to anybody, and ends when its tool is closed.
        pool.shutdown(wait=False, cancel_futures=True)
