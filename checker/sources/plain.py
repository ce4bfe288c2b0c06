"""Tells which JSON texts hold nothing that its form or its name makes a secret: most do, and it is told fast."""

from __future__ import annotations

from ahocorasick_rs import BytesAhoCorasick, Implementation

from checker import credentials
from checker.sources import secret_names

_NAMES = (*secret_names.ENDINGS, *secret_names.EMBEDDED)
_FORMS = {literal.lower() for literal in credentials.LITERALS}
_search = BytesAhoCorasick((*_NAMES, *_FORMS), implementation=Implementation.DFA)  # in lower case


def is_plain(text: bytes) -> bool:
    """Whether nothing in this JSON text is to be masked; of a text that is plain it may seldom say that it is not."""
    found = _search.find_matches_as_indexes(text.lower(), overlapping=True)
    if not found:
        return True
    return all(needle >= len(_NAMES) for needle, _, _ in found) and not credentials.may_hold(text)
