"""What a note says of itself in its properties, as the vault understands it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from macros.language import message
from macros.vault.frontmatter import FrontMatter
from macros.vault.mention import Mention
from macros.vault.plugins import TEMPLATER, has_command
from macros.vault.problem import Problem
from macros.vault.property_edit import as_list, line_of
from macros.vault.reference import Reference

_BLANKS = re.compile(r"\s+")
_SHOWN = frozenset({"title", "aliases", "alias", "tags", "tag", "summary", "description"})
"""The properties that readers see."""


def without_commands(matter: FrontMatter, text: str) -> tuple[FrontMatter, list[tuple[int, str]]]:
    """`matter`, the head of `text`, without Templater's commands in what readers see; their lines and the plugin."""
    kept: dict[str, Any] = {}
    found = []
    for key, value in matter.properties.items():
        entries = value if isinstance(value, list) else [value]
        said = [entry for entry in entries if not (isinstance(entry, str) and has_command(entry))]
        left_out = key in _SHOWN and len(said) < len(entries)
        kept[key] = said if left_out else value
        if left_out:
            found.append((key_line(matter, text, key), TEMPLATER))
    return replace(matter, properties=MappingProxyType(kept)), found


def property_mentions(matter: FrontMatter) -> Iterator[Mention]:
    """The links that are properties: behind those of the text, for they stand in no sentence."""
    return (Mention(Reference.wiki(link), line) for line, link in matter.links if not has_command(link))


def property_aliases(matter: FrontMatter) -> tuple[str, ...]:
    """`aliases: [a, b]`, or the older `aliases: a, b`."""
    aliases = matter.strings("aliases", "alias")
    is_text = isinstance(matter.properties.get("aliases", matter.properties.get("alias")), str)
    return tuple(filter(None, map(str.strip, aliases[0].split(",")))) if is_text and aliases else aliases


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of `tags: a, #b c`, the older form of a list."""
    return tuple(tag.lstrip("#") for tag in re.split(r"[\s,]+", text) if tag.strip("#"))


def property_tags(path: str, matter: FrontMatter, text: str) -> tuple[tuple[str, ...], list[Problem]]:
    """`tags: [a, b]`; the older `tags: a, b` is understood, and is a problem because other tools break on it."""
    tags = matter.strings("tags", "tag")
    if not (isinstance(matter.properties.get("tags"), str) and tags):
        return tuple(tag.lstrip("#") for tag in tags if tag.strip("# ")), []
    told = message("problem.tags", tags=_BLANKS.sub(" ", tags[0]))
    way_out = message("suggest.tags", tags=as_list(tags_in(tags[0])))
    return tags_in(tags[0]), [Problem(path, key_line(matter, text, "tags"), "tags", told, way_out)]


def key_line(matter: FrontMatter, text: str, key: str) -> int:
    """The line of a property in its file, of which `text` is the whole: below the first fence, above the second."""
    head = text.split("\n", matter.line_count)[1 : matter.line_count - 1]
    return 2 + line_of("\n".join(head), key)
