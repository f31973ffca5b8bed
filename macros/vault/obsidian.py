"""What Obsidian and its plugins know of a vault beside its notes: `.obsidian/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.language import message
from macros.vault.folder import as_text, folders_of
from macros.vault.names import fold, nfc
from macros.vault.problem import Problem
from macros.vault.regular import read_regular
from macros.vault.withheld import Reason

_FOLDER = ".obsidian"
_APP = f"{_FOLDER}/app.json"
_TEMPLATES = (
    (f"{_FOLDER}/templates.json", "folder"),
    (f"{_FOLDER}/plugins/templater-obsidian/data.json", "templates_folder"),
    (f"{_FOLDER}/plugins/quickadd/data.json", "templateFolderPath"),
)
"""Who has a folder of templates, and what that is called there."""
_PATTERN = re.compile(r"/(.+)/", re.DOTALL)
"""A filter that is a regular expression; others are the beginning of a path."""


@dataclass(frozen=True, slots=True)
class ObsidianSettings:
    """What Obsidian itself knows about the vault beside its files."""

    name: str = ""
    """The name of its folder."""
    strict_line_breaks: bool = False
    attachment_folder: str = ""
    """Where attachments are put: a folder of the vault, `/` for its root, `./…` below the note; empty where unset."""
    templates: tuple[tuple[str, str], ...] = ()
    """The folders of templates, which are no notes, each with the file that names it."""
    ignored: tuple[str, ...] = ()
    """What Obsidian calls excluded files: beginnings of paths, and regular expressions as in `/…/`."""
    linked: tuple[tuple[str, str], ...] = ()
    """Folders that are links to others of the vault, each with that (`.` for the vault itself)."""
    faults: tuple[Problem, ...] = ()
    """What of it says what stays at home, and is not understood."""
    unread: tuple[Problem, ...] = ()
    """The files that are no JSON: Obsidian counts them as unset too."""

    def reason(self, path: str) -> Reason | None:
        """Why the file `path` stays at home by all this."""
        key, folders = fold(path), {fold(folder) for folder in folders_of(path)}
        for folder, place in self.templates:
            if fold(folder) in folders:
                return Reason("template", folder, place)
        for text in self.ignored:
            pattern = _PATTERN.fullmatch(text)
            if re.search(pattern[1], path) if pattern else key.startswith(fold(text)):
                return Reason("ignored", text, _APP)
        return None


def read_obsidian_settings(root: Path) -> ObsidianSettings:
    """Read the settings of the vault `root`; what is not there counts as unset, what is not understood is a fault."""
    faults, unread = list[Problem](), list[Problem]()
    app = _json(root, _APP, unread)
    ignored = tuple(_texts(app.get("userIgnoreFilters"), _APP, faults))
    folders = ((_text(_json(root, file, unread).get(key), file, faults), file) for file, key in _TEMPLATES)
    return ObsidianSettings(
        name=nfc(as_text(root.resolve().name)),
        strict_line_breaks=app.get("strictLineBreaks") is True,
        attachment_folder=nfc(str(app.get("attachmentFolderPath") or "")),
        templates=tuple((folder.strip("/"), file) for folder, file in folders if folder.strip("/")),
        ignored=tuple(_understood(ignored, faults)),
        faults=tuple(faults),
        unread=tuple(unread),
    )


def _json(root: Path, name: str, unread: list[Problem]) -> dict[str, Any]:
    """The settings in the file `name`, which a FIFO or a device cannot be."""
    file = root / name
    if not file.exists():
        return {}
    try:
        loaded = json.loads(read_regular(file).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        loaded = None
    if isinstance(loaded, dict):
        return loaded
    unread.append(_fault(name))
    return {}


def _texts(value: object, name: str, faults: list[Problem]) -> Iterator[str]:
    if isinstance(value, list):
        yield from filter(None, (_text(each, name, faults) for each in value))
    elif value is not None:
        faults.append(_fault(name))


def _text(value: object, name: str, faults: list[Problem]) -> str:
    if value is not None and not isinstance(value, str):
        faults.append(_fault(name))
    return nfc(value) if isinstance(value, str) else ""


def _understood(filters: Iterable[str], faults: list[Problem]) -> Iterator[str]:
    for text in filters:
        pattern = _PATTERN.fullmatch(text)
        try:
            re.compile(pattern[1] if pattern else "")
        except (re.error, RecursionError, OverflowError):
            told = message("obsidian.pattern", pattern=text)
            faults.append(Problem(_APP, 1, "settings", told, message("obsidian.exclude")))
        else:
            yield text


def _fault(name: str) -> Problem:
    return Problem(name, 1, "settings", message("obsidian.unreadable"), message("obsidian.way-out"))
