"""Reads the file of a note."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from macros.language import message
from macros.vault.anchors import anchors_of
from macros.vault.blocks import MAX_NESTING, Blocks, read_blocks
from macros.vault.calls import read_calls
from macros.vault.drawing import is_drawing
from macros.vault.fences import read_diagrams, read_fences
from macros.vault.folder import is_index
from macros.vault.frontmatter import FrontMatter, split_front_matter
from macros.vault.head import meant_as_head
from macros.vault.inlines import MOST_MARKS
from macros.vault.lang import read_lang
from macros.vault.mention import Mention, read_mentions
from macros.vault.names import fold, nfc, without_turns
from macros.vault.note import Note
from macros.vault.permalink import read_permalink
from macros.vault.problem import Problem
from macros.vault.properties import property_aliases, property_mentions, property_tags, without_commands
from macros.vault.stations import Station, read_stations
from macros.vault.summary import summary_of
from macros.vault.unclosed import without_rest
from macros.vault.unparsed import as_code
from macros.vault.visibility import EVERYBODY, Visibility, read_visibility

GLOSSARY = "glossary"
"""The folder whose notes are terms."""
MOST_TAGS = 1_000
"""Tags that count for one note; its further ones are words."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")


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
    tags, property_problems = property_tags(path, matter, text)
    permalink, permalink_problems = read_permalink(path, matter, text)
    lang, lang_problems = read_lang(path, matter, text)
    if len(data) > largest:
        body = as_code(body)
        told = message("problem.too-large", bytes=f"{len(data):,}")
        problems.append(Problem(path, 1, "too-large", told, message("suggest.split", largest=f"{largest:,}")))
    blocks = read_blocks(body)
    while shown := without_rest(body, blocks.tokens):
        body, line = shown
        blocks = read_blocks(body)
        told = message("problem.open-comment")
        problems.append(
            Problem(path, line + matter.line_count + 1, "open-comment", told, message("suggest.close-comment"))
        )
    headings = blocks.headings
    inlines = read_mentions(blocks, matter.line_count)
    all_tags = _each_once((*tags, *inlines.tags))
    if len(all_tags) > MOST_TAGS:
        told = message("problem.many-tags", count=f"{len(all_tags):,}", most=f"{MOST_TAGS:,}")
        problems.append(Problem(path, 1, "tags", told))
    problems += _block_problems(path, blocks, inlines.dense, matter.line_count)
    problems += _plugin_problems(path, [*plugins, *inlines.plugins])
    starts_with_title = blocks.opens_with_title
    stations = () if drawn else read_stations(matter, text)
    return Note(
        path=path,
        title=_title(path, matter, headings[0].text if starts_with_title else ""),
        aliases=tuple(filter(None, map(without_turns, property_aliases(matter)))),
        tags=all_tags[:MOST_TAGS],
        summary=summary_of(matter),
        is_term=path.startswith(f"{GLOSSARY}/") or matter.flag("glossary") is True,
        visibility=_visibility(matter, text),
        properties=matter.properties,
        body=body,
        first_line=matter.line_count,
        headings=headings,
        block_ids=blocks.block_ids,
        anchors=tuple(anchors_of(blocks)),
        mentions=(*inlines.mentions, *(() if drawn else _property_mentions(matter, stations))),
        problems=() if drawn else (*problems, *property_problems, *permalink_problems, *lang_problems),
        starts_with_title=starts_with_title,
        drawn=tuple(sorted(inlines.drawn)),
        calls=read_calls(blocks, body),
        fences=tuple(read_fences(blocks)),
        diagrams=tuple(read_diagrams(blocks)),
        permalink=permalink,
        stations=stations,
        lang=lang,
    )


def _property_mentions(matter: FrontMatter, stations: Iterable[Station]) -> Iterator[Mention]:
    """The links that are properties, and the stations that are written without brackets or quotes."""
    yield from property_mentions(matter)
    links = {inner.strip() for _, inner in matter.links}
    yield from (Mention(of.reference, of.line) for of in stations if of.target not in links)


def _visibility(matter: FrontMatter, text: str) -> Visibility:
    """Who may see the note `text`, whose head is `matter`."""
    if matter.is_too_large:
        return Visibility("unread", "---", 1)
    if matter.line_count:
        return read_visibility(matter.source, is_yaml=not matter.faults)
    line = meant_as_head(text)
    return Visibility("head", text.split("\n")[line - 1].strip(), line) if line else EVERYBODY


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


def _title(path: str, matter: FrontMatter, heading: str) -> str:
    """What the note says that it is called, or the name of its file; it is shown beside other names."""
    names = map(without_turns, (matter.text("title"), heading, _own_name(path)))
    return next(filter(str.strip, names), path)


def _own_name(path: str) -> str:
    """The name of its file, or of its folder for a note that stands for it."""
    folder, name = posixpath.split(path)
    return posixpath.basename(folder) if folder and is_index(path) else name[: -len(".md")]


def _block_problems(path: str, blocks: Blocks, dense: Iterable[int], first_line: int) -> Iterator[Problem]:
    """What is wrong with the blocks of a body above which the file has `first_line` lines; `dense` are lines of it."""
    if (deep := blocks.too_deep) is not None:
        told = message("problem.nesting", levels=MAX_NESTING)
        yield Problem(path, deep + first_line + 1, "nesting", told, message("suggest.fewer-levels"))
    told = message("problem.dense", marks=f"{MOST_MARKS:,}")
    for line in dense:
        yield Problem(path, line, "dense", told, message("suggest.blank-lines"))
    for footnote in blocks.unused:
        told = message("problem.footnote", label=footnote.label)
        way_out = message("suggest.footnote", label=footnote.label)
        yield Problem(path, footnote.line + first_line + 1, "footnote", told, way_out, notice=True)


def _plugin_problems(path: str, plugins: list[tuple[int, str]]) -> list[Problem]:
    """One notice for all that only plugins can run: `plugins` has their lines and names."""
    if not plugins:
        return []
    ordered = sorted(plugins, key=lambda plugin: plugin[0])
    names = ", ".join(dict.fromkeys(name for _, name in ordered))
    return [Problem(path, ordered[0][0], "plugin", message("plugin.muted", plugins=names), notice=True)]


def _each_once(tags: tuple[str, ...]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(fold(tag), tag)
    return tuple(first.values())
