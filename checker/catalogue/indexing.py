"""Writes the index of the shipped modules: `python -m checker.catalogue.indexing`."""

from __future__ import annotations

from checker import shipped
from checker.catalogue.index import FILE, index_of
from checker.catalogue.modules import read_library


def index_of_shipped() -> bytes:
    """The index of the modules as they are now."""
    folder = shipped.policies()
    modules = read_library([(folder, True)]).modules
    top = f"{folder.as_posix()}/"
    paths = {module.file.removeprefix(top): folder / module.file.removeprefix(top) for module in modules}
    return index_of((file, path.read_bytes()) for file, path in paths.items())


def main() -> None:
    """Write it where it is read."""
    FILE.write_bytes(b"")  # one of another version may have another form
    FILE.write_bytes(index_of_shipped())


if __name__ == "__main__":
    main()
