"""One note, read whole: everything the index and the page need to know of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.language import message
from macros.vault.anchors import Anchor, anchors_of
from macros.vault.block_id import BlockId
from macros.vault.blocks import MAX_NESTING, Heading, read_blocks
from macros.vault.calls import Written, read_calls
from macros.vault.drawing import is_drawing
from macros.vault.fences import Fence, read_fences
from macros.vault.folder import is_index
from macros.vault.frontmatter import FrontMatter, flag_of, split_front_matter
from macros.vault.inlines import MOST_MARKS
from macros.vault.mention import Mention, read_mentions
from macros.vault.names import fold, nfc
from macros.vault.problem import Problem
from macros.vault.properties import key_line, property_aliases, property_mentions, property_tags, without_commands
from macros.vault.summary import summary_of

_COMMENTS = re.compile(r"(?<!\\)%%.*?(?:%%|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
GLOSSARY = "glossary"
"""The folder whose notes are terms."""
_WITHHOLDING = (("draft", True), ("publish", False))


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
    """The `summary` or `description` of the properties as plain text in one line, cut where it is long, or empty."""
    is_term: bool
    """True for a note that explains a word: one in `glossary/`, or one that says `glossary: true`."""
    withheld_by: str
    """The property by which the note stays at home, `draft: true` or `publish: false`; empty where it does not."""
    withheld_line: int
    """Its line in the file, from 1."""
    marked: bool
    """True for one that says `publish: true`."""
    properties: Mapping[str, Any]
    body: str
    first_line: int
    """Lines of the file before `body`."""
    headings: tuple[Heading, ...]
    block_ids: tuple[BlockId, ...]
    anchors: tuple[Anchor, ...]
    """Ids of its own HTML."""
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]
    starts_with_title: bool
    """True when the body opens with its own first-level heading, comments apart, and that says something."""
    drawn: tuple[str, ...] = ()
    """The elements on its page that a browser draws, `kb-diagram`, `kb-math`: each wants a library."""
    calls: tuple[Written, ...] = ()
    """What is written as a call outside code, `{{ run("id") }}`: of a recording, of a macro, or of neither."""
    fences: tuple[Fence, ...] = ()
    """The recordings in the note itself."""

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
    def is_drawing(self) -> bool:
        """True for the file of a drawing, of which no text is read."""
        return is_drawing(self.path, self.properties)

    def flag(self, key: str) -> bool | None:
        """True or False where the property `key` says so, None where it says neither."""
        return flag_of(self.properties.get(key))

    @property
    def is_untitled(self) -> bool:
        """True when neither its properties nor its text have a title."""
        return not (self.starts_with_title or FrontMatter(self.properties).text("title"))

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
    of more than `largest` bytes is not parsed, only shown. Each of these is a problem of the note. The text of a
    drawing is data: it is not read.
    """
    text, problems = _decode(path, data)
    matter, body = split_front_matter(text)
    drawn = is_drawing(path, matter.properties)
    if drawn:
        data, body = b"", ""
    matter, plugins = without_commands(matter, text)
    problems += [Problem(path, line, "front-matter", fault) for line, fault in matter.faults]
    if not text.strip():
        problems.append(Problem(path, 1, "empty", message("problem.empty")))
    tags, tag_problems = property_tags(path, matter, text)
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
    inlines = read_mentions(blocks, matter.line_count)
    told = message("problem.dense", marks=f"{MOST_MARKS:,}")
    problems += [Problem(path, line, "dense", told, message("suggest.blank-lines")) for line in inlines.dense]
    problems += [_unused(path, of.line + matter.line_count + 1, of.label) for of in blocks.unused]
    problems += _plugin_problems(path, [*plugins, *inlines.plugins])
    starts_with_title = blocks.opens_with_title
    folder, name = posixpath.split(path)
    own_name = posixpath.basename(folder) if folder and is_index(path) else name[: -len(".md")]
    withholding = next((key for key, no in _WITHHOLDING if matter.flag(key) is no), "")
    return Note(
        path=path,
        title=matter.text("title") or (headings[0].text if starts_with_title else "") or own_name,
        aliases=property_aliases(matter),
        tags=_each_once((*tags, *inlines.tags)),
        summary=summary_of(matter),
        is_term=path.startswith(f"{GLOSSARY}/") or matter.flag("glossary") is True,
        withheld_by=f"{withholding}: {matter.text(withholding)}" if withholding else "",
        withheld_line=key_line(matter, text, withholding) if withholding else 0,
        marked=matter.flag("publish") is True,
        properties=matter.properties,
        body=body,
        first_line=matter.line_count,
        headings=headings,
        block_ids=blocks.block_ids,
        anchors=tuple(anchors_of(blocks)),
        mentions=(*inlines.mentions, *(() if drawn else property_mentions(matter))),
        problems=() if drawn else (*problems, *tag_problems),
        starts_with_title=starts_with_title,
        drawn=tuple(sorted(inlines.drawn)),
        calls=read_calls(blocks, body),
        fences=tuple(read_fences(blocks)),
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


def _plugin_problems(path: str, plugins: list[tuple[int, str]]) -> list[Problem]:
    """One notice for all that only plugins can run: `plugins` has their lines and names."""
    if not plugins:
        return []
    ordered = sorted(plugins, key=lambda plugin: plugin[0])
    names = ", ".join(dict.fromkeys(name for _, name in ordered))
    return [Problem(path, ordered[0][0], "plugin", message("plugin.muted", plugins=names), notice=True)]


def _unused(path: str, line: int, label: str) -> Problem:
    way_out = message("suggest.footnote", label=label)
    return Problem(path, line, "footnote", message("problem.footnote", label=label), way_out, notice=True)


def _as_code(body: str) -> str:
    """`body` without its comments as one fenced block, whatever fences it has."""
    body = _COMMENTS.sub("", body)
    longest = max((len(run) for run in re.findall("~+", body)), default=0)
    fence = "~" * max(3, longest + 1)
    return f"{fence}text\n{body}\n{fence}\n"


def _each_once(tags: tuple[str, ...]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(fold(tag), tag)
    return tuple(first.values())
