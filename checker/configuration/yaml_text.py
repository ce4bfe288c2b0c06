"""Which values a YAML file holds, each with its place in the file.

Only what JSON can say is read: anchors, aliases, tags and merge keys are refused, because they let a
small file grow without bounds or name Python objects. Words are read as YAML 1.2 reads them: `on`
and `yes` are text, and so are dates, which the schemas ask for where they want them.
"""

from __future__ import annotations

import codecs
import re
from math import isinf
from typing import TYPE_CHECKING, Any

import yaml
from msgspec import Struct

from checker.configuration.complaints import Complaint, KeyPath, quoted
from checker.model import Location
from checker.yaml_scalars import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

REFUSED = object()  # stands where a value was complained about, so that nobody complains again

_LARGEST = 4 * 1024**2  # bytes; 10,000 waivers take 2.5 million
_DEEPEST = 32  # levels; settings need 4, and the rest is for the values of parameters

# A leading zero makes text: YAML 1.1 reads 010 as eight, 1.2 as ten, and an account number is neither.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,299})")
_NUMBER = re.compile(r"[-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
# Reports quote waivers to terminals and to the logs of build servers, which obey some of these.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_QUOTES = "put text that starts with * & ! { [ @ ` % or holds ': ' or ' #' in quotes"


class YamlFile(Struct, frozen=True, kw_only=True):
    """A file as plain values, the place of everything in it, and what is wrong with it as YAML."""

    name: str
    value: Any  # None: it is empty
    keys: Mapping[KeyPath, Location] = {}  # where the key of each value stands
    values: Mapping[KeyPath, Location] = {}
    complaints: tuple[Complaint, ...] = ()

    def place(self, path: KeyPath) -> Location:
        """Where a value of the file stands."""
        return self.values[path]


def read(path: Path) -> YamlFile:
    """A file that cannot be read at all has the value `REFUSED` and one complaint."""
    name = path.as_posix()
    try:
        return _Parser(name).parse(_text(path))
    except _UnreadableError as error:
        return YamlFile(name=name, value=REFUSED, complaints=(error.complaint,))


class _UnreadableError(Exception):
    """The rest of the file cannot be understood."""

    def __init__(self, location: Location, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.complaint = Complaint(location=location, message=message, hint=hint)


def _text(path: Path) -> str:
    file = Location(file=path.as_posix())
    try:
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError as error:
        raise _UnreadableError(file, f"cannot be read: {error.strerror}") from error
    if len(content) > _LARGEST:
        hint = "move waivers into files of their own, and name these under waiver_files"
        raise _UnreadableError(file, "larger than 4 MiB", hint)
    # Windows PowerShell's > writes UTF-16.
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if is_utf16 else "utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte {content[error.start]:#04x}"
        raise _UnreadableError(Location(file=file.file, line=line), message, hint="save the file as UTF-8") from error


class _Parser:
    """Turns the events of a YAML parser into values.

    Events rather than PyYAML's own tree, because composing that tree goes as deep as the file does,
    follows aliases, and drops all but the last of equal keys.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._keys: dict[KeyPath, Location] = {}
        self._values: dict[KeyPath, Location] = {}
        self._complaints: list[Complaint] = []
        self._events: Iterator[Any] = iter(())

    def parse(self, text: str) -> YamlFile:
        self._refuse_control_characters(text)
        self._events = yaml.parse(text, Loader=_loader())
        try:
            value = self._document()
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from error
        except yaml.YAMLError as error:
            raise _UnreadableError(Location(file=self._name), f"not YAML: {error}") from error
        return YamlFile(
            name=self._name,
            value=value,
            keys=self._keys,
            values=self._values,
            complaints=tuple(self._complaints),
        )

    def _refuse_control_characters(self, text: str) -> None:
        if match := _CONTROL.search(text):
            start = text.rfind("\n", 0, match.start()) + 1
            line = text.count("\n", 0, start) + 1
            location = Location(file=self._name, line=line, column=match.start() - start + 1)
            raise _UnreadableError(location, f"control character U+{ord(match[0]):04X}", hint="remove it")

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> _UnreadableError:
        mark = error.problem_mark or error.context_mark
        location = self._location(mark) if mark else Location(file=self._name)
        if error.problem and "maximum nesting depth" in error.problem:  # libyaml has a limit of its own since 0.2.6
            return _UnreadableError(location, f"nested deeper than {_DEEPEST} levels")
        reason = ", ".join(part for part in (error.context, error.problem) if part)
        return _UnreadableError(location, f"not YAML: {reason}", hint=_QUOTES)

    def _document(self) -> Any:
        value: Any = None
        is_first = True
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if not is_first:
                    raise _UnreadableError(self._location(event.start_mark), "a second YAML document", hint="keep one")
                is_first = False
                value = self._value(next(self._events), ())
        return value

    def _value(self, event: Any, path: KeyPath) -> Any:
        location = self._values[path] = self._location(event.start_mark)
        if len(path) > _DEEPEST:
            raise _UnreadableError(location, f"nested deeper than {_DEEPEST} levels")
        if isinstance(event, yaml.AliasEvent):
            return self._refuse(path, f"the alias *{event.anchor}", "write the value out, or the text in quotes")
        value = self._content(event, path)
        if event.anchor is not None:
            return self._refuse(path, f"the anchor &{event.anchor}", "leave it out, or write the text in quotes")
        if event.tag is not None:
            return self._refuse(path, f"the tag {quoted(event.tag)}", "leave it out, or write the text in quotes")
        return value

    def _content(self, event: Any, path: KeyPath) -> Any:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        if _CONTROL.search(event.value):
            return self._refuse(path, "a control character", "remove its escape sequence")
        is_plain = event.implicit[0]
        return _plain(event.value) if is_plain else event.value

    def _list(self, path: KeyPath) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: KeyPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            location = self._location(event.start_mark)
            if not self._is_key(event):
                self._skip(event)
                self._skip(next(self._events))
                self._complain(location, path, "a key that is not plain text", _QUOTES)
                continue
            key: str = event.value  # as written: `on` and `2027-01-31` are keys like any other
            entry = (*path, key)
            if key in values:
                self._complain(location, entry, f"this key stands already in line {self._keys[entry].line}")
            if key == "<<" and event.implicit[0]:
                self._complain(location, entry, "merge keys are not read", "write the values out")
            self._keys[entry] = location
            values[key] = self._value(next(self._events), entry)
        return values

    def _skip(self, event: Any) -> None:
        """Go past a value, however deep it is."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(self._events)

    @staticmethod
    def _is_key(event: Any) -> bool:
        is_bare = isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None
        return is_bare and not _CONTROL.search(event.value)

    def _refuse(self, path: KeyPath, what: str, hint: str) -> object:
        self._complain(self._values[path], path, f"found {what}, wanted a plain value", hint)
        return REFUSED

    def _complain(self, location: Location, path: KeyPath, message: str, hint: str = "") -> None:
        self._complaints.append(Complaint(location=location, path=path, message=message, hint=hint))

    def _location(self, mark: Any) -> Location:
        return Location(file=self._name, line=mark.line + 1, column=mark.column + 1)


def _loader() -> Any:
    """The C parser, 10 times faster, except where PyYAML was built without it."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _plain(text: str) -> Any:
    """What text without quotes means."""
    if text in WORDS:
        return WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) and not isinf(number := float(text)):
        return number
    return text
