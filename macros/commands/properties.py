"""The properties of a recording: what its author and the tool write into the head of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

import yaml

from macros.language import Message, ToldError, message
from macros.vault.frontmatter import by_loader
from macros.vault.names import is_utf_8
from macros.vault.nearest import did_you_mean, nearest

DISPLAY = "display"
"""The engine of commands that are shown and never run."""
LONGEST = 600.0
"""Seconds that a recording may ask for."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_SAFE = re.compile(r"[\w.:/@][\w.:/@-]*")
_PATTERN_NAME = re.compile(r"[\w -]+")
_PROGRAM = re.compile(r"[\w.+-]+")


class RecordingError(ToldError):
    """A file that is no recording: `line` (from 1) and what is wrong there."""

    def __init__(self, line: int, told: Message) -> None:
        super().__init__(told)
        self.line = line


@dataclass(frozen=True, slots=True)
class Slip:
    """Something in a head that means nothing, and leaves the recording usable."""

    line: int
    """Of the file, from 1."""
    message: Message
    suggestion: Message


@dataclass(frozen=True, slots=True)
class Properties:
    """The head of a recording, read."""

    title: str
    """What stands above the terminal; empty when the author gave none."""
    engine: str
    patterns: Mapping[str, re.Pattern[str]]
    """Volatile parts by name: what they match is written as `[name]`."""
    files: Mapping[str, str]
    """The files that the commands start from: their texts by relative path."""
    needs: tuple[str, ...]
    """Programs beside the engine's own whose versions count, such as `grep`."""
    after: str
    """The id of the recording whose commands run first, in the same place; empty when this one starts from nothing."""
    variables: Mapping[str, str]
    """What a reader may set, such as `PORT`, and the value that was recorded with."""
    lab: str
    """The lab of a reader's browser that should run it; empty where none is asked to."""
    timeout: float
    """Seconds that all the commands may take together."""
    recorded: str
    """Date, versions and architecture of the record; empty before the first."""
    checksum: str
    lines: Mapping[tuple[str, ...], int] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """The line of the file, from 1, of each property, and of each entry of a mapping: `("files", "a.txt")`."""
    slips: tuple[Slip, ...] = field(default=(), compare=False)
    """Properties that there are none of, or that are given twice."""

    def line(self, *place: str) -> int:
        """The line of a property, or of an entry of one; the first where it is not written."""
        return self.lines.get(place) or self.lines.get(place[:1], 1)


NAMES = tuple(known.name for known in fields(Properties) if known.compare)
"""What a property may be called."""


