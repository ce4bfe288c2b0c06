"""A policy that is broken, never ends, or takes the process down breaks alone, by name and in bounded time."""

from __future__ import annotations

import sys
import time

import pytest

from checker.engines.protocol import Failure
from tests.engines.support import GIB, REST, SOUND, SOUND_ANSWER, ask, beside_a_sound_one, policy

ENDLESS = policy(
    "deny contains x if {\n\tsome x in numbers.range(1, 100000)\n\tsome y in numbers.range(1, 100000)\n\tx * y == -1\n}"
)
STOPPED = Failure(
    message="stopped after 1 seconds", hint="the policy may never end; or raise time_limit in tfcheck.yaml"
)


def place(failure):
    return failure.message, failure.file, failure.line, failure.column


def test_stops_a_policy_that_never_ends():
    started = time.monotonic()
    failure = beside_a_sound_one(ENDLESS, time_limit=1.0)
    assert (failure.message, failure.hint) == ("stopped after 1 seconds", STOPPED.hint)
    assert time.monotonic() - started < 15


def test_stops_each_of_several_and_gives_later_ones_less_time():
    names = [f"p{number}" for number in range(4)]
    modules = {f"{name}.rego": ENDLESS.replace("hostile", name) for name in names}
    answers = ask(modules | {"sound.rego": SOUND}, time_limit=3.0)
    messages = [answers[f"policies.{name}"].message for name in names]
    assert messages == [f"stopped after {seconds} seconds" for seconds in ("3", "1.5", "1", "1")]
    assert answers["policies.sound"] == SOUND_ANSWER


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_stops_a_policy_that_takes_all_memory():
    bomb = policy(
        'long := concat("", [sprintf("%v", [x]) | some x in numbers.range(1, 2000)])\n\n'
        'deny := {concat("", [long, sprintf("%v", [x])]) | some x in numbers.range(1, 1000000)}'
    )
    failure = beside_a_sound_one(bomb, memory_limit=GIB // 2, time_limit=60.0)
    assert "it may be nested too deeply, or need more than 0.5 GiB" in failure.hint


def test_survives_a_chain_of_rules_that_exhausts_the_stack():
    chain = "\n".join(f"r{i} := r{i + 1} + 1" for i in range(3000))
    failure = beside_a_sound_one(policy(f"deny contains r0\n{chain}\nr3000 := 1"))
    assert failure.message.startswith(("took the engine down", "stopped after"))


def test_names_the_module_that_takes_the_process_down_while_it_is_loaded():
    failure = beside_a_sound_one(policy("deny := " + "[" * 100_000 + "]" * 100_000))
    assert failure.message.startswith("loading the module: took the engine down (exit code ")
    assert failure.file == "hostile.rego"


def test_refuses_deep_parentheses():
    failure = beside_a_sound_one(policy("deny := " + "(" * 100_000 + "1" + ")" * 100_000))
    assert place(failure) == ("expression nesting too deep (>32)", "hostile.rego", 3, 41)


def test_refuses_a_regular_expression_that_grows_without_bounds():
    failure = beside_a_sound_one(policy('deny contains 1 if regex.match(`(a{1,1000}){1,1000}`, "aaaa")'))
    assert failure.message == "compiled regex exceeded size limit (102400 bytes)"


@pytest.mark.parametrize(
    ("deny", "expected"),
    [
        pytest.param(
            'deny contains r if r := http.send({"url": "http://127.0.0.1:9", "method": "GET"})',
            ("http.send: policies have no network", "hostile.rego", 3, 25),
            id="network",
        ),
        pytest.param(
            'deny contains r if r := net.lookup_ip_addr("localhost")',
            ("net.lookup_ip_addr: policies have no network", "hostile.rego", 3, 25),
            id="names of hosts",
        ),
        pytest.param(
            "deny contains opa.runtime().env",
            ("opa.runtime: policies see no environment", "hostile.rego", 3, 15),
            id="environment",
        ),
        pytest.param(
            "deny contains x if {\n\tx := \n}", ("expecting `}` while parsing set", "hostile.rego", 4, 4), id="syntax"
        ),
        pytest.param(
            "deny contains x if { y > 1 }",
            ("use of undefined variable `y` is unsafe", "hostile.rego", 3, 22),
            id="unsafe variable",
        ),
        pytest.param(
            "p := 1 if true\n\np := 2 if true\n\ndeny contains p",
            ("rule conflicts with rule at hostile.rego:3:1", "hostile.rego", 5, 1),
            id="conflict",
        ),
        pytest.param("deny contains 1 / count([])", ("divide by zero", "hostile.rego", 3, 17), id="division by zero"),
        pytest.param('deny contains "\0"', ('unmatched "', "hostile.rego", 3, 15), id="nul"),
    ],
)
def test_says_where_a_policy_is_wrong(deny, expected):
    assert place(beside_a_sound_one(policy(deny))) == expected


def test_tells_an_error_of_a_function_from_what_opa_makes_of_it():
    failure = beside_a_sound_one(policy('deny contains x if x := to_number("x")'))
    assert failure == Failure(
        message="could not parse string as number",
        hint="OPA takes it for undefined, which may let things pass; here it breaks the policy: check the value first",
        file="hostile.rego",
        line=3,
        column=36,
    )


@pytest.mark.parametrize("missing", ["deny", "undecided", "checked"])
def test_a_policy_needs_all_three_sets(missing):
    sets = "\n".join(f"{name} := set()" for name in ("deny", "undecided", "checked") if name != missing)
    failure = beside_a_sound_one(f"package policies.hostile\n\n{sets}\n")
    assert failure == Failure(message=f"the policy defines no set `{missing}`")


@pytest.mark.parametrize("missing", ["deny", "undecided", "checked"])
def test_each_of_which_has_to_be_defined(missing):
    sets = "\n".join(f"{name} := set()" for name in ("deny", "undecided", "checked") if name != missing)
    failure = beside_a_sound_one(f"package policies.hostile\n\n{sets}\n{missing} := input.nothing\n")
    assert failure == Failure(message=f"`{missing}` is undefined")


def test_answers_of_other_shapes_are_handed_on():
    answer = beside_a_sound_one(policy('deny := {"a": 1}'))
    assert answer == {"deny": {"a": 1}, "undecided": [], "checked": []}


def test_refuses_a_module_without_a_package():
    failure = beside_a_sound_one("deny := set()\n")
    assert place(failure) == ("expecting `package` Missing package declaration.", "hostile.rego", 1, 1)


def test_joins_a_package_that_two_modules_declare():
    modules = {"one.rego": policy("deny contains 1"), "two.rego": "package policies.hostile\n\ndeny contains 2\n"}
    assert ask(modules) == {"policies.hostile": {"deny": [1, 2], "undecided": [], "checked": []}}


def test_a_module_that_conflicts_with_another_of_its_package_breaks_the_package():
    answers = ask(
        {
            "one.rego": policy("deny contains 1"),
            "two.rego": "package policies.hostile\n\ndeny := 1\n",
            "sound.rego": SOUND,
        }
    )
    assert isinstance(answers["policies.hostile"], Failure)
    assert answers["policies.sound"] == SOUND_ANSWER


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
    ],
)
def test_takes_text_as_windows_writes_it(change):
    module = policy('deny contains x.name if {\n\tsome x in input.xs\n\tnot startswith(x.name, "b")\n}')
    answer = beside_a_sound_one(change(module), {"xs": [{"name": "a"}, {}, {"name": "b"}]})
    assert answer == {"deny": ["a"], "undecided": [], "checked": []}


