r"""A recording: commands and the output that they really gave, in one file that is both the source and the record.

```console
---
title: 첫 커밋
engine: git
patterns: {해시: '[0-9a-f]{7}'}
recorded: 2026-11-22 · git 2.39.5 · x86_64
checksum: 0a1b2c3d4e5f-5f4e3d2c1b0a
---
$ git commit -m '처음' \
> --quiet
$ ip -brief address show lo
macOS$ ifconfig lo0
lo  UNKNOWN  127.0.0.1/8
$ false
[exit 1]
```
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any

import yaml

from macros.vault.names import is_utf_8

DISPLAY = "display"
"""The engine of commands that are shown and never run."""
LONGEST = 600.0
"""Seconds that a recording may ask for."""
_HEAD = re.compile(r"---[ \t]*\n(.*?)(?<=\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_EXIT = re.compile(r"\[exit (\d{1,3})\]")
_MARKED = re.compile(r"(?:\$ |> |>\Z|\[exit |\\|macOS\$ |Windows\$ )")
_OTHER_SYSTEM = re.compile(r"(macOS|Windows)\$ (.*)")
_ID = re.compile(r"[A-Z][A-Z0-9_]*")
_SAFE = re.compile(r"[\w.:/@][\w.:/@-]*")
_PATTERN_NAME = re.compile(r"[\w -]+")
_PROGRAM = re.compile(r"[\w.+-]+")
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|.)")
_OVERWRITTEN = re.compile(r"[^\n]*\r(?!\n)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_WRITTEN = re.compile(r"^(?:recorded|checksum)\s*:.*\n", re.MULTILINE)
_CHECKSUM = re.compile(r"[0-9a-f]{12}-[0-9a-f]{12}-[0-9a-f]{12}")


class RecordingError(Exception):
    """A file that is no recording: `line` (from 1) and what is wrong there."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class State(Enum):
    """Whether a recording is still what the tool wrote; the value says so to its author."""

    TRUE = "it is as it was recorded"
    DISPLAY = "it is only shown, and never run"
    UNRECORDED = "it was never recorded"
    COMMANDS_CHANGED = "its commands were changed after they were recorded"
    OUTPUT_EDITED = "its output was edited by hand"
    SETTING_CHANGED = "what it was recorded with was changed afterwards"
    CHECKSUM_BROKEN = "its checksum is not one that the tool wrote"

    @property
    def may_be_shown(self) -> bool:
        """True when a reader may be told what it says."""
        return self in (State.TRUE, State.DISPLAY)


@dataclass(frozen=True, slots=True)
class Step:
    """`$ command`, what it printed on both of its outputs, and its exit code."""

    command: str
    output: str = ""
    exit_code: int = 0
    elsewhere: tuple[tuple[str, str], ...] = ()
    """The command for other systems, `("macOS", "ifconfig lo0")`: shown, and never run."""


@dataclass(frozen=True, slots=True)
class Recording:
    """`docs/commands/<id>.console`, read."""

    id: str
    head: str
    """The YAML between the dashes, as it is written."""
    title: str
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
    steps: tuple[Step, ...]

    @property
    def state(self) -> State:
        """Whether commands and outputs are those of the record."""
        if self.engine == DISPLAY:
            return State.DISPLAY
        if not self.checksum:
            return State.UNRECORDED
        if not _CHECKSUM.fullmatch(self.checksum):
            return State.CHECKSUM_BROKEN
        was, now = (checksum.split("-") for checksum in (self.checksum, _checksum(self)))
        changed = (State.COMMANDS_CHANGED, State.OUTPUT_EDITED, State.SETTING_CHANGED)
        return next((state for state, one, other in zip(changed, was, now, strict=True) if one != other), State.TRUE)

    def masked(self, output: str) -> str:
        """`output` as a reader sees it, with its volatile parts replaced by their names.

        Colours, what was overwritten on a line, and blanks at the ends of lines are left out.
        """
        output = _CONTROL.sub("", _OVERWRITTEN.sub("", _ESCAPES.sub("", output).replace("\r\n", "\n")))
        for name, pattern in self.patterns.items():
            output = pattern.sub(f"[{name}]", output)
        return "\n".join(line.rstrip() for line in output.rstrip("\n").split("\n"))

    def with_record(self, steps: tuple[Step, ...], recorded: str) -> Recording:
        """The same recording with new outputs, written down as `recorded`.

        RecordingError when what is written would not be read as such again: a head that is no plain list of properties.
        """
        now = replace(self, steps=steps, recorded=recorded)
        checksum = _checksum(now)
        head = f"{_WRITTEN.sub('', self.head)}recorded: {recorded}\nchecksum: {checksum}\n"
        now = replace(now, head=head, checksum=checksum)
        if read_recording(self.id, str(now)) != now:
            raise RecordingError(1, "its properties cannot be written back: write one on a line, `key: value`")
        return now

    def __str__(self) -> str:
        return f"---\n{self.head}---\n" + "".join(f"{line}\n" for step in self.steps for line in _lines(step))


