"""Which braces of a note are macros: the calls that are meant, and nothing else."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.vault.blocks import read_blocks
from macros.vault.inlines import opaque

_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(
    r"\{\{-?\s{0,20}([A-Za-z_]\w{0,60})(\((?:[^\"'{}\n]|\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'){0,1000}\))\s{0,20}-?\}\}"
)
_UNREADABLE = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError)
Fault = tuple[int, str]
"""A line of the text, from 1, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a macro at its line of the text, from 1, with the values of its arguments by name."""

    name: str
    line: int
    arguments: Mapping[str, Any]


def literalise(text: str, macros: Mapping[str, Callable[..., Any]]) -> tuple[str, list[Call], list[Fault]]:
    """`text` in which Jinja finds only calls of `macros`; those calls; and those that do not fit their macro.

    `{{ name("value", number=1) }}` outside code stays a call. Every other `{{`, `{%` and `{#` (Helm, Go templates,
    GitHub Actions, `{#id}`) is made a string that renders to itself, so a note opts in without being rewritten,
    and without a way to reach anything but the macros.
    """
    parts: list[str] = []
    calls: list[Call] = []
    faults: list[Fault] = []
    position = 0
    for found, inside in _braces(text):
        if found.start() < position:
            continue
        parts.append(text[position : found.start()])
        written = None if inside else _CALL.match(text, found.start())
        if written and written[1] in macros:
            line = text.count("\n", 0, found.start()) + 1
            try:
                calls.append(Call(written[1], line, _arguments(written, macros[written[1]])))
            except _UNREADABLE as error:
                faults.append((line, f"{written[0]} is no call of the macro: {error or type(error).__name__}"))
            else:
                parts.append(written[0])
                position = written.end()
                continue
        parts.append(f"{{{{ {found[0]!r} }}}}")
        position = found.end()
    return "".join([*parts, text[position:]]), calls, faults


def _arguments(written: re.Match[str], macro: Callable[..., Any]) -> dict[str, Any]:
    """The arguments by name: strings, numbers, True, False or None that fit the macro; one of `_UNREADABLE` if not."""
    call = ast.parse(f"{written[1]}{written[2]}", mode="eval").body
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise ValueError("only a plain call is one")  # noqa: TRY004 - what is written is wrong, not a type
    values = [ast.literal_eval(argument) for argument in call.args]
    named = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}
    return dict(inspect.signature(macro).bind(*values, **named).arguments)


def _braces(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Each pair of opening braces, and whether it stands in code or the like."""
    ranges = iter(sorted(set(_opaque_ranges(text))))
    start, end = next(ranges, (len(text), len(text)))
    for found in _BRACES.finditer(text):
        while end <= found.start() < len(text) and (start, end) != (len(text), len(text)):
            start, end = next(ranges, (len(text), len(text)))
        yield found, start <= found.start() < end


def _opaque_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of all that is no running text, in order: code, formulas, comments, blocks of HTML."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for token in read_blocks(text).tokens:
        if not token.map:
            continue
        start, end = starts[token.map[0]], starts[token.map[1]]
        if token.type in ("fence", "code_block", "math", "comment", "html_block"):
            yield start, end
        elif token.type == "inline":
            yield from ((start + first, start + last) for first, last in opaque(text[start:end]))
