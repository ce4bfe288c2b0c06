"""Which values the policies' parameters have, given what the user sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from checker.model import Parameter, Policy

_SHOWN = 20  # errors in one message


def validate_parameters(
    parameters: Mapping[str, Mapping[str, Any]], policies: Collection[Policy]
) -> dict[str, dict[str, Any]]:
    """The value of every parameter of every policy, by policy id and name: the user's, else the default.

    `parameters`: the user's, by policy id or former id. `policies`: the whole catalogue, so that a
    parameter of a policy that is not selected is no error.
    Raises `UsageError` with every unknown policy, unknown parameter and wrong value.
    """
    current = {name: policy for policy in policies for name in policy.names}
    errors = list(_errors(parameters, current))
    if errors:
        raise _usage_error(errors)
    values = {policy.id: {parameter.name: parameter.default for parameter in policy.parameters} for policy in policies}
    for name, given in parameters.items():
        values[current[name].id].update(given)
    return values


def _errors(parameters: Mapping[str, Mapping[str, Any]], current: Mapping[str, Policy]) -> Iterator[tuple[str, str]]:
    """Messages with their hints."""
    named: dict[tuple[str, str], str] = {}  # which of a policy's ids gave a parameter its value
    for name, given in parameters.items():
        if name not in current:
            yield f"parameters.{name}: no policy has this id", _nearest(name, current)
            continue
        policy = current[name]
        declared = {parameter.name: parameter for parameter in policy.parameters}
        for key, value in given.items():
            path = f"parameters.{name}.{key}"
            if key not in declared:
                yield f"{path}: {policy.id} has no such parameter", _nearest(key, declared)
                continue
            if (first := named.setdefault((policy.id, key), name)) != name:
                yield f"{path}: set already for {first}, which is the same policy", f"keep {policy.id}"
            yield from _value_errors(path, value, declared[key])


def _value_errors(path: str, value: Any, parameter: Parameter) -> Iterator[tuple[str, str]]:
    from jsonschema import Draft202012Validator, SchemaError  # noqa: PLC0415 - 0.1 s, for runs with parameters only
    from referencing import Registry  # noqa: PLC0415 - as above
    from referencing.exceptions import Unresolvable  # noqa: PLC0415 - as above

    try:
        Draft202012Validator.check_schema(parameter.schema)
        # An empty registry: a policy's schema must not make the checker fetch anything.
        wrong = list(Draft202012Validator(parameter.schema, registry=Registry()).iter_errors(value))
    except (SchemaError, Unresolvable) as error:
        reason = error.message if isinstance(error, SchemaError) else f"{error.ref} leads nowhere"
        yield f"{path}: the policy's schema for it is wrong: {reason}", "correct the METADATA of the policy"
        return
    for found in wrong:
        where = path + found.json_path.removeprefix("$")
        yield f"{where}: {found.message}", f"{parameter.name}: {parameter.description}"


def _nearest(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a mistake need pay

    nearest = get_close_matches(word, names, n=1)
    if nearest:
        return f"did you mean {nearest[0]}?"
    return f"known: {', '.join(names[:_SHOWN])}" if 0 < len(names) <= _SHOWN else ""


def _usage_error(errors: list[tuple[str, str]]) -> UsageError:
    if len(errors) == 1:
        message, hint = errors[0]
        return UsageError(message, hint=hint)
    lines = [f"{len(errors)} errors in the parameters"]
    for message, hint in errors[:_SHOWN]:
        lines.append(f"  {message}")
        if hint:
            lines.append(f"    hint: {hint}")
    if len(errors) > _SHOWN:
        lines.append(f"  and {len(errors) - _SHOWN} more")
    return UsageError("\n".join(lines))
