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
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from macros.commands.properties import DISPLAY, Properties, RecordingError, read_properties
from macros.commands.transcript import Step, read_steps, written
from macros.language import Message, message

_HEAD = re.compile(r"---[ \t]*\n(.*?)(?<=\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_WRITTEN = re.compile(r"^(?:recorded|checksum)\s*:.*\n", re.MULTILINE)
_CHECKSUM = re.compile(r"[0-9a-f]{12}-[0-9a-f]{12}-[0-9a-f]{12}")


class State(Enum):
    """Whether a recording is still what the tool wrote."""

    TRUE = "true"
    DISPLAY = "display"
    UNRECORDED = "unrecorded"
    COMMANDS_CHANGED = "commands-changed"
    OUTPUT_EDITED = "output-edited"
    SETTING_CHANGED = "setting-changed"
    CHECKSUM_BROKEN = "checksum-broken"

    @property
    def may_be_shown(self) -> bool:
        """True when a reader may be told what it says."""
        return self in (State.TRUE, State.DISPLAY)

    @property
    def told(self) -> Message:
        """What its author is told of it."""
        return message(f"state.{self.value}")


@dataclass(frozen=True, slots=True)
class Recording:
    """`docs/commands/<id>.console`, or a fence in a note, read."""

    id: str
    head: str
    """The YAML between the dashes, as it is written."""
    properties: Properties
    steps: tuple[Step, ...]

    @property
    def engine(self) -> str:
        """The name of the engine that runs it."""
        return self.properties.engine

    @property
    def title(self) -> str:
        """The author's title, or the name of its file; empty for one in a note without a title."""
        return self.properties.title or ("" if "#" in self.id else posixpath.basename(self.id))

    @property
    def state(self) -> State:
        """Whether commands and outputs are those of the record."""
        if self.engine == DISPLAY:
            return State.DISPLAY
        if not self.properties.checksum:
            return State.UNRECORDED
        if not _CHECKSUM.fullmatch(self.properties.checksum):
            return State.CHECKSUM_BROKEN
        was, now = (checksum.split("-") for checksum in (self.properties.checksum, _checksum(self)))
        changed = (State.COMMANDS_CHANGED, State.OUTPUT_EDITED, State.SETTING_CHANGED)
        return next((state for state, one, other in zip(changed, was, now, strict=True) if one != other), State.TRUE)

    def with_record(self, steps: tuple[Step, ...], recorded: str) -> Recording:
        """The same recording with new outputs, written down as `recorded`.

        RecordingError when what is written would not be read as such again: a head that is no plain list of properties.
        """
        now = replace(self, steps=steps, properties=replace(self.properties, recorded=recorded))
        checksum = _checksum(now)
        head = f"{_WRITTEN.sub('', self.head)}recorded: {recorded}\nchecksum: {checksum}\n"
        now = replace(now, head=head, properties=replace(now.properties, checksum=checksum))
        if read_recording(self.id, str(now)) != now:
            raise RecordingError(1, message("recording.not-written-back"))
        return now

    def __str__(self) -> str:
        return f"---\n{self.head}---\n" + written(self.steps)


def read_recording(id: str, text: str) -> Recording:  # noqa: A002 - what macros call it too
    """Read the file of the recording `id`; RecordingError when it is none."""
    found = _HEAD.match(text)
    if not found:
        raise RecordingError(1, message("recording.no-head"))
    properties = read_properties(found[1])
    steps = tuple(read_steps(text[found.end() :].split("\n"), found[0].count("\n") + 1))
    for name, value in properties.variables.items():
        if not any(variable_pattern({name: value}).search(step.command) for step in steps):
            line = properties.line("variables", name)
            raise RecordingError(line, message("property.unused-variable", name=name, value=value))
    return Recording(id, found[1], properties, steps)


def variable_pattern(variables: Mapping[str, str]) -> re.Pattern[str]:
    """Where the values of `variables` stand in a command: as words of their own, the longest first."""
    values = "|".join(re.escape(value) for value in sorted(variables.values(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{values})(?![\w.-])")


def _checksum(recording: Recording) -> str:
    """Twelve digits for the commands, twelve for what they gave, twelve for what they were run with."""
    commands = "\0".join(step.command for step in recording.steps)
    outputs = "\0".join(f"{step.output}\0{step.exit_code}" for step in recording.steps)
    given = recording.properties
    patterns = [(name, pattern.pattern) for name, pattern in given.patterns.items()]
    setting = (given.engine, given.needs, given.after, given.recorded, patterns, [*given.files.items()])
    return "-".join(hashlib.sha256(text.encode()).hexdigest()[:12] for text in (commands, outputs, repr(setting)))
