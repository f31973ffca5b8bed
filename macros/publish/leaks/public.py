"""What an author wrote for everybody: the texts of all that is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from macros.language import Language
from macros.publish.leaks.needles import Needle, squashed
from macros.vault import Note, Vault
from macros.vault.unparsed import without_comments

_SHOWN = ("title", "summary", "description")
"""Properties that pages show."""


class Public:
    """The words that a published note, a recording or the engine itself has. Texts are compared by letters alone."""

    def __init__(self, vault: Vault, recordings: Iterable[str], language: Language) -> None:
        """Know what `vault` publishes, and `recordings`; nothing is put together before it is asked for."""
        self._vault = vault
        self._recordings = tuple(recordings)
        self._language = language

    def has(self, needle: Needle) -> bool:
        """True for a needle whose words are public too."""
        return squashed(needle.text) in self._text

    @property
    def texts(self) -> Iterator[str]:
        """All that it is made of."""
        vault = self._vault
        written = chain(*map(_written, vault.notes.values()), self._recordings, self._language.words.values())
        return chain(written, vault.notes, vault.used_attachments, vault.tags)

    @cached_property
    def _text(self) -> str:
        return "\n".join(map(squashed, self.texts))


def _written(note: Note) -> Iterator[str]:
    yield from (note.title, *note.aliases, note.summary, without_comments(note.body))
    yield from (str(note.properties.get(key, "")) for key in _SHOWN)
