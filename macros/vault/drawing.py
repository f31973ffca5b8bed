"""Drawings of the plugin Excalidraw: what is one, and which exported picture stands for it.

Source: zsviczian/obsidian-excalidraw-plugin, "Auto-export": pictures are written beside the drawing, under its name.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from macros.vault.names import fold
from macros.vault.plugins import EXCALIDRAW, plugin_of_file

_KEY = "excalidraw-plugin"
_SUFFIX = ".excalidraw"
_EXPORTS = (".light.svg", ".svg", ".light.png", ".png", ".dark.svg", ".dark.png")
"""Endings of exported pictures, the best first: a page is light unless its reader wants it dark."""


def is_drawing(path: str, properties: Mapping[str, Any]) -> bool:
    """True for a note that is the file of a drawing: its text is data, and not for readers."""
    return fold(path).endswith(f"{_SUFFIX}.md") or _KEY in properties


def pictures_of(attachments: Iterable[str]) -> Mapping[str, str]:
    """The drawings among the paths `attachments` that were exported, each with the picture that stands for it."""
    paths = {fold(path): path for path in attachments}
    found: dict[str, str] = {}
    for path in paths.values():
        exports = (paths.get(fold(name)) for name in exports_of(path)) if plugin_of_file(path) == EXCALIDRAW else ()
        picture = next(filter(None, exports), None)
        if picture:
            found[path] = picture
    return MappingProxyType(found)


def exports_of(path: str) -> Iterable[str]:
    """The paths that an exported picture of the drawing `path` may have, the best first.

    `고래.excalidraw.md` → `고래.excalidraw.light.svg`, `고래.excalidraw.svg`, …, `고래.svg`, …
    """
    name = path.removesuffix(".md")
    stem, suffix = posixpath.splitext(name)
    names = (name, stem) if suffix.lower() == _SUFFIX else (name,)
    return tuple(stem + ending for stem in names for ending in _EXPORTS)
