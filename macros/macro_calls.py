"""Which braces of a note are macros: the calls that are meant, and nothing else."""

from __future__ import annotations

import inspect
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.language import Message, message
from macros.vault.blocks import read_blocks
from macros.vault.call import Call, NoCall, Value, arguments_of
from macros.vault.calls import Written, read_calls
from macros.vault.nearest import nearest

Macros = Mapping[str, Callable[..., Any]]
"""What a note may call, by name."""

_SHOWN = re.compile(r"[^\n]{0,80}?\}\}|[^\n]{0,80}")
"""As much of a wrong call as its author is shown."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A call of a macro, with the values of its arguments by name."""

    name: str
    arguments: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong where a call was meant, and what may have been meant."""

    message: Message
    close: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A call that gave nothing: its line in the body, from 0, and why."""

    line: int
    message: Message


def judged(calls: Iterable[Written], macros: Macros) -> Iterator[tuple[Written, Meant | Fault]]:
    """Those of `calls` that are of `macros`, and what is wrong where one was meant.

    What has a macro's name and a bracket is meant to be one; so is a whole call with a name near to a macro's. All
    else belongs to Helm, Go, GitHub Actions, Ansible and their like.
    """
    known = dict[str, tuple[str, ...]]()
    for written in calls:
        call = written.read()
        if call.name not in known:
            known[call.name] = (call.name,) if call.name in macros else _near(call.name, macros)
        if known[call.name] and (found := _judge(written, call, macros, known[call.name])):
            yield written, found


def filled(text: str, macros: Macros) -> tuple[str, tuple[Failed, ...]]:
    """`text` with what its calls of `macros` give in their places, and the calls that failed, which stay as they are.

    All other braces (Helm, Go templates, GitHub Actions, `{#id}`) are text: a note opts in without being rewritten, and
    without a way to reach anything but the macros, for nothing of it is evaluated.
    """
    parts, failed, position = list[str](), list[Failed](), 0
    found = judged(read_calls(read_blocks(text), text), macros)
    meant = ((written, what) for written, what in found if isinstance(what, Meant) and written.start >= 0)
    for written, call in sorted(meant, key=lambda item: item[0].start):
        given = result(call, macros)
        if isinstance(given, Message):
            failed.append(Failed(written.line, given))
        elif written.start >= position:
            before = text[position : written.start]
            parts += [before.rstrip() if written.text.startswith("{{-") else before, given]
            position = written.start + len(written.text)
            if written.text.endswith("-}}"):
                position += len(text[position:]) - len(text[position:].lstrip())
    return "".join([*parts, text[position:]]), tuple(failed)


def result(call: Meant, macros: Macros) -> str | Message:
    """What a macro gives, or that it failed: what it raises, and what is no text or number, is for no reader."""
    try:
        macro = macros[call.name]
        bound = inspect.BoundArguments(_signature(macro), OrderedDict(call.arguments))
        given = macro(*bound.args, **bound.kwargs)
        if isinstance(given, str | int | float):
            return str(given)
        kind = type(given).__name__
    except Exception as error:
        return message("call.failed", name=call.name, reason=f"{type(error).__name__}: {error}")
    return message("call.no-text", name=call.name, kind=kind)


def _near(name: str, macros: Macros) -> tuple[str, ...]:
    """The macros that `name` may be a slip of: a letter more or less in a short name, two in a long one."""
    return tuple(near for near in nearest(name, macros, 1) if abs(len(near) - len(name)) <= max(1, len(near) // 5))


def _judge(written: Written, call: Call | NoCall, macros: Macros, near: tuple[str, ...]) -> Meant | Fault | None:
    is_macro = call.name in macros
    if isinstance(call, NoCall):
        return _fault(written, message("call.plain")) if is_macro and not call.is_spaced else None
    if not is_macro:
        return Fault(message("call.unknown", name=call.name), near)
    signature = _signature(macros[call.name])
    arguments = arguments_of(call, signature)
    if isinstance(arguments, Message):
        given = [name for name, _ in call.named]
        free = [key for key in signature.parameters if key not in given]
        meant = (nearest(name, free, 1) for name in given if name not in signature.parameters)
        return _fault(written, arguments, next(filter(None, meant), ()))
    if written.place == "html":
        return Fault(message("call.in-html", name=call.name))
    return Meant(call.name, arguments)


def _signature(macro: Callable[..., Any]) -> inspect.Signature:
    """What `macro` takes; anything, where it was written in another language and does not say."""
    try:
        return inspect.signature(macro)
    except (TypeError, ValueError):
        return inspect.signature(lambda *values, **named: None)


def _fault(written: Written, reason: Message, close: tuple[str, ...] = ()) -> Fault:
    shown = found[0] if (found := _SHOWN.match(written.text)) else ""
    return Fault(message("call.none", shown=shown, reason=reason), close)
