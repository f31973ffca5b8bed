"""One note, read whole: everything the index and the page need to know of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.language import message
from macros.vault.blocks import MAX_NESTING, BlockId, Blocks, Heading, read_blocks
from macros.vault.folder import is_index
from macros.vault.frontmatter import FrontMatter, split_front_matter
from macros.vault.inlines import (
    HTML_ADDRESS,
    MOST_MARKS,
    Kind,
    html_reference,
    is_plain,
    is_too_dense,
    readable_around,
    spans,
)
from macros.vault.names import fold, nfc
from macros.vault.problem import Problem
from macros.vault.property_edit import as_list, line_of
from macros.vault.reference import Reference

_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+|\n")
_BLANKS = re.compile(r"\s+")
_COMMENTS = re.compile(r"(?<!\\)%%.*?(?:%%|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
GLOSSARY = "glossary"
"""The folder whose notes are terms."""
_WITHHOLDING = (("draft", True), ("publish", False))
SENTENCE_LENGTH = 160
"""Characters kept on each side of a link in the sentence around it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference at its place: the line in its file (from 1), and the sentence around it.

    Of the sentence there is what stands before and behind the link, as plain text: comments are left out.
    """

    reference: Reference
    line: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the vault. Lines of headings and block ids count from 0 in `body`."""

    path: str
    """POSIX, relative to the vault, NFC, ending in `.md`."""
    title: str
    """Its own, or the name of its file, of its folder for one that stands for it."""
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    """From the properties and from the text, in that order, each once."""
    summary: str
    """The one-line `summary` or `description` of the properties, or an empty text."""
    is_term: bool
    """True for a note that explains a word: one in `glossary/`, or one that says `glossary: true`."""
    withheld_by: str
    """The property by which the note stays at home, `draft: true` or `publish: false`; empty where it does not."""
    marked: bool
    """True for one that says `publish: true`."""
    properties: Mapping[str, Any]
    body: str
    first_line: int
    """Lines of the file before `body`."""
    headings: tuple[Heading, ...]
    block_ids: tuple[BlockId, ...]
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]
    starts_with_title: bool
    """True when the body opens with its own first-level heading."""

    @property
    def published(self) -> bool:
        """False for a note that says it stays at home."""
        return not self.withheld_by

    @property
    def stem(self) -> str:
        """The file's name without folder and `.md`, as Obsidian calls the note."""
        return posixpath.basename(self.path)[: -len(".md")]

    @property
    def folder(self) -> str:
        """The folder's path, empty at the root of the vault."""
        return posixpath.dirname(self.path)

    @property
    def explains(self) -> bool:
        """True for a term that says in one line what it is."""
        return self.is_term and bool(self.summary)

    def lines(self, start: int, end: int) -> str:
        """The lines of the body from `start` up to `end`, both from 0."""
        return "\n".join(self.body.split("\n")[start:end])


def read_note(path: str, data: bytes, *, largest: int) -> Note:
    """Read the file `data` of the vault path `path`. Nothing in it makes this fail.

    Text that is not UTF-8 is read as the Windows code page of Korean, else with replacement characters; a note
    of more than `largest` bytes is not parsed, only shown. Each of these is a problem of the note.
    """
    text, problems = _decode(path, data)
    matter, body = split_front_matter(text)
    problems += [Problem(path, line, "front-matter", fault) for line, fault in matter.faults]
    if not text.strip():
        problems.append(Problem(path, 1, "empty", message("problem.empty")))
    tags, tag_problems = _property_tags(path, matter, text)
    if len(data) > largest:
        body = _as_code(body)
        told = message("problem.too-large", bytes=f"{len(data):,}")
        problems.append(Problem(path, 1, "too-large", told, message("suggest.split", largest=f"{largest:,}")))
    blocks = read_blocks(body)
    if (deep := blocks.too_deep) is not None:
        told = message("problem.nesting", levels=MAX_NESTING)
        line = deep + matter.line_count + 1
        problems.append(Problem(path, line, "nesting", told, message("suggest.fewer-levels")))
    headings = blocks.headings
    mentions, inline_tags, dense = _read_inlines(blocks, matter.line_count)
    told = message("problem.dense", marks=f"{MOST_MARKS:,}")
    problems += [Problem(path, line, "dense", told, message("suggest.blank-lines")) for line in dense]
    starts_with_title = bool(blocks.tokens) and blocks.tokens[0].tag == "h1"
    folder, name = posixpath.split(path)
    own_name = posixpath.basename(folder) if folder and is_index(path) else name[: -len(".md")]
    return Note(
        path=path,
        title=matter.text("title") or (headings[0].text if starts_with_title else "") or own_name,
        aliases=_property_aliases(matter),
        tags=_each_once((*tags, *inline_tags)),
        summary=matter.text("summary") or matter.text("description"),
        is_term=path.startswith(f"{GLOSSARY}/") or matter.flag("glossary") is True,
        withheld_by=next((f"{key}: {matter.text(key)}" for key, no in _WITHHOLDING if matter.flag(key) is no), ""),
        marked=matter.flag("publish") is True,
        properties=matter.properties,
        body=body,
        first_line=matter.line_count,
        headings=headings,
        block_ids=blocks.block_ids,
        mentions=tuple(mentions),
        problems=(*problems, *tag_problems),
        starts_with_title=starts_with_title,
    )