def test_refuses_a_module_of_50_megabytes():
    failure = beside_a_sound_one(policy("deny := set()\n" + "# text\n" * 7_500_000))
    assert failure.message == "hostile.rego exceeds maximum allowed policy file size 16777216 bytes"


def test_takes_a_hundred_thousand_results():
    module = policy("deny contains x if some x in numbers.range(1, 100000)")
    assert len(beside_a_sound_one(module, time_limit=60.0)["deny"]) == 100_000


def test_takes_lines_that_are_long():
    names = [f"name-{number}" for number in range(4000)]
    module = policy("names := {" + ", ".join(f'"{name}"' for name in names) + "}\n\ndeny contains count(names)")
    assert beside_a_sound_one(module) == {"deny": [4000], "undecided": [], "checked": []}


def test_asks_many_policies_at_once():
    names = [f"a_policy_with_a_name_of_some_length_{number}" for number in range(600)]
    modules = {f"{name}.rego": policy("deny := set()", name=name) for name in names}
    answers = ask(modules, trusted=modules)
    assert answers == {f"policies.{name}": {"deny": [], "undecided": [], "checked": []} for name in names}


def test_a_policy_cannot_write_into_the_answers():
    answer = beside_a_sound_one(policy('deny contains 1 if print("{}", input)'))
    assert answer == {"deny": [1], "undecided": [], "checked": []}


def test_breaks_all_policies_that_need_a_broken_module_and_no_others():
    modules = {
        "lib.rego": "package lib\n\nx := conut([1])\n",
        "one.rego": policy("deny contains data.lib.x", name="one"),
        "two.rego": policy("deny contains data.lib.x", name="two"),
        "sound.rego": SOUND,
    }
    needs = {"policies.one": ("lib.rego",), "policies.two": ("lib.rego",)}
    broken = Failure(message="conut: no such function; did you mean count?", file="lib.rego", line=3, column=6)
    assert ask(modules, needs=needs) == {
        "policies.one": broken,
        "policies.two": broken,
        "policies.sound": SOUND_ANSWER,
    }


def test_breaks_every_policy_for_a_document_that_cannot_be_read():
    from tests.engines.support import loaded

    with loaded({"sound.rego": SOUND}) as engine:
        (failure,) = engine.evaluate(b"{").values()
        assert isinstance(failure, Failure)
        (answer,) = engine.evaluate(b"{}").values()
        assert not isinstance(answer, Failure)


def test_a_module_of_v0_among_those_of_v1():
    old = "package policies.old\n\ndeny[x] { x := input.xs[_] }\n\nundecided = set()\n\nchecked = set()\n"
    answers = ask({"old.rego": old, "sound.rego": SOUND}, {"xs": [1, 2]})
    assert answers["policies.old"] == {"deny": [1, 2], "undecided": [], "checked": []}
    assert answers["policies.sound"] == SOUND_ANSWER


def test_rest_is_what_a_policy_needs_beside_deny():
    assert ask({"a.rego": f"package policies.a\n\ndeny := set()\n{REST}"}) == {
        "policies.a": {"deny": [], "undecided": [], "checked": []}
    }
