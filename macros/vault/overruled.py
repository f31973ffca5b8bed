"""A note's own `publish: true` counts more than a rule for its folder, as in Obsidian Publish.

Where only notes that say it are published all of them do, so there `exclude` stands.
"""

from __future__ import annotations

from macros.vault.folder import VaultFile, folders_of
from macros.vault.note_reader import read_note
from macros.vault.withheld import Reason, Rule

_ANY = "_"
"""A name that only a rule for a whole folder fits."""


def is_overruled(reason: Reason, file: VaultFile, rule: Rule, *, only_marked: bool, largest: int) -> bool:
    """True where `file`, which stays at home for `reason`, is a note that says otherwise, and `rule` means its folder.

    A rule for the note itself stands, and so does one for a link of the file system: who knows where that leads.
    """
    of_folders = ("ignored",) if only_marked else ("ignored", "excluded")
    if reason.rule not in of_folders or not file.path.endswith(".md") or file.location.is_symlink():
        return False
    if not any(rule(f"{folder}/{_ANY}") == reason for folder in folders_of(file.path)) or not file.location.is_file():
        return False
    data = file.location.read_bytes()
    return b"publish" in data.lower() and read_note(file.path, data, largest=largest).visibility.is_marked
