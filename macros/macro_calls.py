"""Which braces of a note are macros: the calls that are meant, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from macros.vault.blocks import read_blocks
from macros.vault.inlines import Kind, spans

_BRACES = re.compile(r"\{[{%#]")
_CALL = re.compile(r"\{\{-?\s*([A-Za-z_]\w*)(\((?:[^\"'{}]|\"[^\"\n]*\"|'[^'\n]*')*\))\s*-?\}\}")
_OPAQUE = (Kind.CODE, Kind.COMMENT, Kind.MATH)


def literalise(text: str, macros: frozenset[str]) -> str:
    """`text` in which Jinja finds only calls of `macros`.

    `{{ name("value", number=1) }}` outside code stays a call. Every other `{{`, `{%` and `{#` (Helm, Go templates,
    GitHub Actions, `{#id}`) is made a string that renders to itself, so a note opts in without being rewritten,
    and without a way to reach anything but the macros.
    """
    code = list(_opaque_ranges(text))
    parts, position = [], 0
    while found := _BRACES.search(text, position):
        call = _CALL.match(text, found.start())
        inside = any(start <= found.start() < end for start, end in code)
        parts.append(text[position : found.start()])
        if call and not inside and call[1] in macros and _is_plain(call[2]):
            parts.append(call[0])
            position = call.end()
        else:
            parts.append(f"{{{{ {found[0]!r} }}}}")
            position = found.end()
    return "".join([*parts, text[position:]])


def _is_plain(arguments: str) -> bool:
    """True for arguments that are strings, numbers, True, False or None: nothing is computed from them."""
    try:
        call = ast.parse(f"f{arguments}", mode="eval").body
    except (SyntaxError, ValueError):
        return False
    return isinstance(call, ast.Call) and all(
        isinstance(argument, ast.Constant) for argument in [*call.args, *(k.value for k in call.keywords)]
    )


def _opaque_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of all that is no running text: code, formulas, comments, raw HTML."""
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
            for span in spans(text[start:end]):
                if span.kind in _OPAQUE:
                    yield start + span.start, start + span.end
