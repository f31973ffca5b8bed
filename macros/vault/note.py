"""One note, read whole: everything the index and the page need to know of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from macros.language import message
from macros.vault.blocks import MAX_NESTING, BlockId, Heading, read_blocks
from macros.vault.calls import Written, read_calls
from macros.vault.drawing import is_drawing
from macros.vault.fences import Fence, read_fences
from macros.vault.folder import is_index
from macros.vault.frontmatter import FrontMatter, flag_of, split_front_matter
from macros.vault.inlines import MOST_MARKS
from macros.vault.mention import Mention, read_inlines
from macros.vault.names import fold, nfc
from macros.vault.plugins import TEMPLATER, has_command
from macros.vault.problem import Problem
from macros.vault.property_edit import as_list, line_of

_BLANKS = re.compile(r"\s+")
_SHOWN = frozenset({"title", "aliases", "alias", "tags", "tag", "summary", "description"})
"""The properties that readers see."""
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
    """The one-line `summary` or `description` of the properties, or an empty text."""
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
    mentions: tuple[Mention, ...]
    problems: tuple[Problem, ...]
    starts_with_title: bool
    """True when the body opens with its own first-level heading, and that says something."""
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
    matter, plugins = _without_commands(matter, text)
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
    inlines = read_inlines(blocks, matter.line_count)
    told = message("problem.dense", marks=f"{MOST_MARKS:,}")
    problems += [Problem(path, line, "dense", told, message("suggest.blank-lines")) for line in inlines.dense]
    problems += _plugin_problems(path, [*plugins, *inlines.plugins])
    starts_with_title = bool(blocks.tokens) and blocks.tokens[0].tag == "h1" and bool(headings[0].text)
    folder, name = posixpath.split(path)
    own_name = posixpath.basename(folder) if folder and is_index(path) else name[: -len(".md")]
    withholding = next((key for key, no in _WITHHOLDING if matter.flag(key) is no), "")
    return Note(
        path=path,
        title=matter.text("title") or (headings[0].text if starts_with_title else "") or own_name,
        aliases=_property_aliases(matter),
        tags=_each_once((*tags, *inlines.tags)),
        summary=matter.text("summary") or matter.text("description"),
        is_term=path.startswith(f"{GLOSSARY}/") or matter.flag("glossary") is True,
        withheld_by=f"{withholding}: {matter.text(withholding)}" if withholding else "",
        withheld_line=_key_line(matter, text, withholding) if withholding else 0,
        marked=matter.flag("publish") is True,
        properties=matter.properties,
        body=body,
        first_line=matter.line_count,
        headings=headings,
        block_ids=blocks.block_ids,
        mentions=tuple(inlines.mentions),
        problems=() if drawn else (*problems, *tag_problems),
        starts_with_title=starts_with_title,
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


def _without_commands(matter: FrontMatter, text: str) -> tuple[FrontMatter, list[tuple[int, str]]]:
    """`matter`, the head of `text`, without Templater's commands in what readers see; their lines and the plugin."""
    kept: dict[str, Any] = {}
    found = []
    for key, value in matter.properties.items():
        entries = value if isinstance(value, list) else [value]
        said = [entry for entry in entries if not (isinstance(entry, str) and has_command(entry))]
        left_out = key in _SHOWN and len(said) < len(entries)
        kept[key] = said if left_out else value
        if left_out:
            found.append((_key_line(matter, text, key), TEMPLATER))
    return replace(matter, properties=MappingProxyType(kept)), found


def _plugin_problems(path: str, plugins: list[tuple[int, str]]) -> list[Problem]:
    """One notice for all that only plugins can run: `plugins` has their lines and names."""
    if not plugins:
        return []
    ordered = sorted(plugins, key=lambda plugin: plugin[0])
    names = ", ".join(dict.fromkeys(name for _, name in ordered))
    return [Problem(path, ordered[0][0], "plugin", message("plugin.muted", plugins=names), notice=True)]


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


def _each_once(tags: tuple[str, ...]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(fold(tag), tag)
    return tuple(first.values())