def read_properties(head: str) -> Properties:
    """Read the YAML between the dashes; RecordingError, with its line of the file, for what is wrong."""
    given = _read(head)
    return Properties(
        title=given.text("title"),
        engine=given.text("engine") or "shell",
        patterns=MappingProxyType(_patterns(given)),
        files=MappingProxyType(_files(given)),
        needs=_programs(given),
        after=given.text("after"),
        variables=MappingProxyType(_variables(given)),
        lab=given.text("lab"),
        timeout=_seconds(given),
        recorded=given.text("recorded"),
        checksum=given.text("checksum"),
        lines=MappingProxyType(given.lines),
        slips=tuple(given.slips()),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What is written in a head."""

    values: Mapping[str, Any]
    lines: dict[tuple[str, ...], int]
    """As in `Properties`."""
    repeated: tuple[tuple[tuple[str, ...], int], ...]
    """What is given once more, and the line of that."""

    def wrong(self, told: Message, *place: str) -> RecordingError:
        return RecordingError(self.lines.get(place) or self.lines.get(place[:1], 1), told)

    def text(self, name: str) -> str:
        value = self.values.get(name) or ""
        if not isinstance(value, str) or "\n" in value:
            raise self.wrong(message("property.text", name=name), name)
        return value

    def slips(self) -> Iterator[Slip]:
        for place, line in self.repeated:
            name, *entry = place
            told = message("property.entry-twice" if entry else "property.twice", name=name, entry="".join(entry))
            yield Slip(line, told, message("property.twice-way"))
        for name in self.values:
            if name not in NAMES:
                way_out = did_you_mean(nearest(name, NAMES, 1)) or message("property.known", names=", ".join(NAMES))
                yield Slip(self.lines[name,], message("property.unknown", name=name), way_out)


def _read(head: str) -> _Given:
    try:
        node, values = by_loader(lambda loader: _composed(loader(head)), head)
    except RecursionError:
        raise RecordingError(1, message("head.too-deep")) from None
    except yaml.reader.ReaderError as error:
        line = head.count("\n", 0, error.position) + 2
        raise RecordingError(line, message("head.not-of-yaml")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RecordingError(mark.line + 2 if mark else 1, message("head.no-yaml")) from error
    except (ValueError, OverflowError) as error:  # a letter that no Unicode has, such as "\U99999999"
        raise RecordingError(1, message("head.no-yaml")) from error
    for scalar in _scalars(node):
        if not is_utf_8(scalar.value):
            raise RecordingError(_line(scalar), message("head.no-letters"))
    if not isinstance(node, yaml.MappingNode | None):
        raise RecordingError(_line(node), message("head.no-list"))
    lines: dict[tuple[str, ...], int] = {}
    repeated = []
    for place, line in _places(node):
        if place in lines:
            repeated.append((place, line))
        lines[place] = line
    return _Given(values, lines, tuple(repeated))


def _composed(loader: Any) -> tuple[yaml.Node | None, Any]:
    node = loader.get_single_node()
    return node, loader.construct_document(node) if node else {}


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 2  # behind the line `---`


def _scalars(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Every text in the properties, once however many aliases repeat it."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        else:
            waiting += node.value


def _places(node: yaml.MappingNode | None) -> Iterator[tuple[tuple[str, ...], int]]:
    """The properties and the entries of those that are mappings, each with its line."""
    for key, value in node.value if node else ():
        yield (key.value,), _line(key)
        if isinstance(value, yaml.MappingNode):
            yield from (((key.value, inner.value), _line(inner)) for inner, _ in value.value)


def _patterns(given: _Given) -> dict[str, re.Pattern[str]]:
    written = given.values.get("patterns") or {}
    if not isinstance(written, dict):
        raise given.wrong(message("property.patterns"), "patterns")
    patterns = {}
    for name, pattern in written.items():
        if not _PATTERN_NAME.fullmatch(name) or not pattern:
            raise given.wrong(message("property.patterns"), "patterns", name)
        try:
            patterns[name] = re.compile(pattern)
        except (re.error, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise given.wrong(message("property.pattern", reason=error), "patterns", name) from error
    return patterns


def _files(given: _Given) -> dict[str, str]:
    written = given.values.get("files") or {}
    if not isinstance(written, dict):
        raise given.wrong(message("property.files"), "files")
    for path, text in written.items():
        if not isinstance(text, str):
            raise given.wrong(message("property.files"), "files", path)
        if not path or path.startswith("/") or ".." in path.split("/"):
            raise given.wrong(message("property.file-outside", path=path), "files", path)
    return dict(written)


def _variables(given: _Given) -> dict[str, str]:
    written = given.values.get("variables") or {}
    expected = message("property.variables")
    if not isinstance(written, dict):
        raise given.wrong(expected, "variables")
    for name, value in written.items():
        if not _VARIABLE.fullmatch(name) or not isinstance(value, str) or not _SAFE.fullmatch(value):
            raise given.wrong(expected, "variables", name)
    if len(set(written.values())) < len(written):
        raise given.wrong(message("property.same-variables"), "variables")
    return dict(written)


def _programs(given: _Given) -> tuple[str, ...]:
    written = given.values.get("needs") or []
    if not isinstance(written, list) or not all(isinstance(word, str) and _PROGRAM.fullmatch(word) for word in written):
        raise given.wrong(message("property.needs"), "needs")
    return tuple(written)


def _seconds(given: _Given) -> float:
    try:
        seconds = float(given.values.get("timeout", "30"))
    except (TypeError, ValueError):
        seconds = 0
    if not 0 < seconds <= LONGEST:
        raise given.wrong(message("property.timeout", most=f"{LONGEST:g}"), "timeout")
    return seconds