def read_recording(id: str, text: str) -> Recording:  # noqa: A002 - what macros call it too
    """Read the file of the recording `id`; RecordingError when it is none."""
    found = _HEAD.match(text)
    if not found:
        raise RecordingError(1, "a recording starts with its properties between two lines `---`")
    properties = _properties(found[1])
    first_line = found[0].count("\n") + 1
    variables = _variables(properties.get("variables") or {})
    engine = _text(properties, "engine") or "shell"
    steps = tuple(_steps(text[found.end() :].split("\n"), first_line))
    for name, value in variables.items():
        if not any(variable_pattern({name: value}).search(step.command) for step in steps):
            raise RecordingError(1, f"the variable {name} is '{value}', which stands in none of the commands")
    return Recording(
        id=id,
        head=found[1],
        title=_text(properties, "title") or ("" if "#" in id else posixpath.basename(id)),
        engine=engine,
        patterns=MappingProxyType(_patterns(properties.get("patterns") or {})),
        files=MappingProxyType(_files(properties.get("files") or {})),
        needs=_words(properties.get("needs") or []),
        after=_text(properties, "after"),
        variables=MappingProxyType(variables),
        lab=_text(properties, "lab"),
        timeout=_seconds(properties.get("timeout", "30")),
        recorded=_text(properties, "recorded"),
        checksum=_text(properties, "checksum"),
        steps=steps,
    )


def variable_pattern(variables: Mapping[str, str]) -> re.Pattern[str]:
    """Where the values of `variables` stand in a command: as words of their own, the longest first."""
    values = "|".join(re.escape(value) for value in sorted(variables.values(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{values})(?![\w.-])")


def _properties(head: str) -> dict[str, Any]:
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
        _ID.fullmatch(name) and isinstance(value, str) and _SAFE.fullmatch(value) for name, value in written.items()
    ):
        raise RecordingError(1, "`variables` maps names in capitals to values of letters, digits and . : / @ _ -")
    if len(set(written.values())) < len(written):
        raise RecordingError(1, "two `variables` have the same value")
    return dict(written)


def _words(written: Any) -> tuple[str, ...]:
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


def _steps(lines: list[str], first_line: int) -> Iterator[Step]:
    commands: list[tuple[str, list[str]]] = []
    output: list[str] = []
    exit_code = 0
    for number, line in enumerate(lines, first_line):
        if line.startswith("$ "):
            if commands:
                yield _step(commands, output, exit_code)
            commands, output, exit_code = [("", [line[2:]])], [], 0
        elif not commands:
            if line.strip():
                raise RecordingError(number, "output without a command above it: a command starts with `$ `")
        elif (line.startswith("> ") or line == ">") and not output:
            commands[-1][1].append(line[2:])
        elif not output and (found := _OTHER_SYSTEM.fullmatch(line)):
            commands.append((found[1], [found[2]]))
        elif found := _EXIT.fullmatch(line):
            exit_code = int(found[1])
        else:
            output.append(line.removeprefix("\\"))
    if commands:
        yield _step(commands, output, exit_code)


def _step(commands: list[tuple[str, list[str]]], output: list[str], exit_code: int) -> Step:
    (_, command), *elsewhere = ((system, "\n".join(lines)) for system, lines in commands)
    return Step(command, "\n".join(output).rstrip("\n"), exit_code, tuple(elsewhere))


def _lines(step: Step) -> Iterator[str]:
    for system, command in (("", step.command), *step.elsewhere):
        first, *more = command.split("\n")
        yield f"{system}$ {first}"
        yield from (f"> {line}" for line in more)
    if step.output:
        yield from (f"\\{line}" if _MARKED.match(line) else line for line in step.output.split("\n"))
    if step.exit_code:
        yield f"[exit {step.exit_code}]"


def _checksum(recording: Recording) -> str:
    """Twelve digits for the commands, twelve for what they gave, twelve for what they were run with."""
    commands = "\0".join(step.command for step in recording.steps)
    outputs = "\0".join(f"{step.output}\0{step.exit_code}" for step in recording.steps)
    patterns = [(name, pattern.pattern) for name, pattern in recording.patterns.items()]
    setting = (
        recording.engine,
        recording.needs,
        recording.after,
        recording.recorded,
        patterns,
        [*recording.files.items()],
    )
    return "-".join(hashlib.sha256(text.encode()).hexdigest()[:12] for text in (commands, outputs, repr(setting)))
