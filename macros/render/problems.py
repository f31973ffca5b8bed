"""What the links of notes come to: what an earlier build has found is taken from what it left."""

from __future__ import annotations

from collections.abc import Mapping

from macros.render.notes import NOTE
from macros.render.packed import digest, pack
from macros.render.store import Store
from macros.vault import Vault
from macros.vault.findings import FindAll, Findings, find_each, findings_of
from macros.vault.portable import findings_from_plain, findings_to_plain

_FINDINGS = "findings"
"""The kind of the one value that is kept: what names lead to, and the findings of the notes that have some."""
_NONE = Findings()


def finder(store: Store) -> FindAll:
    """A way to find what is wrong with the links of a vault that was read with `reader(store, …)`.

    While every name leads where it did, it looks only at the notes that have changed since the build that left
    what is in `store`, and at those that name a section or a block of one.
    """

    def find_all(vault: Vault) -> Mapping[str, Findings]:
        names = _names(vault)
        kept = store.get(_FINDINGS, "")
        known = {path: findings_from_plain(*plain) for path, plain in kept["notes"].items()} if kept else {}
        same_names = kept is not None and kept["names"] == names
        found = _find_again(vault, known, store.changed(NOTE)) if same_names else find_each(vault)
        found = {path: findings for path, findings in found.items() if findings != _NONE}
        if not same_names or found != known:
            plain = {path: findings_to_plain(findings) for path, findings in found.items()}
            store.put(_FINDINGS, "", pack({"names": names, "notes": plain}))
        return found

    return find_all


def _find_again(vault: Vault, known: Mapping[str, Findings], changed: set[str]) -> Mapping[str, Findings]:
    """`known`, with new findings for the notes `changed` and for those that asked for something in them."""
    found = {}
    for path, note in vault.notes.items():
        before = known.get(path, _NONE)
        found[path] = findings_of(vault, note) if path in changed or not changed.isdisjoint(before.asked) else before
    return found


def _names(vault: Vault) -> str:
    """What names lead to, and which are close to one, as a short text: the same text, the same answers."""
    notes = [(note.path, note.aliases) for note in vault.notes.values()]
    drafts = [(note.path, note.aliases) for note in vault.drafts.values()]
    return digest(repr((vault.settings, notes, [*vault.attachments], drafts, [*vault.withheld])))
