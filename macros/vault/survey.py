"""What is worth a look in a vault although no link is wrong."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from macros.language import NOTHING, message
from macros.vault.drawing import exports_of
from macros.vault.folder import RECORDING
from macros.vault.names import UNPORTABLE, fold
from macros.vault.plugins import EXCALIDRAW, plugin_of_file
from macros.vault.problem import Problem
from macros.vault.report import only_in_obsidian
from macros.vault.vault import Vault

LONGEST_NAME = 255
"""Bytes of a name that Linux can check out; a Korean syllable has three."""


def survey(vault: Vault) -> tuple[Problem, ...]:
    """Notices in the order of the paths: shared aliases, orphans, unused attachments, names that cannot travel."""
    return tuple(sorted([*_shared_aliases(vault), *_orphans(vault), *_unused(vault), *_unportable(vault)]))


def _shared_aliases(vault: Vault) -> Iterator[Problem]:
    for alias, (first, *others) in vault.shared_aliases.items():
        for path in others:
            told = message("problem.alias", alias=alias, path=first)
            yield Problem(path, 1, "alias", told, message("suggest.one-alias"), notice=True)


def _orphans(vault: Vault) -> Iterator[Problem]:
    """Notes that none leads to; to a path lead the pages of all its stations."""
    for path, note in vault.notes.items():
        if path not in vault.backlinks and path != vault.home and not note.stations:
            yield Problem(path, 1, "orphan", message("problem.orphan"), message("suggest.link-to-it"), notice=True)


def _unused(vault: Vault) -> Iterator[Problem]:
    told, use_or_delete = only_in_obsidian(vault), message("suggest.use-or-delete")
    drawings = [path for path in vault.attachments if plugin_of_file(path) == EXCALIDRAW]
    exports = {fold(name) for path in drawings for name in exports_of(path)}
    for path in vault.attachments:
        used = vault.pictures.get(path, path) in vault.used_attachments
        if used or path in told or path.endswith(RECORDING) or fold(path) in exports:
            continue
        plugin = plugin_of_file(path)
        if path in vault.pictures:
            yield Problem(path, 1, "unused", message("plugin.unused-drawing"), use_or_delete, notice=True)
        elif plugin:
            way_out = message("plugin.export") if plugin == EXCALIDRAW else NOTHING
            yield Problem(path, 1, "plugin", message("plugin.unused", plugin=plugin), way_out, notice=True)
        else:
            yield Problem(path, 1, "unused", message("problem.unused"), use_or_delete, notice=True)


def _unportable(vault: Vault) -> Iterator[Problem]:
    for path in (*vault.notes, *vault.drafts, *vault.attachments):
        name = next((part for part in path.split("/") if UNPORTABLE.search(part)), None)
        if name:
            better = UNPORTABLE.sub("-", name)
            told = message("problem.name-windows", name=name)
            yield Problem(path, 1, "name", told, message("suggest.rename-to", name=better), notice=True)
        elif len(posixpath.basename(path).encode()) > LONGEST_NAME:
            told = message("problem.name-linux", bytes=LONGEST_NAME)
            yield Problem(path, 1, "name", told, message("suggest.shorten"), notice=True)
