"""Why a text cannot be read as configuration."""

from __future__ import annotations


class HclError(Exception):
    """The text cannot be read; lines and columns count from 1."""

    def __init__(self, message: str, line: int, column: int, hint: str = "", excerpt: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint
        self.excerpt = excerpt  # the line of the file and below it a caret; "": the place says it all

    def moved(self, line: int, column: int) -> HclError:
        """The same error at another place."""
        return HclError(self.message, line, column, self.hint, self.excerpt)


class MissingExtraError(Exception):
    """python-hcl2, which is an extra, is not installed."""
