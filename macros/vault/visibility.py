"""What a note says of who may see it. What is neither yes nor no keeps it at home."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType

import yaml

from macros.vault.frontmatter import UNREADABLE, by_loader, flag_of
from macros.vault.names import without_unseen

_WITHHOLD, _MARK, _UNLIST, _UNCLEAR = "draft", "marked", "unlisted", "unclear"
_FLAGS = MappingProxyType(
    {
        **dict.fromkeys(("draft", "private"), (_WITHHOLD, "")),
        **dict.fromkeys(("publish", "published", "dg-publish"), (_MARK, _WITHHOLD)),
        **dict.fromkeys(("unlisted", "hidden"), (_UNLIST, "")),
    }
)
"""What follows where a property says yes, and where it says no."""
_VISIBILITIES = MappingProxyType({"public": "", "private": _WITHHOLD, "unlisted": _UNLIST, "hidden": _UNLIST})
_VISIBILITY, _MERGE = "visibility", "<<"
_NAMES = "draft|private|dg[-_ ]publish|published|publish|unlisted|hidden|visibility"
_MENTION = re.compile(f"{_NAMES}|{_MERGE}")
_MEANT = re.compile(rf"(?<![\w-])({_NAMES}|{_MERGE})[\"'\s]*[:=]([^\n,}}]*)")
"""What may be meant as a property, in what is no YAML."""
_DATE = re.compile(r"\d{4}\D{1,2}\d")
_NO_TEXT = "…"
"""Stands for a value that is no text."""


@dataclass(frozen=True, slots=True)
class Visibility:
    """Who may see a note."""

    rule: str = ""
    """Why it stays at home: `draft` for what says so, `unclear` for what says neither yes nor no, `head` for a head
    that is not understood; empty where it may leave."""
    text: str = ""
    """What stands there, as in `draft: true`."""
    line: int = 0
    """Its line in the file, from 1."""
    is_marked: bool = False
    """True for a note that says `publish: true`."""
    is_listed: bool = True
    """False for one that has its page, and is in no list, no search and no map of the site."""


EVERYBODY = Visibility()


def read_visibility(source: str, first_line: int = 2, *, is_yaml: bool = True) -> Visibility:
    """What the properties `source` say, whose first line is `first_line` of the file; each of them is heard.

    Of two that disagree the one that withholds counts. Where `source` is no YAML, its lines are looked at.
    """
    if not _MENTION.search(_folded(source)):
        return EVERYBODY
    claims = [(_key(key), value, line) for key, value, line in _claims(source, is_yaml=is_yaml)]
    judged = [
        (_rule(key, value), key, value, line) for key, value, line in claims if key in (*_FLAGS, _VISIBILITY, _MERGE)
    ]
    for wanted in (_WITHHOLD, _UNCLEAR):
        for rule, key, value, line in judged:
            if rule == wanted:
                return Visibility(rule, f"{key}: {value}", line + first_line)
    rules = {rule for rule, *_ in judged}
    return Visibility(is_marked=_MARK in rules, is_listed=_UNLIST not in rules)


def _rule(key: str, value: str) -> str:
    word = value.strip().casefold()
    if word in ("", "~", "null") or (key == "published" and _DATE.match(word)):
        return ""  # Obsidian writes so what is not filled in; web clippers say when, not whether
    if key == _VISIBILITY:
        return _VISIBILITIES.get(word, _UNCLEAR)
    says = flag_of(value)
    return _UNCLEAR if says is None or key == _MERGE else _FLAGS[key][not says]


def _claims(source: str, *, is_yaml: bool) -> Iterator[tuple[str, str, int]]:
    """Key, value and line (from 0) of each property, one that stands there twice too, and of what `<<` brings in."""
    if is_yaml:
        with suppress(*UNREADABLE):
            node = by_loader(lambda loader: yaml.compose(source, Loader=loader), source)
            yield from _pairs(node, set())
            return
    folded = _folded(source)
    for found in _MEANT.finditer(folded):
        yield found[1], found[2].strip().strip("\"'"), folded.count("\n", 0, found.start(1))


def _pairs(node: yaml.Node | None, above: set[int]) -> Iterator[tuple[str, str, int]]:
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _pairs(each, above)
    if not isinstance(node, yaml.MappingNode) or id(node) in above:
        return
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value == _MERGE and isinstance(value, yaml.CollectionNode):
            yield from _pairs(value, above | {id(node)})
        elif isinstance(key, yaml.ScalarNode):
            text = str(value.value).strip() if isinstance(value, yaml.ScalarNode) else _NO_TEXT
            yield str(key.value), text, key.start_mark.line if key.start_mark else 0


def _key(written: str) -> str:
    return re.sub(r"[\s_-]+", "-", _folded(written).strip(" \t\n\"'"))


def _folded(text: str) -> str:
    """`text` without what nobody sees, in the letters that it looks like."""
    shown = without_unseen(text)
    return (shown if unicodedata.is_normalized("NFKC", shown) else unicodedata.normalize("NFKC", shown)).casefold()
