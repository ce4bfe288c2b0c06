"""Policies of a few lines, and an engine that is loaded with them."""

from __future__ import annotations

import json
from contextlib import contextmanager

from checker.engines.embedded import EmbeddedEngine
from checker.engines.protocol import Answer, Program

GIB = 1024**3

# The sets that each policy needs, without those that a test is about.
REST = "\nundecided := set()\n\nchecked := set()\n"
SOUND = 'package policies.sound\n\ndeny := set()\n\nundecided := set()\n\nchecked contains "a"\n'
SOUND_ANSWER = {"deny": [], "undecided": [], "checked": ["a"]}


def program(modules, *, trusted=(), data=None, needs=None):
    """A program that asks each package below policies; `needs` adds files to those of a package's own."""
    packages = {}
    for file, text in modules.items():
        name = text.removeprefix("\ufeff").partition("package ")[2].split(maxsplit=1)[0] if "package " in text else ""
        packages.setdefault(name or f"policies.{file.removesuffix('.rego')}", []).append(file)
    asked = tuple(name for name in packages if name.startswith("policies."))
    return Program(
        modules=modules,
        trusted=frozenset(trusted),
        packages=asked,
        needs={name: (*packages[name], *(needs or {}).get(name, ())) for name in asked},
        data=json.dumps(data or {}).encode(),
    )


@contextmanager
def loaded(modules, *, time_limit=20.0, memory_limit=2 * GIB, **more):
    engine = EmbeddedEngine(time_limit=time_limit, memory_limit=memory_limit)
    try:
        engine.load(program(modules, **more))
        yield engine
    finally:
        engine.close()


def told(answers):
    """By package, the answer as a tree, or the failure."""
    return {
        package: json.loads(answer.text) if isinstance(answer, Answer) else answer
        for package, answer in answers.items()
    }


def ask(modules, document=None, **more):
    with loaded(modules, **more) as engine:
        return told(engine.evaluate(json.dumps(document or {}).encode()))


def policy(deny, *, name="hostile"):
    """A policy with this way of making its set `deny`."""
    return f"package policies.{name}\n\n{deny}\n{REST}"


def beside_a_sound_one(module, document=None, **more):
    """What the policy in hostile.rego says; a sound policy beside it must answer as if it were alone."""
    answers = ask({"sound.rego": SOUND, "hostile.rego": module}, document, **more)
    assert answers.pop("policies.sound") == SOUND_ANSWER
    (answer,) = answers.values()
    return answer
