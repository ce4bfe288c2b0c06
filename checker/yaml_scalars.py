"""The words that mean something in YAML 1.2; those of YAML 1.1, such as `on`, and dates are text."""

from __future__ import annotations

WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
