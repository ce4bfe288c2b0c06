"""The errors that end a run; trouble with one input is a `Problem` in the report instead."""


class TfcheckError(Exception):
    """A run cannot go on: says what and where, and what to do next in `hint`."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(TfcheckError):
    """What the user asked for cannot be: an unknown policy, a misspelt key, a missing folder."""
