"""Notes and their findings as plain data and back, so that they can be kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, fields
from types import MappingProxyType
from typing import Any

from macros.language import Message
from macros.vault.anchors import Anchor
from macros.vault.block_id import BlockId
from macros.vault.blocks import Heading
from macros.vault.calls import Written
from macros.vault.fences import Fence
from macros.vault.findings import Findings
from macros.vault.mention import Mention
from macros.vault.note import Note
from macros.vault.permalink import Permalink
from macros.vault.problem import Problem
from macros.vault.reference import Reference
from macros.vault.stations import Station
from macros.vault.visibility import Visibility

_LISTS = MappingProxyType(
    {
        "headings": Heading,
        "block_ids": BlockId,
        "anchors": Anchor,
        "calls": Written,
        "fences": Fence,
        "diagrams": Fence,
        "stations": Station,
    }
)


def to_plain(note: Note) -> dict[str, Any]:
    """`note` as what JSON has: mappings, lists, texts, numbers and truths."""
    plain: dict[str, Any] = {field.name: getattr(note, field.name) for field in fields(note)}
    for name in _LISTS:
        plain[name] = [astuple(entry) for entry in plain[name]]
    plain["problems"] = [astuple(problem) for problem in note.problems]
    plain["properties"] = dict(note.properties)
    plain["visibility"] = astuple(note.visibility)
    plain["permalink"] = note.permalink and astuple(note.permalink)
    plain["mentions"] = [
        (*_reference(mention.reference), mention.line, mention.before, mention.label, mention.after)
        for mention in note.mentions
    ]
    return plain


def from_plain(plain: Mapping[str, Any]) -> Note:
    """The note that `to_plain` made `plain` of."""
    lists = {name: tuple(kind(*entry) for entry in plain[name]) for name, kind in _LISTS.items()}
    mentions = tuple(
        Mention(Reference(name, tuple(sections), block, label, embed), line, *map(tuple, sentence))
        for name, sections, block, label, embed, line, *sentence in plain["mentions"]
    )
    problems = tuple(problem_from_plain(*problem) for problem in plain["problems"])
    texts = {name: tuple(plain[name]) for name in ("aliases", "tags", "drawn")}
    properties = MappingProxyType(plain["properties"])
    visibility = Visibility(*plain["visibility"])
    permalink = Permalink(*plain["permalink"]) if plain["permalink"] else None
    made = {"mentions": mentions, "properties": properties, "problems": problems, "visibility": visibility}
    return Note(**{**plain, **lists, **texts, **made, "permalink": permalink})


def problem_from_plain(
    path: str,
    line: int,
    code: str,
    told: Sequence[Any],
    way_out: Sequence[Any],
    notice: bool,  # noqa: FBT001
) -> Problem:
    """The problem that `astuple` took apart."""
    return Problem(path, line, code, _message(*told), _message(*way_out), notice)


def findings_to_plain(findings: Findings) -> tuple[Any, ...]:
    """`findings` as what JSON has."""
    return astuple(findings)


def findings_from_plain(
    problems: Sequence[Any], closed: Sequence[Any], embeds: Sequence[Any], asked: Sequence[str]
) -> Findings:
    """The findings that `findings_to_plain` took apart."""
    return Findings(
        tuple(problem_from_plain(*problem) for problem in problems),
        tuple((path, plugin, line) for path, plugin, line in closed),
        tuple((path, embed, line) for path, embed, line in embeds),
        tuple(asked),
    )


def _reference(reference: Reference) -> tuple[Any, ...]:
    """What `astuple` makes of it: a vault has too many for that."""
    return reference.name, reference.sections, reference.block, reference.label, reference.embed


def _message(key: str, values: Iterable[tuple[str, Any]]) -> Message:
    return Message(key, tuple((name, value if isinstance(value, str) else _message(*value)) for name, value in values))
