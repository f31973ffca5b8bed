"""Which notes were changed last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from macros.vault import Note, Vault


def latest(vault: Vault, notes: Iterable[Note], count: int) -> list[tuple[Note, date]]:
    """Those `count` of `notes` that were changed last, the latest first; those of one day in the order of `notes`."""
    dated = [(note, day) for note in notes if (day := vault.dates(note.path).updated)]
    return sorted(dated, key=lambda item: item[1], reverse=True)[:count]


def latest_of_site(vault: Vault, count: int) -> list[tuple[Note, date]]:
    """The same of all notes that a list may name but the home, which is about the others."""
    return latest(vault, (note for path, note in vault.listed.items() if path != vault.home), count)
