"""A call as a note writes it, `{{ name("text", key=1) }}`: plain values in one line. Nothing in it is evaluated."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.language import Message, message
from macros.vault.names import is_utf_8

Value = str | int | float | bool | None

PARTS = ("counts", "start", "paths", "topics", "tags", "recent")
"""The parts of a home page, which `maru` shows."""
OPENING = re.compile(r"(?<![$\\{])\{\{-?[ \t]{0,20}([A-Za-z_]\w{0,60})([ \t]{0,20})\(")
"""How a call begins; groups: its name, and blanks before the bracket. `${{` and `{{{` are other languages' own."""
_CLOSING = re.compile(r"\)[ \t]{0,20}-?\}\}")
_BLANKS = re.compile(r"[ \t]*")
_COMMA = re.compile(r",[ \t]*")
_KEY = re.compile(r"([A-Za-z_]\w{0,60})[ \t]*=(?!=)[ \t]*")
_ESCAPE = r"\\(?:[\\\"'abfnrtv]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4})"
_TEXT = re.compile(rf"\"((?:[^\"\\\n]|{_ESCAPE})*)\"|'((?:[^'\\\n]|{_ESCAPE})*)'")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,300})(\.\d{1,300})?(e[+-]?\d{1,3})?(?![\w.])", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"(?:[Tt]rue|[Ff]alse|[Nn]one)(?!\w)")
_WORDS: Mapping[str, Value] = MappingProxyType({"true": True, "false": False, "none": None})


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `name` with `values` by their place and `named` ones; `text[start:end]` from brace to brace."""

    name: str
    start: int
    end: int
    values: tuple[Value, ...] = ()
    named: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class NoCall:
    """What begins as a call does and has something else in it than plain values; `end` is where its beginning ends."""

    name: str
    start: int
    end: int
    is_spaced: bool
    """True for blanks before the bracket, which most other languages want: `{{ run (index .x 0) }}`."""


class _NoPlainValueError(Exception):
    """What is no plain value."""


def call_at(text: str, start: int) -> Call | None:
    """The call whose braces open at `start`; None where there is none, or one of something else than plain values."""
    found = read_at(text, start)
    return found if isinstance(found, Call) else None


def read_at(text: str, start: int) -> Call | NoCall | None:
    """The call whose braces open at `start`, or what begins as one and is none; None where nothing begins.

    Its values are what Jinja would make of them; Jinja knows more kinds, which are none here.
    """
    opening = OPENING.match(text, start)
    if not opening:
        return None
    try:
        values, named, position = _arguments(text, _behind(_BLANKS, text, opening.end()))
    except _NoPlainValueError:
        values, named, position = (), (), len(text)
    if closing := _CLOSING.match(text, position):
        return Call(opening[1], start, closing.end(), values, named)
    return NoCall(opening[1], start, opening.end(), bool(opening[2]))


def arguments_of(call: Call, signature: inspect.Signature) -> Mapping[str, Value] | Message:
    """The values of `call` by the names of `signature`, or why they do not fit: what Python says first."""
    named = dict(call.named)
    if len(named) < len(call.named):
        return message("call.twice")
    try:
        return signature.bind(*call.values, **named).arguments
    except TypeError:
        return _misfit(signature, len(call.values), named)


def recording_of(call: Call) -> tuple[str, str] | None:
    """The id and the lines (empty for all) of the recording that `call` shows; None for any other call."""
    found = arguments_of(call, _RUN) if call.name == "run" else None
    if not isinstance(found, Mapping):
        return None
    texts = {name: value for name, value in found.items() if isinstance(value, str)}
    return run(**texts) if len(texts) == len(found) else None


def part_of(call: Call) -> str | None:
    """The name of the part of a home page that `call` shows, `maru("topics")`; None for any other call."""
    found = arguments_of(call, _MARU) if call.name == "maru" else None
    return str(found["part"]) if isinstance(found, Mapping) and isinstance(found["part"], str) else None


def maru(part: str) -> str:
    """What a part of a home page is called by."""
    return part


def run(id: str, lines: str = "") -> tuple[str, str]:  # noqa: A002 - as authors write it
    """What a recording is called by: its id, and the numbers of the commands that are shown, else all."""
    return id, lines


_RUN = inspect.signature(run)
_MARU = inspect.signature(maru)


def _arguments(text: str, position: int) -> tuple[tuple[Value, ...], tuple[tuple[str, Value], ...], int]:
    """The values from `position` up to the bracket that closes them: by place, by name, and where that bracket is."""
    values, named = list[Value](), list[tuple[str, Value]]()
    while text[position : position + 1] != ")":
        key = _KEY.match(text, position)
        value, position = _value(text, key.end() if key else position)
        if key:
            named.append((key[1], value))
        elif named:
            raise _NoPlainValueError
        else:
            values.append(value)
        position = _behind(_BLANKS, text, position)
        if text[position : position + 1] not in (",", ")"):
            raise _NoPlainValueError
        position = _behind(_COMMA, text, position)
    return tuple(values), tuple(named), position


def _value(text: str, position: int) -> tuple[Value, int]:
    """The value at `position`, and where it ends; texts that stand side by side are one."""
    if number := _NUMBER.match(text, position):
        return (float if number[1] or number[2] else int)(number[0]), number.end()
    if word := _WORD.match(text, position):
        return _WORDS[word[0].lower()], word.end()
    parts = []
    while found := _TEXT.match(text, _behind(_BLANKS, text, position)):
        written = found[1] if found[1] is not None else found[2]
        parts.append(written.encode("ascii", "backslashreplace").decode("unicode-escape"))
        position = found.end()
    value = "".join(parts)
    if not parts or not is_utf_8(value):
        raise _NoPlainValueError
    return value, position


def _behind(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _misfit(signature: inspect.Signature, given: int, named: Mapping[str, Value]) -> Message:
    """Why a call with so many values and those names does not fit, in the author's language."""
    parameters = tuple(signature.parameters.values())
    left = [parameter.name for parameter in parameters[given:]]
    known = [parameter.name for parameter in parameters]
    if twice := next((name for name in known[:given] if name in named), ""):
        return message("call.multiple", name=twice)
    if given > len(parameters):
        return message("call.too-many")
    needed = [parameter.name for parameter in parameters[given:] if parameter.default is parameter.empty]
    if missing := next((name for name in needed if name not in named), ""):
        return message("call.missing", name=missing)
    return message("call.unexpected", name=next(name for name in named if name not in left))
