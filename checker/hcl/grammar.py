"""Makes the parser of python-hcl2's grammar, whose tables come with tfcheck or are kept from run to run."""

from __future__ import annotations

import functools
import hashlib
import io
import pickle
import tempfile
from pathlib import Path
from typing import Any

from checker.hcl.errors import MissingExtraError
from checker.hcl.tables import shipped
from checker.hcl.tidying import note_use

_DIGEST = 20  # bytes at the beginning of the file


@functools.cache
def parser(kept: Path | None) -> Any:
    """The parser. `kept` is the file that holds its tables, where tfcheck brings none; None: they are not kept.

    They take seconds to make. Lark has a cache too, but writes it in place: two runs at once could make one file of
    two. Its trees have no places here: computing them takes lark nearly as long as parsing, and `conversion` reads
    them off the tokens.
    Raises `MissingExtraError`.
    """
    try:
        from hcl2.postlexer import PostLexer  # noqa: PLC0415 - of an extra
        from lark import Lark  # noqa: PLC0415 - as above
    except ImportError as error:
        raise MissingExtraError from error
    tables = shipped(*programs()) or (_read(kept) if kept is not None else None)
    if tables is not None:
        # As the stand-alone parsers do that lark generates; `Lark.load` takes no postlex.
        load: Any = Lark._load_from_dict  # noqa: SLF001 - as said above
        return load(tables["data"], tables["memo"], postlex=PostLexer())
    new = made()
    if kept is not None:
        _keep(new, kept)
    return new


def made() -> Any:
    """The parser with tables that are made for it."""
    import hcl2.parser  # noqa: PLC0415 - as above
    from hcl2.postlexer import PostLexer  # noqa: PLC0415 - as above
    from lark import Lark  # noqa: PLC0415 - as above

    return Lark.open("hcl2.lark", parser="lalr", rel_to=hcl2.parser.__file__, postlex=PostLexer())


def programs() -> tuple[bytes, str]:
    """What tables are made of: the grammar's text, and the version of lark."""
    import hcl2.parser  # noqa: PLC0415 - as above
    import lark  # noqa: PLC0415 - as above

    return Path(hcl2.parser.__file__).with_name("hcl2.lark").read_bytes(), lark.__version__


def _read(kept: Path) -> dict[str, Any] | None:
    """The tables, if the file holds what was written to it."""
    try:
        data = kept.read_bytes()
    except OSError:
        return None
    if data[:_DIGEST] != _digest(data[_DIGEST:]):
        return None
    note_use(kept)
    tables: dict[str, Any] = pickle.loads(data[_DIGEST:])  # noqa: S301 - of the user's own folder, written below
    return tables


def _keep(new: Any, kept: Path) -> None:
    """Put the tables in their place in one step, for another run may do the same."""
    stream = io.BytesIO()
    new.save(stream)
    try:
        with tempfile.TemporaryDirectory(dir=kept.parent) as scratch:
            file = Path(scratch, kept.name)
            file.write_bytes(_digest(stream.getvalue()) + stream.getvalue())
            file.replace(kept)
    except OSError:
        return  # it is made again next time


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
