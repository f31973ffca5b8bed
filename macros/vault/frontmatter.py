"""The properties at the head of a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from textwrap import dedent
from types import MappingProxyType
from typing import Any, TypeVar

import yaml

from macros.language import Message, message
from macros.vault.bounded_yaml import TooLargeError, load, refuse_depth

T = TypeVar("T")
_BLOCK = re.compile(r"---[ \t]*\n(.*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(?=[^\s#\-\]}])", re.MULTILINE)
_KEY = re.compile(r"([^\s:#][^:\n]{0,200}?)\s*:(?:[ \t]+|$)(.*)", re.DOTALL)
_FAST_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's loader, ten times as fast, where PyYAML was built with it."""
_FAST_LENGTH = 2_000
"""Characters that it is trusted with: deeply nested brackets overflow its stack, and end the process."""
LARGEST_HEAD = 100_000
"""Letters that are read: far more than anybody writes, and no more than a moment's work."""
_LINK = re.compile(r"\s*!?\[\[([^\[\]\n]{1,1000})\]\]\s*")
"""A property that is a link, or an embed such as a banner: nothing else is in it, and no Markdown link is one."""
_NAMES = frozenset("alias aliases cssclass cssclasses tag tags title".split())
"""Properties of names, in which nothing is a link."""
UNREADABLE = (yaml.YAMLError, RecursionError, ValueError, ArithmeticError)
"""What PyYAML raises: the last two for an escape such as `\\UFFFFFFFF`, which is no character."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a note says of itself. Keys are folded, as in Obsidian.

    Values are strings, lists or mappings of them: no date or number is guessed.
    """

    properties: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    line_count: int = 0
    """Lines that the block takes in the file, fences included."""
    faults: tuple[tuple[int, Message], ...] = ()
    """Line in the file and message of each entry that is no YAML."""
    links: tuple[tuple[int, str], ...] = ()
    """Line in the file and inside of each `"[[link]]"`, in lists and mappings too."""
    source: str = ""
    """What stands between the fences."""
    is_too_large: bool = False
    """True for one that is not read, as it is or with its aliases written out: nobody knows what it says."""

    def strings(self, *keys: str) -> tuple[str, ...]:
        """The non-empty texts under the first of `keys` that is there; one text alone is a list of one."""
        value = next((self.properties[key] for key in keys if key in self.properties), ())
        entries = value if isinstance(value, list) else [value]
        return tuple(text for entry in entries if isinstance(entry, str) and (text := _said(entry)))

    def text(self, key: str) -> str:
        """The text under `key`, or an empty one."""
        return next(iter(self.strings(key)), "")

    def flag(self, key: str) -> bool | None:
        """What `flag_of` makes of the text under `key`."""
        return flag_of(self.text(key))


def flag_of(value: object) -> bool | None:
    """True or False where a property's value says so, None where it says neither."""
    word = value.strip().casefold() if isinstance(value, str) else ""
    return True if word in ("true", "yes", "on", "1") else False if word in ("false", "no", "off", "0") else None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Part `text` into its properties and its body.

    Where the block is no YAML, its good entries are kept and its bad ones become faults: a template's
    placeholder never costs a note its tags, and no property is printed as text.
    """
    found = _BLOCK.match(text)
    if not found:
        return FrontMatter(), text
    source, line_count = found[1], found[0].count("\n") + (not found[0].endswith("\n"))
    faults: tuple[tuple[int, Message], ...] = ()
    try:
        loaded = _load(source)
    except TooLargeError as error:
        fault = (1, error.problem)
        return FrontMatter(line_count=line_count, faults=(fault,), is_too_large=True), text[found.end() :]
    except yaml.YAMLError as error:
        loaded, faults = _entry_by_entry(source), ((_line_of(error), _reason(error)),)
    if isinstance(loaded, str) and ":" not in source:
        return FrontMatter(), text  # words between two rules
    if loaded is not None and not isinstance(loaded, dict):
        loaded, faults = {}, ((2, message("problem.no-properties")),)
    properties = {str(key).strip().casefold(): value for key, value in (loaded or {}).items()}
    links = tuple(_links(source)) if properties and "[[" in source else ()
    return FrontMatter(MappingProxyType(properties), line_count, faults, links, source), text[found.end() :]


def by_loader(read: Callable[[Any], T], source: str) -> T:
    """What `read` makes of `source` by a loader that makes strings only: the fastest, where that one understands.

    What is wrong is told by PyYAML's own, in the same words everywhere.
    """
    refuse_depth(source)
    if len(source) <= _FAST_LENGTH:
        try:
            return read(_FAST_LOADER)
        except TooLargeError:
            raise
        except UNREADABLE:
            pass
    return read(yaml.BaseLoader)


def _load(source: str) -> Any:
    if len(source) > LARGEST_HEAD:
        raise TooLargeError(message("problem.head-size", largest=f"{LARGEST_HEAD:,}"))
    try:
        return by_loader(partial(load, source), source)
    except TooLargeError:
        raise
    except (RecursionError, ValueError, TypeError, ArithmeticError) as error:
        raise yaml.YAMLError(str(error)) from error


def _links(source: str) -> Iterator[tuple[int, str]]:
    try:
        found = list(_linking(source))
    except UNREADABLE:
        found, lines = [], 0
        for entry in _entries(source):
            with suppress(*UNREADABLE):
                found += [(lines + line, inner) for line, inner in _linking(entry)]
            lines += entry.count("\n")
    yield from ((line + 2, inner) for line, inner in found)


@dataclass(slots=True)
class _Open:
    """A mapping or a list that is open, and how many keys and values were in it."""

    is_mapping: bool
    count: int = 0


def _linking(source: str) -> Iterator[tuple[int, str]]:
    """Line (from 0) and inside of each link among the values of `source`."""
    key, around = "", list[_Open]()
    for event in by_loader(lambda loader: list(yaml.parse(source, Loader=loader)), source):
        if isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        elif isinstance(event, yaml.NodeEvent):
            is_key = bool(around) and around[-1].is_mapping and around[-1].count % 2 == 0
            if around:
                around[-1].count += 1
            if isinstance(event, yaml.CollectionStartEvent):
                around.append(_Open(isinstance(event, yaml.MappingStartEvent)))
            elif is_key and len(around) == 1:
                key = getattr(event, "value", "").strip().casefold()
            elif isinstance(event, yaml.ScalarEvent) and not is_key and key not in _NAMES:
                found = _LINK.fullmatch(event.value)
                line = source.count("\n", 0, event.start_mark.index if found and event.start_mark else 0)
                if found:
                    yield line + (event.style in ("|", ">")), found[1]


def _entry_by_entry(source: str) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for entry in _entries(source):
        try:
            value = _load(entry)
        except yaml.YAMLError:
            found = _KEY.match(entry)
            value = {found[1]: found[2].strip()} if found and "\n" not in found[2].strip() else None
        if isinstance(value, dict):
            entries.update(value)
    return entries


def _entries(source: str) -> Iterator[str]:
    source = dedent(source.expandtabs(4))
    starts = [found.start() for found in _ENTRY.finditer(source)]
    for start, end in pairwise([*starts, len(source)]):
        yield source[start:end]


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 2 if mark else 2


def _reason(error: yaml.YAMLError) -> Message:
    reason = getattr(error, "problem", None) or str(error) or message("problem.no-reason")
    return message("problem.front-matter", reason=reason)


def _said(entry: str) -> str:
    stripped = entry.strip()
    return "" if stripped.casefold() in ("", "null", "~") else stripped
