"""Commands and what they gave, as lines of a file and as a program printed them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.commands.properties import RecordingError
from macros.language import message

_EXIT = re.compile(r"\[exit (\d{1,3})\]")
_MARKED = re.compile(r"(?:\$ |> |>\Z|\[exit |\\|macOS\$ |Windows\$ )")
"""A line of output that would be read as something else, and is written behind a backslash."""
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


def read_steps(lines: Iterable[str], first_line: int) -> Iterator[Step]:
    """The steps in `lines`, the first of them at `first_line`; RecordingError for output without a command."""
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
                raise RecordingError(number, message("recording.output-first"))
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
    for system, command in (("", step.command), *step.elsewhere):
        first, *more = command.split("\n")
        yield f"{system}$ {first}"
        yield from (f"> {line}" for line in more)
    if step.output:
        yield from (f"\\{line}" if _MARKED.match(line) else line for line in step.output.split("\n"))
    if step.exit_code:
        yield f"[exit {step.exit_code}]"
