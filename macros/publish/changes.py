"""What will change on the web: what is public now and was not, and what stays at home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.publish.withheld import at_home
from macros.vault import Reason, Vault


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two states of a vault, by the paths of its files."""

    notes: tuple[str, ...]
    """Notes that are public for the first time."""
    files: tuple[str, ...]
    """The same of attachments."""
    gone: tuple[str, ...]
    """What is public no more."""
    at_home: Mapping[str, Reason]
    """What stays at home and is new there, or does so for another reason."""
    others_at_home: int
    """How many more stay at home, as before."""


def changes(before: Vault | None, after: Vault) -> Changes:
    """What `after` changes for readers of `before`, which is None where nothing was published."""
    public, was_public = _public(after), _public(before) if before else frozenset()
    kept, was_kept = at_home(after), at_home(before) if before else {}
    new = {path: reason for path, reason in kept.items() if _rule(was_kept.get(path)) != reason.rule}
    first = sorted(public - was_public)
    return Changes(
        notes=tuple(path for path in first if path in after.notes),
        files=tuple(path for path in first if path not in after.notes),
        gone=tuple(sorted(was_public - public)),
        at_home=new,
        others_at_home=len(kept) - len(new),
    )


def _public(vault: Vault) -> frozenset[str]:
    return vault.used_attachments | vault.notes.keys()


def _rule(reason: Reason | None) -> str:
    return reason.rule if reason else ""
