"""`crypto.md5`, `crypto.sha1`, `crypto.sha256` and `crypto.hmac.*`: of UTF-8 text, in hexadecimal."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from checker.engines.builtins.arguments import text


def _hash(algorithm: str, value: Any) -> str:
    return hashlib.new(algorithm, text(value).encode(), usedforsecurity=False).hexdigest()


def _hmac(algorithm: str, message: Any, key: Any) -> str:
    return hmac.new(text(key).encode(), text(message).encode(), algorithm).hexdigest()


def md5(value: Any) -> str:
    """`crypto.md5(x)`."""
    return _hash("md5", value)


def sha1(value: Any) -> str:
    """`crypto.sha1(x)`."""
    return _hash("sha1", value)


def sha256(value: Any) -> str:
    """`crypto.sha256(x)`."""
    return _hash("sha256", value)


def hmac_md5(message: Any, key: Any) -> str:
    """`crypto.hmac.md5(x, key)`."""
    return _hmac("md5", message, key)


def hmac_sha1(message: Any, key: Any) -> str:
    """`crypto.hmac.sha1(x, key)`."""
    return _hmac("sha1", message, key)


def hmac_sha256(message: Any, key: Any) -> str:
    """`crypto.hmac.sha256(x, key)`."""
    return _hmac("sha256", message, key)


def hmac_sha512(message: Any, key: Any) -> str:
    """`crypto.hmac.sha512(x, key)`."""
    return _hmac("sha512", message, key)


def hmac_equal(one: Any, other: Any) -> bool:
    """`crypto.hmac.equal(mac1, mac2)`."""
    return hmac.compare_digest(text(one).encode(), text(other).encode())
