"""Moving modules below a prefix changes packages and references to data, and nothing else."""

from __future__ import annotations

import json
import subprocess

import pytest

from checker.engines.opa.modules import in_order, mark, module_of, moved
from tests.opa import OPA, needs_opa


def move(text):
    module = module_of("a.rego", text)
    ending = f"\n\n{mark(module)} := true\n"
    moved_text = moved(module, "run1").content.decode()
    assert moved_text.endswith(ending)
    return moved_text.removesuffix(ending)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("package a.b", "package run1.a.b", id="package"),
        pytest.param("package a\nimport data.x.y as z", "package run1.a\nimport data.run1.x.y as z", id="import"),
        pytest.param('package a\np := data["x"].y', 'package run1.a\np := data.run1["x"].y', id="brackets"),
        pytest.param("package a\np := data[x]", "package run1.a\np := data.run1[x]", id="variable"),
        pytest.param("package a\np := count(data)", "package run1.a\np := count(data.run1)", id="all of it"),
        pytest.param("package a\np if q with data.x as 1", "package run1.a\np if q with data.run1.x as 1", id="with"),
        pytest.param("package a\np := input.data.x", "package run1.a\np := input.data.x", id="a field of the input"),
        pytest.param('package a\np := "data.x"', 'package run1.a\np := "data.x"', id="text"),
        pytest.param(
            'package a\np := "\\"data.x"', 'package run1.a\np := "\\"data.x"', id="text with a quotation mark"
        ),
        pytest.param("package a\np := `\\`\nq := data.x", "package run1.a\np := `\\`\nq := data.run1.x", id="raw text"),
        pytest.param("package a # data.x\n# data.y", "package run1.a # data.x\n# data.y", id="comments"),
        pytest.param("# package x\npackage a", "# package x\npackage run1.a", id="comment before the package"),
        pytest.param("package a\ndatabase := metadata", "package run1.a\ndatabase := metadata", id="other names"),
        pytest.param(
            'package a\np := $"data.x {data.y} \\{data.z} {{"data.q": data.r}}"',
            'package run1.a\np := $"data.x {data.run1.y} \\{data.z} {{"data.q": data.run1.r}}"',
            id="template",
        ),
        pytest.param(
            'package a\np := $`{data.x} {$"{data.y}"} data.z`\nq := data.w',
            'package run1.a\np := $`{data.run1.x} {$"{data.run1.y}"} data.z`\nq := data.run1.w',
            id="template in a template",
        ),
        pytest.param("\ufeffpackage a", "package run1.a", id="byte order mark"),
        pytest.param("package a\r\np := data.é", "package run1.a\r\np := data.run1.é", id="CRLF"),
    ],
)
def test_moves(text, expected):
    assert move(text) == expected


def test_places_are_those_of_the_module_that_was_given():
    text = moved(module_of("a.rego", "package a\n\np := data.x + data.y"), "run1")
    line = text.content.decode().splitlines()[2]
    assert text.place(3, line.rindex("data.run1.y") + 1) == (3, 15)


def test_puts_modules_behind_those_that_they_refer_to():
    texts = {
        "policy": "package p\nimport data.lib.one\nx := data.lib.two.y",
        "one": "package lib.one\ny := data.lib.two.y",
        "two": 'package lib.two\ny := data["lib"].three.y',
        "three": "package lib.three\ny := 1",
        "more of three": "package lib.three\nz := data.lib.three.y",
    }
    order = [module.file for module in in_order({file: module_of(file, text) for file, text in texts.items()})]
    assert sorted(order) == sorted(texts)
    assert order.index("policy") == 4
    assert order.index("one") == 3
    assert order.index("two") == 2


def test_modules_in_a_circle_are_all_there():
    texts = {"one": "package one\nx := data.two.x", "two": "package two\nx := data.one.y"}
    order = in_order({file: module_of(file, text) for file, text in texts.items()})
    assert {module.file for module in order} == set(texts)


@needs_opa
def test_opa_takes_the_moved_modules_for_the_same(tmp_path):
    text = (
        "package a.b\n\nimport data.lib.f\n\n"
        'p := $"{data.values["x"]} \\{data.values} {f.g(data.values.x)}"\n\n'
        "q := sum([x | some x in data.values])\n\nr := x if x := s with data.values as {}\n\ns := count(data.values)\n"
    )
    library = "package lib.f\n\ng(x) := x + 1 if data.values.x\n"
    values = {"values": {"x": 3}}

    def ask(folder, modules, data, query):
        folder.mkdir()
        for number, module in enumerate(modules):
            (folder / f"{number}.rego").write_text(module)
        (folder / "data.json").write_text(json.dumps(data))
        command = [OPA, "eval", "-d", str(folder), "-f", "raw", query]
        return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    given = ask(tmp_path / "given", [text, library], values, "data.a.b")
    elsewhere = ask(tmp_path / "moved", [move(text), move(library)], {"run1": values}, "data.run1.a.b")
    assert given == elsewhere == {"p": "3 {data.values} 4", "q": 3, "r": 0, "s": 1}
