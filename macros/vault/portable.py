"""A note as plain data and back, so that it can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, fields
from types import MappingProxyType
from typing import Any

from macros.language import Message
from macros.vault.blocks import BlockId, Heading
from macros.vault.calls import Written
from macros.vault.fences import Fence
from macros.vault.mention import Mention
from macros.vault.note import Note
from macros.vault.problem import Problem
from macros.vault.reference import Reference

_LISTS = MappingProxyType({"headings": Heading, "block_ids": BlockId, "calls": Written, "fences": Fence})


def to_plain(note: Note) -> dict[str, Any]:
    """`note` as what JSON has: mappings, lists, texts, numbers and truths."""
    plain: dict[str, Any] = {field.name: getattr(note, field.name) for field in fields(note)}
    for name in _LISTS:
        plain[name] = [astuple(entry) for entry in plain[name]]
    plain["problems"] = [astuple(problem) for problem in note.problems]
    plain["properties"] = dict(note.properties)
    plain["mentions"] = [
        (of.name, of.sections, of.block, of.label, of.embed, mention.line, mention.before, mention.after)
        for mention, of in ((mention, mention.reference) for mention in note.mentions)
    ]
    return plain


def from_plain(plain: Mapping[str, Any]) -> Note:
    """The note that `to_plain` made `plain` of."""
    lists = {name: tuple(kind(*entry) for entry in plain[name]) for name, kind in _LISTS.items()}
    mentions = tuple(
        Mention(Reference(name, tuple(sections), block, label, embed), *place)
        for name, sections, block, label, embed, *place in plain["mentions"]
    )
    problems = tuple(
        Problem(path, line, code, _message(*told), _message(*way_out), notice)
        for path, line, code, told, way_out, notice in plain["problems"]
    )
    texts = {name: tuple(plain[name]) for name in ("aliases", "tags")}
    properties = MappingProxyType(plain["properties"])
    made = {"mentions": mentions, "properties": properties, "problems": problems}
    return Note(**{**plain, **lists, **texts, **made})


def _message(key: str, values: Iterable[tuple[str, Any]]) -> Message:
    return Message(key, tuple((name, of if isinstance(of, str) else _message(*of)) for name, of in values))
