"""The feed of notes that were changed last, which readers subscribe to: Atom (RFC 4287)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

FEED = "feed.xml"
"""Its file."""
MOST = 20
"""Notes in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note in the feed: plain texts, and whole addresses."""

    title: str
    url: str
    updated: date
    created: date | None
    summary: str


@dataclass(frozen=True, slots=True)
class Channel:
    """Whose feed it is."""

    name: str
    description: str
    url: str
    language: str


def feed(of: Channel, entries: Sequence[Entry]) -> str:
    """The XML of a feed, which has at least one entry; it was changed when the latest of them was."""
    address = _text(of.url)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{of.language}">',
        f"<id>{address}</id>",
        f"<title>{_text(of.name)}</title>",
        *([f"<subtitle>{_text(of.description)}</subtitle>"] if of.description else []),
        f'<link href="{address}"/>',
        f'<link rel="self" type="application/atom+xml" href="{address}{FEED}"/>',
        f"<updated>{_time(max(entry.updated for entry in entries))}</updated>",
        f"<author><name>{_text(of.name)}</name></author>",
        *(line for entry in entries for line in _entry(entry)),
        "</feed>",
    ]
    return "\n".join([*lines, ""])


def _entry(entry: Entry) -> Iterable[str]:
    yield "<entry>"
    yield f"<id>{_text(entry.url)}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f'<link href="{_text(entry.url)}"/>'
    yield f"<updated>{_time(entry.updated)}</updated>"
    if entry.created:
        yield f"<published>{_time(entry.created)}</published>"
    if entry.summary:
        yield f"<summary>{_text(entry.summary)}</summary>"
    yield "</entry>"


def _time(day: date) -> str:
    """Atom wants a time: a day begins in it wherever a reader is."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    """`text` in XML, without what no XML may have."""
    return escape("".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cs", "Cn")))
