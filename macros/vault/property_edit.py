"""One property at its place in the text of a front matter: its line, and another value for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from textwrap import dedent
from typing import Any

import yaml

from macros.vault.bounded_yaml import refuse_depth
from macros.vault.frontmatter import UNREADABLE

_COLON = re.compile(r"\s*:\s*")
_BLOCK_SCALAR = re.compile(r"[|>][0-9+-]*[ \t]*[\r\n]")
"""The head of a block scalar that has no comment behind it."""
_WORD = re.compile(r"[^\W\d_][\w/-]*")
"""What needs no quotes in any YAML, except the words below."""
_OTHER_THAN_TEXT = frozenset("true false yes no on off y n null".split())


def line_of(source: str, key: str) -> int:
    """How many lines of `source`, as a note is read, stand above the property `key`; of two, the last.

    Keys are folded, as in Obsidian. What is no YAML is searched for a line that begins with the key.
    """
    try:
        events = _events(source)
        starts = [_start(events[at]) for at in _places(events, key)]
    except UNREADABLE:
        source = dedent(source.expandtabs(4))
        line = re.compile(rf"^[\"']?{re.escape(key)}[\"']?\s*:", re.IGNORECASE | re.MULTILINE)
        starts = [found.start() for found in line.finditer(source)]
    return source.count("\n", 0, starts[-1]) if starts else 0


def is_yaml(source: str) -> bool:
    """True when `source` has the grammar of YAML, tabs and control characters included."""
    try:
        return bool(_events(source))
    except UNREADABLE:
        return False


def with_list(source: str, key: str, entries: Sequence[str]) -> str | None:
    """`source` with `entries` instead of the one text that `key` has; its line ends may be of any kind.

    None where it is not certain that nothing else changes its meaning: where `source` is no YAML, where two keys
    fold to `key`, where the text has an anchor, a type or a comment inside, or is an alias.
    """
    try:
        before = _events(source)
        after = _replaced(source, before, key, as_list(entries))
        return after if after is not None and _differ_in(before, after, key, entries) else None
    except UNREADABLE:
        return None


def as_list(entries: Sequence[str]) -> str:
    """`entries` as YAML's flow list: `[가, "2024"]`, with quotes where YAML would see anything but text."""
    return f"[{', '.join(map(_as_text, entries))}]"


def _as_text(entry: str) -> str:
    is_plain = _WORD.fullmatch(entry) and entry.casefold() not in _OTHER_THAN_TEXT
    return entry if is_plain else json.dumps(entry, ensure_ascii=False)


def _replaced(source: str, events: Sequence[yaml.Event], key: str, written: str) -> str | None:
    places = list(_places(events, key))
    if len(places) != 1:
        return None
    name, value = events[places[0]], events[places[0] + 1]
    if not isinstance(value, yaml.ScalarEvent) or value.anchor or value.tag:
        return None
    start = _start(value)
    old = source[start : _end(value)].rstrip()  # a block scalar ends where the next key begins
    if not _COLON.fullmatch(source, _end(name), start):
        return None  # a comment, or something else that would need thought
    if value.style in ("|", ">") and not _BLOCK_SCALAR.match(old):
        return None
    return source[:start] + written + source[start + len(old) :]


def _differ_in(before: Sequence[yaml.Event], after: str, key: str, entries: Sequence[str]) -> bool:
    """True when `after` has the list `entries` under `key`, and says in all else what `before` says."""
    events = _events(after)
    value = next(_places(before, key)) + 1
    end = value + len(entries) + 2  # the list opens, has its entries, and closes
    return (
        _said(events[:value]) == _said(before[:value])
        and isinstance(events[value], yaml.SequenceStartEvent)
        and [getattr(event, "value", None) for event in events[value + 1 : end - 1]] == list(entries)
        and _said(events[end:]) == _said(before[value + 1 :])
    )


def _said(events: Sequence[yaml.Event]) -> list[tuple[type, dict[str, Any]]]:
    """The events without their places. Aliases are not followed: a few of them can stand for millions of values."""
    return [
        (type(event), {name: of for name, of in vars(event).items() if not name.endswith("_mark")}) for event in events
    ]


def _events(source: str) -> list[yaml.Event]:
    refuse_depth(source)
    return list(yaml.parse(source, Loader=yaml.BaseLoader))


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _places(events: Sequence[yaml.Event], key: str) -> Iterator[int]:
    """Where `key` stands in `events` as a key of the outermost mapping."""
    depth = nodes = 0
    for index, event in enumerate(events):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            if depth == 1:
                is_key = nodes % 2 == 0
                nodes += 1
                if is_key and isinstance(event, yaml.ScalarEvent) and event.value.strip().casefold() == key:
                    yield index
            depth += isinstance(event, yaml.CollectionStartEvent)
