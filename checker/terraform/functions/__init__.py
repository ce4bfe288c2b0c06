"""The functions of Terraform's language, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform.functions import (
    dates,
    encodings,
    files,
    hashes,
    lists,
    mappings,
    networks,
    numeric,
    sets,
    texts,
    typing_,
)
from checker.terraform.types import STRING, Type

if TYPE_CHECKING:
    from checker.terraform.functions.signature import Function

FUNCTIONS: dict[str, Function] = {
    **dates.FUNCTIONS,
    **encodings.FUNCTIONS,
    **files.FUNCTIONS,
    **hashes.FUNCTIONS,
    **lists.FUNCTIONS,
    **mappings.FUNCTIONS,
    **networks.FUNCTIONS,
    **numeric.FUNCTIONS,
    **sets.FUNCTIONS,
    **texts.FUNCTIONS,
    **typing_.FUNCTIONS,
}

# What they return is another thing each time, or needs a key: never known here.
UNKNOWABLE: dict[str, Type] = {
    "base64gzip": STRING,
    "bcrypt": STRING,
    "plantimestamp": STRING,
    "rsadecrypt": STRING,
    "timestamp": STRING,
    "uuid": STRING,
}
