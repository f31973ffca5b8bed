"""Repairs that leave no choice: what `doctor --fix` writes back into notes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from macros.vault.index import Found, Missing, Withheld
from macros.vault.link_edit import LINE, LinkRepair, Text, character, with_links
from macros.vault.nearest import nearest
from macros.vault.note import Note
from macros.vault.properties import tags_in
from macros.vault.property_edit import is_yaml, with_list
from macros.vault.reference import Reference
from macros.vault.vault import Vault

_UNCLEAR = re.compile(r"[\"'\[\](){}<>:;|、，；]|(?<!\S)#+(?!\S)")
"""In a text of tags: quotes, brackets, other separators, a lone `#`. Its author knows which tags these are."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Revision:
    """A note before and after its repairs."""

    path: str
    location: Path
    before: str
    after: str


def revisions(vault: Vault) -> Iterator[Revision]:
    """The repaired text of every note in which a repair leaves no choice.

    A link to nothing gets the only name near to its own, a rotten section or block the only one near to it,
    `tags: a, b` its brackets. An ambiguous name is its author's choice, and 회의 3 is no slip for 회의 2. A repair
    is made only where the note, read again, says the same in all else; a second run finds nothing to do.
    """
    for path, note in vault.notes.items():
        if _is_safe(note) and (_says_tags_in_a_text(note) or _repairs(vault, note)):
            try:
                before = vault.locations[path].read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                continue  # it is another one since the vault was read
            after = _repaired(vault, Text.of(path, before)).text
            if after != before:
                yield Revision(path, vault.locations[path], before, after)


def _repaired(vault: Vault, before: Text) -> Text:
    if not (_is_safe(before.note) and is_yaml(_parts(before)[1])):
        return before
    after = with_links(vault, before, _repairs(vault, before.note))
    while after.text != before.text:  # a repair can make room for another one in its line
        before, after = after, with_links(vault, after, _repairs(vault, after.note))
    return _with_tags(after)


def _is_safe(note: Note) -> bool:
    """False for a note that is not wholly understood: other bytes than UTF-8, a head that is no YAML."""
    return not {"not-utf-8", "front-matter"} & {problem.code for problem in note.problems}


def _parts(text: Text) -> tuple[str, str, str]:
    """The text up to the end of its first fence, its front matter, and all from the second fence on."""
    if not text.note.first_line:
        return "", "", text.text
    lines = LINE.split(text.text)
    end = 2 * (text.note.first_line - 1)
    return "".join(lines[:2]), "".join(lines[2:end]), "".join(lines[end:])


def _with_tags(before: Text) -> Text:
    """The text with the list that its tags are read as, or as it is."""
    note = before.note
    if not _says_tags_in_a_text(note) or _UNCLEAR.search(note.properties["tags"]):
        return before
    tags = tags_in(note.properties["tags"])
    fence, head, rest = _parts(before)
    better = with_list(head, "tags", tags) if tags else None
    if better is None:
        return before
    after = Text.of(note.path, fence + better + rest)
    return after if _is_same_but_for_tags(note, after.note, tags) else before


def _says_tags_in_a_text(note: Note) -> bool:
    return any(problem.code == "tags" for problem in note.problems)


def _is_same_but_for_tags(before: Note, after: Note, tags: Sequence[str]) -> bool:
    """True when the bodies are the same, and of the properties only `tags` is another: the list of what it was.

    The other values were compared where the list was written.
    """
    left = [(problem.code, problem.message) for problem in before.problems if problem.code != "tags"]
    return (
        (before.body, before.tags, list(before.properties)) == (after.body, after.tags, list(after.properties))
        and after.properties["tags"] == list(tags)
        and left == [(problem.code, problem.message) for problem in after.problems]
        and character(before) == character(after)
    )


def _repairs(vault: Vault, note: Note) -> list[LinkRepair]:
    """What the links should say. Those in headings stay as they are: other links go by a heading's text."""
    headings = {note.first_line + heading.line + 1 for heading in note.headings}
    found = (
        (index, mention, _better(vault, note.path, mention.reference))
        for index, mention in enumerate(note.mentions)
        if mention.line not in headings
    )
    return [LinkRepair(index, mention.reference, mention.line, *better) for index, mention, better in found if better]


def _better(vault: Vault, path: str, reference: Reference) -> tuple[Reference, str] | None:
    """The only reference that `reference` can have meant, and where it leads; or None."""
    resolution = vault.resolve(reference, path)
    if isinstance(resolution, Found) and resolution.path in vault.notes:
        rotten = vault.fragment(resolution.path, reference) is None
        better = _better_part(vault.notes[resolution.path], reference) if rotten else None
        return (better, resolution.path) if better else None
    if isinstance(resolution, Missing) and not isinstance(resolution, Withheld):
        close = vault.close_to(reference.name)
        if len(close) == 1 and _has_the_numbers_of(reference.name, close[0]):
            better = replace(reference, name=close[0])
            found = vault.resolve(better, path)
            if isinstance(found, Found) and vault.fragment(found.path, better) is not None:
                return better, found.path
    return None


def _has_the_numbers_of(name: str, other: str) -> bool:
    """False for `2024-01-01` and `2024-01-02`: of those the first one is not written yet."""
    mine, others = (posixpath.basename(name).removesuffix(".md") for name in (name, other))
    return _NUMBER.findall(mine) == _NUMBER.findall(others)


def _better_part(note: Note, reference: Reference) -> Reference | None:
    if reference.block:
        close = nearest(reference.block, (block.name for block in note.block_ids), 2)
        return replace(reference, block=close[0]) if len(close) == 1 else None
    close = nearest(reference.sections[-1], (heading.text for heading in note.headings), 2)
    return replace(reference, sections=close) if len(close) == 1 else None
