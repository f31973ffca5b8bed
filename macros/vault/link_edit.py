"""Links of a note written anew, each at its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from macros.vault.index import Found
from macros.vault.inlines import Kind, Node, read_inlines, walk
from macros.vault.names import nfc
from macros.vault.note import Note
from macros.vault.note_reader import read_note
from macros.vault.reference import Reference
from macros.vault.vault import LARGEST_NOTE, Vault

LINE = re.compile(r"(\r\n|\r|\n)")
"""Splits a text into line, end, line, end, …"""
_LABEL = re.compile(r"\\?\|")
_DESTINATION = re.compile(r"\]\(\s*(?:<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_UNSAFE = re.compile(r"[\s()<>%\\#&]")
"""What a Markdown destination spells in percent signs; Korean stays readable."""


@dataclass(frozen=True, slots=True)
class LinkRepair:
    """What a link of a note should say."""

    index: int
    """Of the mention, among those of its note."""
    old: Reference
    line: int
    """From 1, in the file."""
    better: Reference
    target: str
    """The path to which `better` leads."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file, and the note that is read in it."""

    text: str
    note: Note

    @classmethod
    def of(cls, path: str, text: str) -> Text:
        """Read `text` as the vault will read it at `path`."""
        return cls(text, read_note(path, text.encode(), largest=LARGEST_NOTE))


def with_links(vault: Vault, before: Text, repairs: Sequence[LinkRepair]) -> Text:
    """The text with as many of `repairs` as leave all else as it is: all at once, else each half alone."""
    lines = LINE.split(before.text)
    repairs = [repair for repair in repairs if any(True for _ in _versions(lines[2 * (repair.line - 1)], repair))]
    if not repairs:
        return before
    for attempt in _attempts(lines, repairs):
        after = Text.of(before.note.path, attempt)
        if _is_same_but_for(repairs, vault, before.note, after.note):
            return after
    if len(repairs) == 1:
        return before
    half = len(repairs) // 2
    return with_links(vault, with_links(vault, before, repairs[:half]), repairs[half:])


def character(note: Note) -> tuple[object, ...]:
    """What other notes and its own page take from a note beside its links and its text."""
    names = (note.title, note.aliases, note.tags, note.summary, note.is_term, note.published)
    return (*names, note.headings, note.block_ids, note.anchors, note.starts_with_title)


def _attempts(lines: Sequence[str], repairs: Sequence[LinkRepair]) -> Iterator[str]:
    """The text with all the repairs; of a single one, with each link of its line that could be the one meant.

    What is one line of a longer comment looks like a link there, and only the whole note tells.
    """
    written = list(lines)
    if len(repairs) == 1:
        at = 2 * (repairs[0].line - 1)
        for version in _versions(lines[at], repairs[0]):
            yield "".join([*lines[:at], version, *lines[at + 1 :]])
        return
    for repair in repairs:
        at = 2 * (repair.line - 1)
        written[at] = next(_versions(written[at], repair), written[at])
    yield "".join(written)


def _is_same_but_for(repairs: Sequence[LinkRepair], vault: Vault, before: Note, after: Note) -> bool:
    """True when just the mentions that `repairs` name have become what these want."""
    better = {repair.index: repair for repair in repairs}
    return (
        character(before) == character(after)
        and before.problems == after.problems
        and [mention.line for mention in before.mentions] == [mention.line for mention in after.mentions]
        and all(
            _is(vault, after.path, now.reference, better[index]) if index in better else now.reference == was.reference
            for index, (was, now) in enumerate(zip(before.mentions, after.mentions, strict=True))
        )
    )


def _is(vault: Vault, path: str, reference: Reference, repair: LinkRepair) -> bool:
    is_alike = replace(reference, name=repair.better.name) == repair.better  # a Markdown link names `도커.md`
    return is_alike and vault.resolve(reference, path) == Found(repair.target)


def _versions(line: str, repair: LinkRepair) -> Iterator[str]:
    """`line` with one of the links that say `repair.old` repaired, for each of them."""
    old = _composed(repair.old)
    for span in walk(read_inlines(line)):
        if span.reference and _composed(span.reference) == old:
            yield line[: span.start] + _written(line[span.start : span.end], span, repair) + line[span.end :]


def _composed(reference: Reference) -> Reference:
    """In NFC: `reference` may stand in a line of the file, which can be in another form."""
    name, sections, label = nfc(reference.name), tuple(map(nfc, reference.sections)), nfc(reference.label)
    return Reference(name, sections, nfc(reference.block), label, reference.embed)


def _written(link: str, span: Node, repair: LinkRepair) -> str:
    """`link` with another target, in the form that it has: wiki or Markdown, its label as it is."""
    name, parts = repair.better.name, list(repair.better.sections)
    if repair.better.block:
        parts.append(f"^{repair.better.block}")
    if span.kind is Kind.WIKI:
        label = _LABEL.search(span.text)
        mark = link[: link.index("[[") + 2]
        return f"{mark}{'#'.join((name, *parts))}{span.text[label.start() :] if label else ''}]]"
    if name and repair.target.endswith(".md") and not name.endswith(".md"):
        name += ".md"
    address = "#".join(_UNSAFE.sub(lambda found: quote(found[0]), part) for part in (name, *parts))
    label_end = link.index("[") + 1 + len(span.reference.label if span.reference else "")
    return link[:label_end] + _DESTINATION.sub(lambda _: f"]({address}", link[label_end:], count=1)
