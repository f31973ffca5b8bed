"""The parts of a note: found by what a link calls them, and cut out as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.vault.blocks import Definition, Heading, read_blocks
from macros.vault.inlines import plain_text
from macros.vault.names import fold, fold_heading, github_slugs
from macros.vault.note import Note
from macros.vault.reference import Reference


def fragment_of(note: Note, reference: Reference) -> str | None:
    """The id that `#section` or `#^block` has on the page of `note`.

    Empty when the reference names no part of the note; None when the note has no such part.
    """
    if reference.block:
        wanted = reference.block.casefold()
        return next((f"^{block.name}" for block in note.block_ids if block.name.casefold() == wanted), None)
    if not reference.sections:
        return ""
    anchor = "#".join(reference.sections)
    if any(anchor == own.name for own in note.anchors):
        return anchor
    heading = _heading(note.headings, reference.sections) or _github_heading(note.headings, anchor)
    return heading.slug if heading else None


def passage_of(note: Note, fragment: str) -> str:
    """The Markdown that an embed shows: the whole body, the section of an id, or the block `^id`."""
    for heading in note.headings:
        if heading.slug == fragment:
            return _with_definitions(note, heading.line, heading.end)
    for block in note.block_ids:
        if f"^{block.name}" == fragment:
            return _dedent(_with_definitions(note, block.line, block.end))
    for anchor in note.anchors:
        if anchor.name == fragment:
            return _dedent(_with_definitions(note, anchor.line, anchor.end))
    return note.body


def _heading(headings: Sequence[Heading], sections: Sequence[str]) -> Heading | None:
    """The first `#outer#inner`; where there is none, the heading that has a `#` itself (`C# 언어`)."""
    wanted = [_Wanted.of(section) for section in sections]
    whole = [_Wanted.of("#".join(sections))]
    return next((found for names in (wanted, whole) for found in _below(headings, names, 0, len(headings))), None)


def _below(headings: Sequence[Heading], wanted: Sequence[_Wanted], start: int, end: int) -> Iterator[Heading]:
    """The headings from `start` up to `end` that the last of `wanted` means, each below one that the others mean."""
    for index in wanted[0].found(headings, start, end):
        if len(wanted) == 1:
            yield headings[index]
        else:
            last = next((i for i in range(index + 1, end) if headings[i].line >= headings[index].end), end)
            yield from _below(headings, wanted[1:], index + 1, last)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a link calls a heading."""

    section: str
    keys: frozenset[str]
    loose: frozenset[str]

    @classmethod
    def of(cls, section: str) -> _Wanted:
        keys = frozenset({fold(section), fold(plain_text(section))})
        return cls(section, keys, frozenset(map(fold_heading, keys)))

    def found(self, headings: Sequence[Heading], start: int, end: int) -> Iterator[int]:
        """Indices of headings: with this id or text, then those that differ from it, or from their source, in signs."""
        exact = [i for i in range(start, end) if headings[i].slug == self.section or headings[i].key in self.keys]
        yield from exact
        for index in range(start, end):
            heading = headings[index]
            spellings = (heading.key, heading.written) if heading.written else (heading.key,)
            if index not in exact and any(fold_heading(spelling) in self.loose for spelling in spellings):
                yield index


def _github_heading(headings: Sequence[Heading], anchor: str) -> Heading | None:
    """The heading to which `anchor` leads on GitHub."""
    slugs = github_slugs(heading.text for heading in headings)
    return next((heading for heading, slug in zip(headings, slugs, strict=True) if fold(slug) == fold(anchor)), None)


def _with_definitions(note: Note, start: int, end: int) -> str:
    """Lines of the body, with the footnotes and link definitions of the note below: those that they use are shown."""
    text = note.lines(start, end)
    if "]:" not in note.body or "[" not in text:
        return text
    blocks = read_blocks(note.body)
    definitions = [
        note.lines(*token.map)
        for token in blocks.tokens
        if token.type == "footnote_reference_open" and token.map and not start <= token.map[0] < end
    ]
    definitions += [_written(d) for d in blocks.definitions if not start <= d.line < end]
    return "\n\n".join([text, *definitions])


def _written(definition: Definition) -> str:
    title = definition.title.replace("\\", "\\\\").replace('"', '\\"')
    return f"[{definition.label}]: <{definition.url}>" + (f' "{title}"' if title else "")


def _dedent(text: str) -> str:
    """A list item or a paragraph of one, moved to the margin with all that is below it."""
    lines = text.expandtabs(4).split("\n")
    margin = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[min(margin, len(line) - len(line.lstrip())) :] for line in lines)
