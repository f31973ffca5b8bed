"""Which braces of a note are macros: the calls that are meant, and nothing else."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.language import Message, ToldError, message
from macros.vault.blocks import read_blocks
from macros.vault.inlines import opaque
from macros.vault.names import is_utf_8
from macros.vault.nearest import nearest

Macros = Mapping[str, Callable[..., Any]]
"""What a note may call, by name."""

_BRACES = re.compile(r"\{[{%#]")
_OPENING = re.compile(r"(?<![$\\{])\{\{-?\s{0,20}([A-Za-z_]\w{0,60})([ \t]{0,20})\(")
_CALL = re.compile(
    r"\{\{-?\s{0,20}[A-Za-z_]\w{0,60}[ \t]{0,20}"
    r"\((?:[^\"'{}\n]|\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'){0,1000}\)\s{0,20}-?\}\}"
)
_HTML_CODE = re.compile(r"<(?:pre|code|kbd|samp|script|style|textarea|!--)", re.IGNORECASE)
_SHOWN = re.compile(r"[^\n]{0,80}?\}\}|[^\n]{0,80}")
"""As much of a wrong call as its author is shown."""
_EXPECTED = message("call.plain")


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a macro at its line of the text, from 1, with the values of its arguments by name."""

    name: str
    line: int
    arguments: Mapping[str, Any]
    start: int
    end: int
    """Where it stands in the text."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of the text, from 1, what is wrong there, and what may have been meant."""

    line: int
    message: Message
    close: tuple[str, ...] = ()


def read_calls(text: str, macros: Macros) -> tuple[Call | Fault, ...]:
    """The calls of `macros` in `text`, outside code; and what stands where one was meant.

    `{{ name("value", number=1) }}` is a call. What has a macro's name and a bracket is meant to be one; so is a whole
    call with a name near to a macro's. All else belongs to Helm, Go, GitHub Actions, Ansible and their like.
    """
    openings = [*_OPENING.finditer(text)]
    meant = {name: (name,) if name in macros else _near(name, macros) for name in {found[1] for found in openings}}
    openings = [found for found in openings if meant[found[1]]]
    if not openings:
        return ()
    read: list[Call | Fault] = []
    end = 0
    for opening, in_html in _in_the_open(openings, _opaque_ranges(text)):
        if opening.start() < end:
            continue
        written = _CALL.match(text, opening.start())
        end = (written or opening).end()
        found = _read_call(text, opening, written, macros)
        if in_html and isinstance(found, Call):
            found = Fault(found.line, message("call.in-html", name=found.name))
        if found:
            read.append(found)
    return tuple(read)


def literalise(text: str, macros: Macros) -> str:
    """`text` in which Jinja finds only calls of `macros`.

    Every other `{{`, `{%` and `{#` (Helm, Go templates, GitHub Actions, `{#id}`) is made a string that renders to
    itself, so a note opts in without being rewritten, and without a way to reach anything but the macros.
    """
    calls = {call.start: call.end for call in read_calls(text, macros) if isinstance(call, Call)}
    parts: list[str] = []
    position = 0
    for found in _BRACES.finditer(text):
        if found.start() < position:
            continue
        parts.append(text[position : found.start()])
        position = calls.get(found.start(), found.end())
        parts.append(text[found.start() : position] if found.start() in calls else f"{{{{ {found[0]!r} }}}}")
    return "".join([*parts, text[position:]])


