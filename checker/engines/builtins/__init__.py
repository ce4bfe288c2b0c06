"""Functions of OPA's that the embedded engine lacks, or has otherwise; registered where they are called.

Each takes what OPA takes; anything else raises `ValueError`, and the policy is broken.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Name in Rego → module here, function in it, number of arguments.
SUPPLIED = {
    "array.flatten": ("collections", "flatten", 1),
    "strings.split_n": ("collections", "split_n", 3),
    "crypto.md5": ("hashes", "md5", 1),
    "crypto.sha1": ("hashes", "sha1", 1),
    "crypto.sha256": ("hashes", "sha256", 1),
    "crypto.hmac.md5": ("hashes", "hmac_md5", 2),
    "crypto.hmac.sha1": ("hashes", "hmac_sha1", 2),
    "crypto.hmac.sha256": ("hashes", "hmac_sha256", 2),
    "crypto.hmac.sha512": ("hashes", "hmac_sha512", 2),
    "crypto.hmac.equal": ("hashes", "hmac_equal", 2),
    "net.cidr_contains_matches": ("networks", "contains_matches", 2),
    "net.cidr_intersects": ("networks", "intersects", 2),
    "net.cidr_merge": ("networks", "merge", 1),
    "regex.globs_match": ("globs", "globs_match", 2),
    "strings.count": ("texts", "count", 2),
    "strings.render_template": ("texts", "render_template", 2),
    "strings.replace_n": ("texts", "replace_n", 2),
    "uri.is_valid": ("uris", "is_valid", 1),
    "uri.parse": ("uris", "parse", 1),
}
CORRECTED = frozenset({"strings.count", "strings.replace_n"})  # of these, the engine has functions of its own


def register(engine: Any, names: Iterable[str]) -> None:
    """Give the engine these functions; it raises where one is called with another number of arguments."""
    for name in names:
        module, function, arguments = SUPPLIED[name]
        engine.add_extension(name, arguments, getattr(import_module(f"{__name__}.{module}"), function))
