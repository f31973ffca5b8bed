"""What an author wrote for everybody: the texts of all that is published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from macros.language import Language
from macros.publish.leaks.needles import Needle, squashed
from macros.vault import Note, Vault

_COMMENT = re.compile(r"%%[\s\S]*?(?:%%|\Z)|<!--[\s\S]*?(?:-->|\Z)")
"""What no page shows; where it stands in code, a text too few is taken for public, and none too many."""
_SHOWN = ("title", "summary", "description")
"""Properties that pages show."""


def public_in(vault: Vault, recordings: Iterable[str], language: Language) -> Callable[[Needle], bool]:
    """Says of a needle whether a published note, a recording or the engine itself has the same words.

    Texts are compared by their letters alone; they are put together when the first needle is asked for.
    """
    text: list[str] = []

    def is_public(needle: Needle) -> bool:
        if not text:
            parts = chain(*map(_written, vault.notes.values()), recordings, language.words.values())
            text.append("\n".join(map(squashed, chain(parts, vault.notes, vault.used_attachments, vault.tags))))
        return squashed(needle.text) in text[0]

    return is_public


def _written(note: Note) -> Iterator[str]:
    yield from (note.title, *note.aliases, note.summary, _COMMENT.sub(" ", note.body))
    yield from (str(note.properties.get(key, "")) for key in _SHOWN)
