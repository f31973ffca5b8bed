"""The properties of a recording: what its author and the tool write into the head of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from macros.vault.names import is_utf_8

DISPLAY = "display"
"""The engine of commands that are shown and never run."""
LONGEST = 600.0
"""Seconds that a recording may ask for."""
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_SAFE = re.compile(r"[\w.:/@][\w.:/@-]*")
_PATTERN_NAME = re.compile(r"[\w -]+")
_PROGRAM = re.compile(r"[\w.+-]+")


class RecordingError(Exception):
    """A file that is no recording: `line` (from 1) and what is wrong there."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


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
    """The engine of a reader's browser that can run it; empty when none can."""
    timeout: float
    """Seconds that all the commands may take together."""
    recorded: str
    """Date, versions and architecture of the record; empty before the first."""
    checksum: str


def read_properties(head: str) -> Properties:
    """Read the YAML between the dashes; RecordingError, with a line of the file, for what is wrong."""
    given = _mapping(head)
    return Properties(
        title=_text(given, "title"),
        engine=_text(given, "engine") or "shell",
        patterns=MappingProxyType(_patterns(given.get("patterns") or {})),
        files=MappingProxyType(_files(given.get("files") or {})),
        needs=_programs(given.get("needs") or []),
        after=_text(given, "after"),
        variables=MappingProxyType(_variables(given.get("variables") or {})),
        lab=_text(given, "lab"),
        timeout=_seconds(given.get("timeout", "30")),
        recorded=_text(given, "recorded"),
        checksum=_text(given, "checksum"),
    )


def _mapping(head: str) -> dict[str, Any]:
    try:
        properties = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings only
    except RecursionError:
        raise RecordingError(1, "the properties are nested too deep") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RecordingError(mark.line + 2 if mark else 1, "the properties are no YAML") from error
    if properties is None:
        return {}
    if not all(is_utf_8(text) for text in _strings(properties)):
        raise RecordingError(1, "the properties have letters that are none")
    if not isinstance(properties, dict):
        raise RecordingError(1, "the properties are no list of `key: value`")
    return properties


def _strings(value: Any) -> Iterator[str]:
    """Every text in the properties."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _strings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _strings(part))


def _text(properties: Mapping[str, Any], key: str) -> str:
    value = properties.get(key) or ""
    if not isinstance(value, str) or "\n" in value:
        raise RecordingError(1, f"`{key}` is one line of text")
    return value


def _patterns(written: Any) -> dict[str, re.Pattern[str]]:
    if not isinstance(written, dict) or not all(
        _PATTERN_NAME.fullmatch(name) and pattern for name, pattern in written.items()
    ):
        raise RecordingError(1, "`patterns` maps names of letters to regular expressions")
    try:
        return {name: re.compile(pattern) for name, pattern in written.items()}
    except (re.error, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise RecordingError(1, f"`patterns` maps names to regular expressions: {error}") from error


def _files(written: Any) -> dict[str, str]:
    if not isinstance(written, dict) or any(not isinstance(text, str) for text in written.values()):
        raise RecordingError(1, "`files` maps paths to texts")
    for path in written:
        if not path or path.startswith("/") or ".." in path.split("/"):
            raise RecordingError(1, f"the file '{path}' would lie outside the place of the recording")
    return dict(written)


def _variables(written: Any) -> dict[str, str]:
    if not isinstance(written, dict) or not all(
        _VARIABLE.fullmatch(name) and isinstance(value, str) and _SAFE.fullmatch(value)
        for name, value in written.items()
    ):
        raise RecordingError(1, "`variables` maps names in capitals to values of letters, digits and . : / @ _ -")
    if len(set(written.values())) < len(written):
        raise RecordingError(1, "two `variables` have the same value")
    return dict(written)


def _programs(written: Any) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(isinstance(word, str) and _PROGRAM.fullmatch(word) for word in written):
        raise RecordingError(1, "`needs` is a list of programs")
    return tuple(written)


def _seconds(written: Any) -> float:
    try:
        seconds = float(written)
    except (TypeError, ValueError):
        seconds = 0
    if not 0 < seconds <= LONGEST:
        raise RecordingError(1, f"`timeout` is a number of seconds, up to {LONGEST:g}")
    return seconds
