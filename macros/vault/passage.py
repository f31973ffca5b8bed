"""The parts of a note: found by what a link calls them, and cut out as Markdown."""

from __future__ import annotations

from macros.vault.blocks import Definition, Heading, read_blocks
from macros.vault.inlines import plain_text
from macros.vault.names import fold, fold_heading
from macros.vault.note import Note
from macros.vault.reference import Reference


def fragment_of(note: Note, reference: Reference) -> str | None:
    """The id that `#section` or `#^block` has on the page of `note`.

    Empty when the reference names no part of the note; None when the note has no such part.
    """
    if reference.block:
        wanted = reference.block.casefold()
        return next((f"^{block.name}" for block in note.block_ids if block.name.casefold() == wanted), None)
    return _heading_slug(note, reference.sections) if reference.sections else ""


def passage_of(note: Note, fragment: str) -> str:
    """The Markdown that an embed shows: the whole body, the section of an id, or the block `^id`."""
    for heading in note.headings:
        if heading.slug == fragment:
            return _with_definitions(note, heading.line, heading.end)
    for block in note.block_ids:
        if f"^{block.name}" == fragment:
            return _dedent(_with_definitions(note, block.line, block.end))
    return note.body


def _heading_slug(note: Note, sections: tuple[str, ...]) -> str | None:
    """The id of the first `#outer#inner`; where there is none, of the heading that has a `#` itself (`C# 언어`)."""
    start, end, slug = 0, len(note.headings), None
    for section in sections:
        index = _find(note.headings, section, start, end)
        if index is None:
            joined = _find(note.headings, "#".join(sections), 0, len(note.headings)) if len(sections) > 1 else None
            return None if joined is None else note.headings[joined].slug
        heading = note.headings[index]
        slug, start = heading.slug, index + 1
        end = next((i for i in range(start, end) if note.headings[i].line >= heading.end), end)
    return slug


def _find(headings: tuple[Heading, ...], section: str, start: int, end: int) -> int | None:
    """The index of the first heading with this id or text, else of the first that differs in punctuation alone."""
    keys = {fold(section), fold(plain_text(section))}
    loose = {fold_heading(key) for key in keys}
    near = None
    for index in range(start, end):
        heading = headings[index]
        if heading.slug == section or heading.key in keys:
            return index
        if near is None and fold_heading(heading.key) in loose:
            near = index
    return near


def _with_definitions(note: Note, start: int, end: int) -> str:
    """Lines of the body, and below them the footnotes and link definitions of the note: it shows those that it uses."""
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
