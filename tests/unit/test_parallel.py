"""Many things with a few tools."""

from __future__ import annotations

import threading

import pytest

from checker.parallel import map_with


def test_results_are_in_the_order_of_the_things() -> None:
    assert map_with(lambda thing, tool: (thing, tool in "ab"), range(20), ["a", "b"]) == [(n, True) for n in range(20)]


def test_no_tool_is_in_use_twice_at_once_and_all_are_used() -> None:
    in_use: set[str] = set()
    used: set[str] = set()
    both = threading.Barrier(2)

    def work(thing: int, tool: str) -> None:
        assert tool not in in_use
        in_use.add(tool)
        used.add(tool)
        if thing < 2:
            both.wait(10)  # neither ends before the other has begun
        in_use.discard(tool)

    map_with(work, range(50), ["a", "b"])
    assert used == {"a", "b"}


def test_nothing_gives_nothing() -> None:
    assert map_with(lambda thing, _: thing, [], ["a"]) == []


def test_an_error_is_raised_at_once_and_nothing_new_is_begun() -> None:
    begun = []
    release = threading.Event()

    def work(thing: int, _: str) -> None:
        begun.append(thing)
        if thing == 0:
            raise RuntimeError("stop")
        release.wait(10)

    with pytest.raises(RuntimeError, match="stop"):
        map_with(work, range(100), ["a", "b"])
    assert len(begun) < 100, "it did not wait for the others"
    release.set()