def _near(name: str, macros: Macros) -> tuple[str, ...]:
    """The macros that `name` may be a slip of: a letter more or less in a short name, two in a long one."""
    return tuple(of for of in nearest(name, macros, 1) if abs(len(of) - len(name)) <= max(1, len(of) // 5))


def _in_the_open(
    found: Iterable[re.Match[str]], ranges: Iterable[tuple[int, int, bool]]
) -> Iterator[tuple[re.Match[str], bool]]:
    """Those of `found` that do not start in code or the like, and whether in HTML; both are in order."""
    waiting, nowhere = iter(ranges), (sys.maxsize, sys.maxsize, False)
    start, end, is_html = next(waiting, nowhere)
    for one in found:
        while end <= one.start():
            start, end, is_html = next(waiting, nowhere)
        if is_html or one.start() < start:
            yield one, start <= one.start()


def _read_call(text: str, opening: re.Match[str], written: re.Match[str] | None, macros: Macros) -> Call | Fault | None:
    """The call that `written` is, or what is wrong with it; None for what only looks like one."""
    name, blanks = opening[1], opening[2]
    line = text.count("\n", 0, opening.start()) + 1
    shown = found[0] if (found := _SHOWN.match(text, opening.start())) else ""
    try:
        values, named = _arguments(written[0] if written else "")
    except _NoCallError as error:
        told = message("call.none", shown=shown, reason=error.told)
        return None if blanks or name not in macros else Fault(line, told)
    if name not in macros:
        return Fault(line, message("call.unknown", name=name), _near(name, macros))
    signature = inspect.signature(macros[name])
    try:
        arguments = signature.bind(*values, **named).arguments
    except TypeError:
        known = [of for of in signature.parameters if of not in named]
        close = (near for of in named if of not in signature.parameters and (near := nearest(of, known, 1)))
        reason = _misfit(tuple(signature.parameters.values()), len(values), named)
        return Fault(line, message("call.none", shown=shown, reason=reason), next(close, ()))
    return Call(name, line, arguments, opening.start(), (written or opening).end())


def _misfit(parameters: Sequence[inspect.Parameter], given: int, named: Iterable[str]) -> Message:
    """Why a call with so many values and those names does not fit: what Python says first, in the author's language."""
    left = [parameter.name for parameter in parameters[given:]]
    known = [parameter.name for parameter in parameters]
    if twice := next((name for name in known[:given] if name in named), ""):
        return message("call.multiple", name=twice)
    if given > len(parameters):
        return message("call.too-many")
    needed = (of.name for of in parameters[given:] if of.default is of.empty and of.name not in named)
    if missing := next(needed, ""):
        return message("call.missing", name=missing)
    return message("call.unexpected", name=next(name for name in named if name not in left))


class _NoCallError(ToldError):
    """What is no plain call, and why."""


@lru_cache(maxsize=10_000)
def _arguments(written: str) -> tuple[tuple[Any, ...], Mapping[str, Any]]:
    """The values of the call `written`, by place and by name, as Jinja reads them; _NoCallError if it is no plain one.

    Python's own reader takes more than Jinja does, such as sets, bytes and `...`: pages would be pages of errors.
    Remembered, as a preview asks at each save.
    """
    try:
        body = _parser().parse(written).body
    except TemplateSyntaxError:
        raise _NoCallError(_EXPECTED) from None
    except RecursionError:
        raise _NoCallError(message("call.too-deep")) from None
    call = body[0].nodes[0] if len(body) == 1 and isinstance(body[0], nodes.Output) else None
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name) or call.dyn_args or call.dyn_kwargs:
        raise _NoCallError(_EXPECTED)
    named = {argument.key: _value(argument.value) for argument in call.kwargs}
    if len(named) < len(call.kwargs):
        raise _NoCallError(message("call.twice"))
    return tuple(_value(argument) for argument in call.args), MappingProxyType(named)


def _value(node: nodes.Expr) -> Any:
    if isinstance(node, nodes.Const) and (not isinstance(node.value, str) or is_utf_8(node.value)):
        return node.value
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const) and type(node.node.value) in (int, float):
        return -node.node.value
    raise _NoCallError(_EXPECTED)


@cache
def _parser() -> Environment:
    """Jinja, to read with and not to render."""
    return Environment()  # noqa: S701


@lru_cache(maxsize=2_000)
def _opaque_ranges(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Start and end of all that is no running text: code, formulas, comments; and blocks of HTML, which are marked.

    Remembered, for a build asks for problems before it renders, and a preview at each save.
    """
    return tuple(sorted(set(_ranges(text))))


def _ranges(text: str) -> Iterator[tuple[int, int, bool]]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for token in read_blocks(text).tokens:
        if not token.map:
            continue
        start, end = starts[token.map[0]], starts[token.map[1]]
        if token.type in ("fence", "code_block", "math", "comment", "html_block"):
            yield start, end, token.type == "html_block" and not _HTML_CODE.search(token.content)
        elif token.type == "inline":
            yield from ((start + first, start + last, False) for first, last in opaque(text[start:end]))
