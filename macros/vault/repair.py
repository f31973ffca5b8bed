"""Repairs that leave no choice: what `doctor --fix` writes back into notes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from macros.vault.index import Ambiguous, Missing
from macros.vault.inlines import Kind, Span, spans
from macros.vault.names import nfc
from macros.vault.nearest import nearest
from macros.vault.note import Note
from macros.vault.reference import Reference
from macros.vault.vault import Vault

_LINE = re.compile(r"(\r\n|\r|\n)")
_TAGS = re.compile(r"(tags?\s*:\s*)(\S.*?)(\s*)$")
_DESTINATION = re.compile(r"\]\(\s*(?:<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)")
_SEPARATORS = re.compile(r"[\s,]+")
_UNSAFE = re.compile(r"[\s()<>%\\]")
"""What a Markdown destination spells in percent signs; Korean stays readable."""
Edit = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Revision:
    """A note before and after its repairs."""

    path: str
    location: Path
    before: str
    after: str


def revisions(vault: Vault) -> Iterator[Revision]:
    """The repaired text of every note in which a repair leaves no choice.

    A link to nothing gets the only name near to its own, a rotten section or block the only one near to it, an
    ambiguous name its folder, `tags: a, b` its brackets. Line ends stay as they are; a repaired line becomes NFC.
    """
    for path, note in vault.notes.items():
        edits = list(_edits(vault, note))
        if edits:
            before = vault.locations[path].read_bytes().decode("utf-8")
            after = _edited(before, edits)
            if after != before:
                yield Revision(path, vault.locations[path], before, after)


def _edits(vault: Vault, note: Note) -> Iterator[tuple[int, Edit]]:
    """Line (from 1) and edit of each repair. A note that is not UTF-8 is left alone."""
    codes = {problem.code: problem.line for problem in note.problems}
    if "not-utf-8" in codes:
        return
    if "tags" in codes:
        yield codes["tags"], _with_brackets
    for mention in note.mentions:
        better = _better(vault, note.path, mention.reference)
        if better:
            yield mention.line, _replacing(mention.reference, better)


def _better(vault: Vault, path: str, reference: Reference) -> Reference | None:
    """The only reference that `reference` can have meant, or None."""
    resolution = vault.resolve(reference, path)
    if isinstance(resolution, Missing):
        close = vault.close_to(reference.name)
        if len(close) != 1 or vault.is_draft(reference, path):
            return None
        better = replace(reference, name=close[0])
        found = vault.resolve(better, path)
        if isinstance(found, Missing | Ambiguous) or vault.fragment(found.path, better) is None:
            return None
        return better
    if isinstance(resolution, Ambiguous):
        name = resolution.path.removesuffix(".md")
        if vault.settings.relative_links:
            name = posixpath.relpath(name, posixpath.dirname(path) or ".")
            name = name if name.startswith("../") else f"./{name}"
        return replace(reference, name=name, label=reference.label or reference.text)
    if resolution.path in vault.notes and vault.fragment(resolution.path, reference) is None:
        return _better_part(vault.notes[resolution.path], reference)
    return None


def _better_part(note: Note, reference: Reference) -> Reference | None:
    if reference.block:
        close = nearest(reference.block, (block.name for block in note.block_ids), 2)
        return replace(reference, block=close[0]) if len(close) == 1 else None
    close = nearest(reference.sections[-1], (heading.text for heading in note.headings), 2)
    return replace(reference, sections=close) if len(close) == 1 else None


def _edited(text: str, edits: list[tuple[int, Edit]]) -> str:
    parts = _LINE.split(text)  # line, end, line, end, …
    for line, edit in edits:
        index = 2 * (line - 1)
        if index < len(parts):
            parts[index] = edit(parts[index])
    return "".join(parts)


def _with_brackets(line: str) -> str:
    def bracketed(found: re.Match[str]) -> str:
        return f"{found[1]}[{', '.join(_SEPARATORS.split(found[2].strip(', ')))}]{found[3]}"

    return _TAGS.sub(bracketed, line)


def _replacing(old: Reference, new: Reference) -> Edit:
    def edit(line: str) -> str:
        line = nfc(line)
        for span in sorted(spans(line), key=lambda span: -span.start):
            if span.reference == old:
                line = line[: span.start] + _written(line, span, new) + line[span.end :]
        return line

    return edit


def _written(line: str, span: Span, new: Reference) -> str:
    """`new` in the form that the link at `span` has: wiki or Markdown, with the bar escaped in a table."""
    if span.kind is Kind.WIKI:
        text = str(new)
        return text.replace("|", "\\|") if line.lstrip().startswith("|") else text
    extension = ".md" if new.name and not posixpath.splitext(new.name)[1] else ""
    fragment = "".join(f"#{section}" for section in new.sections) + (f"#^{new.block}" if new.block else "")
    address = _UNSAFE.sub(lambda found: quote(found[0]), f"{new.name}{extension}{fragment}")
    return _DESTINATION.sub(lambda _: f"]({address}", line[span.start : span.end], count=1)
