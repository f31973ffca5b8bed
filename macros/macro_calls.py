"""Which braces of a note are macros: the calls that are meant, and nothing else."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from macros.vault.blocks import read_blocks
from macros.vault.inlines import opaque

_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(
    r"\{\{-?\s{0,20}([A-Za-z_]\w{0,60})(\((?:[^\"'{}\n]|\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'){0,1000}\))\s{0,20}-?\}\}"
)
Fault = tuple[int, str]
"""A line of the text, from 1, and what is wrong there."""


def literalise(text: str, macros: Mapping[str, Callable[..., Any]]) -> tuple[str, list[Fault]]:
    """`text` in which Jinja finds only calls of `macros`, and the calls that do not fit their macro.

    `{{ name("value", number=1) }}` outside code stays a call. Every other `{{`, `{%` and `{#` (Helm, Go templates,
    GitHub Actions, `{#id}`) is made a string that renders to itself, so a note opts in without being rewritten,
    and without a way to reach anything but the macros.
    """
    parts: list[str] = []
    faults: list[Fault] = []
    position = 0
    for found, inside in _braces(text):
        if found.start() < position:
            continue
        parts.append(text[position : found.start()])
        call = None if inside else _CALL.match(text, found.start())
        fault = _fault(call, macros) if call and call[1] in macros else "no call"
        if call and not fault:
            parts.append(call[0])
            position = call.end()
        else:
            parts.append(f"{{{{ {found[0]!r} }}}}")
            position = found.end()
            if call and call[1] in macros:
                faults.append((text.count("\n", 0, found.start()) + 1, f"{call[0]} is no call of the macro: {fault}"))
    return "".join([*parts, text[position:]]), faults


def _fault(found: re.Match[str], macros: Mapping[str, Callable[..., Any]]) -> str:
    """Why the call cannot be made: its arguments are to be strings, numbers, True, False or None, and to fit."""
    try:
        call = ast.parse(f"{found[1]}{found[2]}", mode="eval").body
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            return "only a plain call is one"
        values = [ast.literal_eval(argument) for argument in call.args]
        named = {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}
        inspect.signature(macros[found[1]]).bind(*values, **named)
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError) as error:
        return str(error) or type(error).__name__
    return ""


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