def _decode(path: str, data: bytes) -> tuple[str, list[Problem]]:
    try:
        text, problems = data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp949"
        line = data[: error.start].count(b"\n") + 1
        told = message("problem.not-utf-8", encoding=encoding)
        problems = [Problem(path, line, "not-utf-8", told, message("suggest.utf-8"))]
        text = data.decode(encoding, errors="replace")
    return _CONTROL.sub("", nfc(text.replace("\r\n", "\n").replace("\r", "\n"))), problems


def _property_aliases(matter: FrontMatter) -> tuple[str, ...]:
    """`aliases: [a, b]`, or the older `aliases: a, b`."""
    aliases = matter.strings("aliases", "alias")
    is_text = isinstance(matter.properties.get("aliases", matter.properties.get("alias")), str)
    return tuple(filter(None, map(str.strip, aliases[0].split(",")))) if is_text and aliases else aliases


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of `tags: a, #b c`, the older form of a list."""
    return tuple(tag.lstrip("#") for tag in re.split(r"[\s,]+", text) if tag.strip("#"))


def _property_tags(path: str, matter: FrontMatter, text: str) -> tuple[tuple[str, ...], list[Problem]]:
    """`tags: [a, b]`; the older `tags: a, b` is understood, and is a problem because other tools break on it."""
    tags = matter.strings("tags", "tag")
    if not (isinstance(matter.properties.get("tags"), str) and tags):
        return tuple(tag.lstrip("#") for tag in tags if tag.strip("# ")), []
    told = message("problem.tags", tags=_BLANKS.sub(" ", tags[0]))
    way_out = message("suggest.tags", tags=as_list(tags_in(tags[0])))
    return tags_in(tags[0]), [Problem(path, _key_line(matter, text, "tags"), "tags", told, way_out)]


def _key_line(matter: FrontMatter, text: str, key: str) -> int:
    """The line of a property in its file, of which `text` is the whole: below the first fence, above the second."""
    head = text.split("\n", matter.line_count)[1 : matter.line_count - 1]
    return 2 + line_of("\n".join(head), key)


def _as_code(body: str) -> str:
    """`body` without its comments as one fenced block, whatever fences it has."""
    body = _COMMENTS.sub("", body)
    longest = max((len(run) for run in re.findall("~+", body)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}text\n{body}\n{fence}\n"


def _read_inlines(blocks: Blocks, first_line: int) -> tuple[list[Mention], list[str], list[int]]:
    """Mentions and tags, and the lines of the blocks that have too many marks to be read."""
    mentions: list[Mention] = []
    tags: list[str] = []
    dense: list[int] = []
    for token in blocks.tokens:
        line = (token.map[0] if token.map else 0) + first_line + 1
        if token.type == "html_block":
            mentions += _html_mentions(token.content, line)
        if token.type != "inline" or is_plain(token.content):
            continue
        if is_too_dense(token.content):
            dense.append(line)
            continue
        found = list(spans(token.content))
        text, places = readable_around(token.content, found) if any(span.reference for span in found) else ("", {})
        for span in found:
            if span.kind is Kind.TAG:
                tags.append(span.inner)
            if span.kind is Kind.HTML:
                mentions += _html_mentions(f"<{span.inner}>", line + token.content.count("\n", 0, span.start))
            if span.reference:
                at = line + token.content.count("\n", 0, span.start)
                mentions.append(Mention(span.reference, at, *_sentence(text, *places[span])))
    mentions += _defined(blocks, first_line)
    return mentions, tags, dense


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind `text[start:end]` in its sentence."""
    before = _SENTENCE_END.split(text[max(0, start - 2 * SENTENCE_LENGTH) : start])[-1][-SENTENCE_LENGTH:]
    after = _SENTENCE_END.split(text[end : end + 2 * SENTENCE_LENGTH])[0][:SENTENCE_LENGTH]
    return _BLANKS.sub(" ", before).lstrip(), _BLANKS.sub(" ", after).rstrip()


def _html_mentions(html: str, line: int) -> Iterator[Mention]:
    for found in HTML_ADDRESS.finditer(html):
        if reference := html_reference(found):
            yield Mention(reference, line + html.count("\n", 0, found.start()))


def _defined(blocks: Blocks, first_line: int) -> Iterator[Mention]:
    for definition in blocks.definitions:
        if reference := Reference.markdown(definition.url, definition.label):
            yield Mention(reference, definition.line + first_line + 1)


def _each_once(tags: tuple[str, ...]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(fold(tag), tag)
    return tuple(first.values())
