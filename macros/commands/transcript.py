"""Commands and what they gave, as lines of a file and as a program printed them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from macros.commands.properties import RecordingError
from macros.language import message

_EXIT = re.compile(r"\[exit (\d{1,3})\]")
_MARKED = re.compile(r"(?:\$ |> |>\Z|\[exit |\\|macOS\$ |Windows\$ )")
"""A line of output that would be read as something else, and is written behind a backslash."""
_COMMENT = re.compile(r"\s*#+\s?(.*\S)\s*")
_OTHER_SYSTEM = re.compile(r"(macOS|Windows)\$ (.*)")
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|.)")
_OVERWRITTEN = re.compile(r"[^\n]*\r(?!\n)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Step:
    """`$ command`, what it printed on both of its outputs, and its exit code."""

    command: str
    output: str = ""
    exit_code: int = 0
    elsewhere: tuple[tuple[str, str], ...] = ()
    """The command for other systems, `("macOS", "ifconfig lo0")`: shown, and never run."""
    comment: str = ""
    """What the author says of it: the lines `$ # …` before the command. Shown, never run, and no part of the record."""


def read_steps(lines: Iterable[str], first_line: int) -> Iterator[Step]:
    """The steps in `lines`, the first of them at `first_line`.

    RecordingError for output without a command, and for a comment with no command behind it.
    """
    comments: list[str] = []
    last = first_line
    for group in _groups(lines, first_line):
        last = group.line
        if comment := group.comment:
            if any(group.output) or group.exit_code:
                raise RecordingError(group.line, message("recording.comment-output"))
            comments.append(comment)
        else:
            yield group.step("\n".join(comments))
            comments = []
    if comments:
        raise RecordingError(last, message("recording.comment-last"))


@dataclass(slots=True)
class _Group:
    """A command of a file with all that stands below it."""

    line: int
    commands: list[tuple[str, list[str]]]
    """For each system, with no name for the first, the lines of its command."""
    output: list[str] = field(default_factory=list)
    exit_code: int = 0

    @property
    def comment(self) -> str:
        """What it says when it is nothing but a comment of bash; else nothing."""
        found = [_COMMENT.fullmatch(line) for line in self.commands[0][1]]
        if len(self.commands) > 1 or not all(found):
            return ""
        return "\n".join(line[1] for line in found if line)

    def step(self, comment: str) -> Step:
        (_, command), *elsewhere = ((system, "\n".join(lines)) for system, lines in self.commands)
        return Step(command, "\n".join(self.output).rstrip("\n"), self.exit_code, tuple(elsewhere), comment)

    def add(self, line: str) -> None:
        """Take a line that stands below."""
        if (line.startswith("> ") or line == ">") and not self.output:
            self.commands[-1][1].append(line[2:])
        elif not self.output and (found := _OTHER_SYSTEM.fullmatch(line)):
            self.commands.append((found[1], [found[2]]))
        elif found := _EXIT.fullmatch(line):
            self.exit_code = int(found[1])
        else:
            self.output.append(line.removeprefix("\\"))


def _groups(lines: Iterable[str], first_line: int) -> Iterator[_Group]:
    group = None
    for number, line in enumerate(lines, first_line):
        if line.startswith("$ "):
            if group:
                yield group
            group = _Group(number, [("", [line[2:]])])
        elif group:
            group.add(line)
        elif line.strip():
            raise RecordingError(number, message("recording.output-first"))
    if group:
        yield group


def written(steps: Iterable[Step]) -> str:
    """`steps` as they stand in a file."""
    return "".join(f"{line}\n" for step in steps for line in _lines(step))


def shown(output: str, patterns: Mapping[str, re.Pattern[str]]) -> str:
    """`output` as a reader sees it, with what `patterns` match replaced by their names in brackets.

    Colours, what was overwritten on a line, and blanks at the ends of lines are left out.
    """
    output = _CONTROL.sub("", _OVERWRITTEN.sub("", _ESCAPES.sub("", output).replace("\r\n", "\n")))
    for name, pattern in patterns.items():
        output = pattern.sub(f"[{name}]", output)
    return "\n".join(line.rstrip() for line in output.rstrip("\n").split("\n"))


def _lines(step: Step) -> Iterator[str]:
    yield from (f"$ # {line}" for line in step.comment.split("\n") if line)
    for system, command in (("", step.command), *step.elsewhere):
        first, *more = command.split("\n")
        yield f"{system}$ {first}"
        yield from (f"> {line}" for line in more)
    if step.output:
        yield from (f"\\{line}" if _MARKED.match(line) else line for line in step.output.split("\n"))
    if step.exit_code:
        yield f"[exit {step.exit_code}]"
