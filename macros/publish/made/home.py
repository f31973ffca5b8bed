"""The home page of a vault that has none: what there is, and where to begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.language import Language
from macros.publish.made.made_page import MadePage, made_note
from macros.publish.parts import has_parts
from macros.vault import Vault

HOME = "index.md"
_MARKS = re.compile(r"([^\w\s])")
"""What may mean something in Markdown."""


def home_page(vault: Vault, name: str, description: str, language: Language) -> Iterator[MadePage]:
    """The home page, where no note of `vault` is one: `name` and `description` of the site, and its parts."""
    if not vault.home:
        summary = _plain(description) or language.say("list.text", count=len(vault.listed))
        note = made_note(HOME, language.say("home.title"), _text(vault, name, language), summary)
        yield MadePage(note, HOME)


def _text(vault: Vault, name: str, language: Language) -> str:
    """The Markdown of the page: a part that has nothing to show has no heading either."""
    has = {"topics": True, **has_parts(vault)}
    head = f"# {_plain(name)}" if name.strip() else ""
    parts = [
        f'## {language.say(f"home.{part}")}\n\n{{{{ maru("{part}") }}}}'
        for part in ("paths", "topics", "recent", "tags")
        if has[part]
    ]
    parts = [head, '{{ maru("counts") }}', '{{ maru("start") }}', *parts]
    return "\n\n".join(filter(None, parts))


def _plain(text: str) -> str:
    """`text` as Markdown in which nothing means anything."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
