"""The functions that hash."""

from __future__ import annotations

import base64
import hashlib
import uuid

from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import Function, Plain
from checker.terraform.types import STRING

_NAMESPACES = {
    "dns": uuid.NAMESPACE_DNS,
    "url": uuid.NAMESPACE_URL,
    "oid": uuid.NAMESPACE_OID,
    "x500": uuid.NAMESPACE_X500,
}


def _hex(name: str) -> Plain:
    return Plain(lambda text: hashlib.new(name, text.encode()).hexdigest(), STRING, (STRING,))


def _base64(name: str) -> Plain:
    return Plain(lambda text: base64.b64encode(hashlib.new(name, text.encode()).digest()).decode(), STRING, (STRING,))


def _uuidv5(namespace: str, name: str) -> str:
    try:
        space = _NAMESPACES.get(namespace) or uuid.UUID(namespace)
    except ValueError as error:
        raise EvaluationError("the namespace is a UUID, or dns, url, oid or x500") from error
    return str(uuid.uuid5(space, name))


FUNCTIONS: dict[str, Function] = {
    "base64sha256": _base64("sha256"),
    "base64sha512": _base64("sha512"),
    "md5": _hex("md5"),
    "sha1": _hex("sha1"),
    "sha256": _hex("sha256"),
    "sha512": _hex("sha512"),
    "uuidv5": Plain(_uuidv5, STRING, (STRING, STRING)),
}
