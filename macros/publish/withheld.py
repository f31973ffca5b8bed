"""What stays at home: every file of the vault that is not on the site, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.vault import Reason, Vault
from macros.vault.folder import RECORDING


@dataclass(frozen=True, slots=True)
class Count:
    """How many notes and files are on the site, how many stay at home, and for how many reasons."""

    notes: int
    files: int
    notes_at_home: int
    files_at_home: int
    reasons: int


def at_home(vault: Vault) -> Mapping[str, Reason]:
    """The reason of each listed file that is not published, by path; hidden files are not listed."""
    unused = (path for path in vault.attachments if path not in vault.used_attachments)
    kept = {path: Reason("recording" if path.endswith(RECORDING) else "unused") for path in unused}
    return dict(sorted({**vault.withheld, **kept}.items()))


def reason_for(vault: Vault, path: str) -> Reason | None:
    """Why `path` is not on the site; None when it is."""
    if any(part.startswith(".") for part in path.split("/")) and path not in vault.notes:
        return Reason("hidden")
    if not any(path in listed for listed in (vault.notes, vault.attachments, vault.withheld)):
        return Reason("no-part")
    return at_home(vault).get(path)


def users_of(vault: Vault, path: str) -> tuple[str, ...]:
    """The published notes that show the attachment `path` or link to it."""
    return tuple(
        note.path
        for note in vault.notes.values()
        if any(getattr(vault.resolve(each.reference, note.path), "path", "") == path for each in note.mentions)
    )


def counted(vault: Vault) -> Count:
    """The count of `vault`."""
    kept = at_home(vault)
    notes = sum(path.endswith(".md") for path in kept)
    reasons = {(reason.rule, reason.place if reason.rule == "excluded" else "") for reason in kept.values()}
    return Count(len(vault.notes), len(vault.used_attachments), notes, len(kept) - notes, len(reasons))
