"""What is worth a look in a vault although no link is wrong."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from macros.vault.drawing import exports_of
from macros.vault.folder import INDEXES
from macros.vault.names import fold
from macros.vault.plugins import EXCALIDRAW, WORDS, plugin_of_file
from macros.vault.problem import Problem
from macros.vault.report import only_in_obsidian
from macros.vault.vault import Vault

_UNPORTABLE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)', re.IGNORECASE)
"""Names that Windows refuses. Source: Microsoft, "Naming Files, Paths, and Namespaces"."""
LONGEST_NAME = 255
"""Bytes of a name that Linux can check out; a Korean syllable has three."""


def survey(vault: Vault) -> tuple[Problem, ...]:
    """Notices in the order of the paths: shared aliases, orphans, unused attachments, names that cannot travel."""
    return tuple(sorted([*_shared_aliases(vault), *_orphans(vault), *_unused(vault), *_unportable(vault)]))


def _shared_aliases(vault: Vault) -> Iterator[Problem]:
    for alias, (first, *others) in vault.shared_aliases.items():
        for path in others:
            message = f"the alias '{alias}' is claimed by {first} too"
            yield Problem(path, 1, "alias", message, "keep it in one of the two", notice=True)


def _orphans(vault: Vault) -> Iterator[Problem]:
    for path in vault.notes:
        if path not in vault.backlinks and path not in INDEXES:
            yield Problem(path, 1, "orphan", "no note leads here", "link to it", notice=True)


def _unused(vault: Vault) -> Iterator[Problem]:
    told = only_in_obsidian(vault)
    drawings = [path for path in vault.attachments if plugin_of_file(path) == EXCALIDRAW]
    exports = {fold(name) for path in drawings for name in exports_of(path)}
    for path in vault.attachments:
        used = vault.pictures.get(path, path) in vault.used_attachments
        if used or path in told or path.endswith(".console") or fold(path) in exports:
            continue
        plugin = plugin_of_file(path)
        if path in vault.pictures:
            yield Problem(path, 1, "unused", WORDS["unused drawing"], "embed it, or delete it", notice=True)
        elif plugin:
            how = WORDS["how"] if plugin == EXCALIDRAW else ""
            yield Problem(path, 1, "plugin", WORDS["unused"].format(plugin=plugin), how, notice=True)
        else:
            message = "no published note uses this file: it is not published"
            yield Problem(path, 1, "unused", message, "embed it, or delete it", notice=True)


def _unportable(vault: Vault) -> Iterator[Problem]:
    for path in (*vault.notes, *vault.drafts, *vault.attachments):
        name = next((part for part in path.split("/") if _UNPORTABLE.search(part)), None)
        if name:
            better = _UNPORTABLE.sub("-", name)
            message = f"Windows cannot check out the name '{name}'"
            yield Problem(path, 1, "name", message, f"rename it to '{better}'", notice=True)
        elif len(posixpath.basename(path).encode()) > LONGEST_NAME:
            message = f"Linux cannot check out a name of more than {LONGEST_NAME} bytes"
            yield Problem(path, 1, "name", message, "shorten it", notice=True)
