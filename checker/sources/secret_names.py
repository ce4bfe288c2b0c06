"""Tells from the name of an attribute whether a literal below it is a secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.sources.trees import Path

NAMES_A_SECRET = re.compile(
    r"(?:password|passwd"
    r"|(?:^|[._-])(?:pwd|secret|client_?secret|private_?key|secret_?key|access_?key|account_?key"
    r"|api_?key|shared_?access_?key|connection_?string|sas_?token|auth_?token|access_?token|token))"
    r"(?:[._-](?:value|plaintext)|_?base64)?$"
    r"|account\.key\.|account\.oauth2\.client\.secret\.|sas\.fixed\.token\.|_plaintext$",
    re.IGNORECASE,
)
# Found fast in the JSON text of a resource, in lower case; a name that matches ends with one of these.
ENDINGS = (
    *(b'%s":"' % ending for ending in (b"password", b"passwd", b"pwd", b"secret", b"token", b"plaintext", b"base64")),
    *(b'%s":"' % ending for ending in (b"private_key", b"privatekey", b"secret_key", b"secretkey", b"access_key")),
    *(b'%s":"' % ending for ending in (b"accesskey", b"account_key", b"accountkey", b"api_key", b"apikey")),
    *(b'%s":"' % ending for ending in (b"connection_string", b"connectionstring", b"_value", b".value", b"-value")),
    *(b"account.key.", b"account.oauth2.client.secret.", b"sas.fixed.token."),
)
# One is in every JSON text with a string that holds a JSON object.
EMBEDDED = (b'\\":', b'\\" :')
# A reference to a secret, a switch or a place is no secret.
NO_SECRET = re.compile(
    r"\{\{secrets/|^(?:true|false|none|null|[0-9]{1,6})$|^\$\{|^@Microsoft\.KeyVault|^/subscriptions/|^arn:"
    r"|^projects/[^/]+/secrets/|^https?://[^@]*$",
    re.IGNORECASE,
)
# https://docs.databricks.com/aws/en/security/secrets/secrets-spark-conf-env-var
_REFERENCE = re.compile(r"\{\{secrets/[A-Za-z0-9_.@-]{1,128}/[A-Za-z0-9_.@-]{1,128}\}\}")
_WORDS = re.compile(r"[\w.-]+")
# A member of a JSON object that is itself a string, as jsonencode() makes it.
_MEMBER = re.compile(r'"([^"\\]{1,64})"\s*:\s*"((?:[^"\\]|\\.)+)"')


def is_reference(value: str) -> bool:
    """Whether the value says where a secret is kept, and nothing else."""
    return _REFERENCE.fullmatch(value) is not None


def may_name(text: bytes) -> bool:
    """Whether some name in this JSON text may say that its value is secret."""
    lower = text.lower()
    return any(ending in lower for ending in ENDINGS)


def may_name_secret(line: str) -> bool:
    """Whether some word on a line of a configuration names a secret."""
    return any(NAMES_A_SECRET.search(word) for word in _WORDS.findall(line))


def may_embed(text: bytes) -> bool:
    """Whether some string in this JSON text may hold a JSON object."""
    return any(mark in text for mark in EMBEDDED)


def named_paths(values: Any, path: Path = ()) -> Iterable[Path]:
    """The paths of literals whose own name says that they are secret."""
    items: Iterable[tuple[str | int, Any]] = (
        values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    )
    for key, value in items:
        if isinstance(value, (dict, list)):
            yield from named_paths(value, (*path, key))
        elif isinstance(key, str) and isinstance(value, str) and _is_secret(key, value):
            yield (*path, key)


def embedded(text: str) -> list[re.Match[str]]:
    """The members of JSON objects in a string that are secret by their name; the value is group 2."""
    return [match for match in _MEMBER.finditer(text) if _is_secret(match[1], match[2])]


def _is_secret(name: str, value: str) -> bool:
    return value != "" and NAMES_A_SECRET.search(name) is not None and NO_SECRET.search(value) is None
