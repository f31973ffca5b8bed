"""The kinds of values that `maru.yml` has, each read from a node of YAML."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields
from urllib.parse import urlsplit

from pathspec import GitIgnoreSpec
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from macros.language import NOTHING, Message, ToldError, message
from macros.settings.settings import Attachments, Colors, Entry, Search

ACCENTS = (
    *("red", "pink", "purple", "deep-purple", "indigo", "blue", "light-blue", "cyan", "teal", "green", "light-green"),
    *("lime", "yellow", "amber", "orange", "deep-orange"),
)
"""Material's names of colours."""
PRIMARIES = (*ACCENTS, "brown", "grey", "blue-grey", "black", "white")
_FROM_HERE = re.compile(r"^(!?)(?:\./+)+")
"""`./개인/`, which `.gitignore` writes as `/개인/`."""
_NO_LETTERS = frozenset({"Cc", "Cs"})
"""Unicode's categories of control characters, and of halves of a character, which no file can have."""


class WrongValueError(ToldError):
    """A value that is not of its kind, at `node`; `choices` are what it could have been."""

    def __init__(self, node: Node, told: Message, way_out: Message = NOTHING, choices: tuple[str, ...] = ()) -> None:
        super().__init__(told)
        self.node = node
        self.way_out = way_out
        self.choices = choices


def text(node: Node) -> str:
    """One line; empty where nothing stands."""
    if not isinstance(node, ScalarNode):
        raise WrongValueError(node, message("settings.text"))
    value = unicodedata.normalize("NFC", str(node.value)).strip()
    if value in ("~", "null") and node.style is None:
        return ""
    if any(unicodedata.category(letter) in _NO_LETTERS for letter in value):
        raise WrongValueError(node, message("settings.text"))
    return value


def choice(*choices: str) -> Callable[[Node], str]:
    """One of `choices`."""

    def chosen(node: Node) -> str:
        value = text(node)
        if value not in choices:
            offered = message("settings.choices", choices=", ".join(choices))
            raise WrongValueError(node, message("settings.choice", value=value), offered, choices)
        return value

    return chosen


def address(node: Node) -> str:
    """An address of the web, `https://example.com/notes`; empty where nothing stands."""
    value = text(node)
    try:
        parts = urlsplit(value)
        well = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.username is None
            and not any(map(str.isspace, value))
        )
        well = well and not set(value) & set("\"'<>\\") and parts.port != 0
    except ValueError:
        well = False
    if value and not well:
        raise WrongValueError(node, message("settings.address", value=value), message("settings.address-way"))
    return value


def site_address(node: Node) -> str:
    """An address that pages can be below: it has no query, and ends in a slash."""
    value = address(node)
    if "?" in value or "#" in value:
        raise WrongValueError(node, message("settings.address", value=value), message("settings.address-way"))
    return value and value.rstrip("/") + "/"


def path(node: Node) -> str:
    """A path in the vault, `그림/로고.svg`; empty where nothing stands."""
    value = text(node).replace("\\", "/")
    if not value:
        return ""
    normal = posixpath.normpath(value)
    if value.startswith("/") or normal.split("/")[0] in ("..", "."):
        raise WrongValueError(node, message("settings.outside", path=value), message("settings.outside-way"))
    return normal + "/" * value.endswith("/")


def paths(node: Node) -> tuple[str, ...]:
    """A list of paths; one alone is a list of one."""
    return tuple(filter(None, map(path, _listed(node))))


def texts(node: Node) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(filter(None, map(text, _listed(node))))


def patterns(node: Node) -> tuple[str, ...]:
    """A list of patterns as in `.gitignore`, each of which means something there: `#a` is a comment.

    `./a` is `/a`, as in a path of the settings; there it would fit nothing.
    """
    found = []
    for entry in _listed(node):
        if pattern := _FROM_HERE.sub(r"\1/", text(entry)):
            if not _is_pattern(pattern):
                raise WrongValueError(entry, message("settings.pattern", pattern=pattern))
            found.append(pattern)
    return tuple(found)


def _is_pattern(pattern: str) -> bool:
    try:
        return any(found.include is not None for found in GitIgnoreSpec.from_lines([pattern]).patterns)
    except ValueError:
        return False


def entries(node: Node) -> tuple[Entry, ...]:
    """A list of paths in the order of the navigation, each alone or as `path: title`."""
    found = []
    for entry in _listed(node):
        line = entry.start_mark.line + 1
        if isinstance(entry, MappingNode):
            found += [Entry(path(key), text(title), line) for key, title in entry.value]
        else:
            found.append(Entry(path(entry), "", line))
    return tuple(found)


def colors(node: Node) -> Colors:
    """`primary` and `accent`, each one of Material's names."""
    known = {"primary": PRIMARIES, "accent": ACCENTS}
    if not isinstance(node, MappingNode):
        raise WrongValueError(node, message("settings.colors"), message("settings.colors-way"))
    given: dict[str, str] = {}
    for key, value_node in pairs(node, tuple(known)):
        value = text(value_node).replace(" ", "-").lower()
        if value and value not in known[key]:
            offered = message("settings.choices", choices=", ".join(known[key]))
            raise WrongValueError(value_node, message("settings.choice", value=value), offered, known[key])
        given[key] = value
    return Colors(**given)


def attachments(node: Node) -> Attachments:
    """`keep_metadata` and `trust`, each `true` or `false`."""
    return Attachments(**_flags(node, Attachments, "attachments"))


def search(node: Node) -> Search:
    """`lexicon`, `true` or `false`."""
    return Search(**_flags(node, Search, "search"))


def pairs(node: MappingNode, known: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    """The keys of `node`, each one of those that are `known` and there once, with what stands behind them."""
    given = set[str]()
    for key_node, value_node in node.value:
        key = text(key_node)
        if key not in known:
            raise WrongValueError(key_node, message("settings.unknown", key=key), choices=known)
        if key in given:
            raise WrongValueError(key_node, message("settings.twice", key=key))
        given.add(key)
        yield key, value_node


def _flags(node: Node, kind: type[Attachments | Search], option: str) -> dict[str, bool]:
    """What is said of the fields of `kind`, each `true` or `false`."""
    known = tuple(field.name for field in fields(kind))
    if not isinstance(node, MappingNode):
        raise WrongValueError(node, message(f"settings.{option}"), message(f"settings.{option}-way"))
    return {key: flag(value) for key, value in pairs(node, known)}


def flag(node: Node) -> bool:
    """`true` or `false`; nothing else, for what is nearly a no would be a yes."""
    return choice("true", "false")(node) == "true"


def _listed(node: Node) -> Iterator[Node]:
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        raise WrongValueError(node, message("settings.list"))
    else:
        yield node
