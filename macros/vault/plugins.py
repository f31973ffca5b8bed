"""What only Obsidian and its plugins can show: blocks, commands and files that have no meaning on a website."""

from __future__ import annotations

import posixpath
import re
from types import MappingProxyType

EXCALIDRAW, TEMPLATER, DATAVIEW = "Excalidraw", "Templater", "Dataview"

_LANGUAGES = MappingProxyType(
    {
        language: plugin
        for plugin, languages in {
            DATAVIEW: "dataview dataviewjs",
            "Datacore": "datacore datacorejs datacorejsx datacorets datacoretsx",
            "Tasks": "tasks",
            "Search": "query",
            "Bases": "base",
            EXCALIDRAW: "excalidraw compressed-json",
            "Buttons": "button",
            "Meta Bind": "meta-bind meta-bind-button meta-bind-embed meta-bind-js-view",
            "JS Engine": "js-engine",
            "Tracker": "tracker",
            "Charts": "chart",
            "Leaflet": "leaflet",
            "Map View": "mapview",
            "Todoist": "todoist",
            "Time Tracker": "simple-time-tracker",
        }.items()
        for language in languages.split()
    }
)
"""Languages of fences that a plugin runs. None is the name of a language that Pygments highlights.

Sources: the plugins' own documentation; Obsidian Help, "Search" (`query`) and "Bases" (`base`).
"""
_FILES = MappingProxyType(
    {".base": "Bases", ".canvas": "Canvas", ".excalidraw": EXCALIDRAW, ".excalidrawlib": EXCALIDRAW, ".md": EXCALIDRAW}
)
_LANGUAGE = re.compile(r"\s*([\w-]+)(?=\s|$)")
_EXPRESSION = re.compile(r"\s*(?:=\s*(?:this|dv)\.|\$=\s*dv\.)")
_COMMAND = re.compile(
    r"[-_]?(?:[*+~]"
    r"|\s*(?:await\s+)?(?:[A-Za-z_$][\w$.]*\s*(?:[-_]?\Z|[(\[?+|&<>=!*/`:,;-])|[\"'`(\[]))"
)
"""What stands behind `<%`. `<%=`, `<%#`, `<%@` and `<%--` are other languages' own, words are a sentence."""
_TICKS = re.compile("`+")


def plugin_of_fence(info: str) -> str:
    """The plugin that runs a fence whose opening line says `info`; empty for code."""
    found = _LANGUAGE.match(info)
    return _LANGUAGES.get(found[1].lower(), "") if found else ""


def plugin_of_file(path: str) -> str:
    """What shows the attachment `path` in Obsidian and nowhere else; empty for all that a browser can show.

    A note is an attachment only where it is a drawing, see `macros.vault.drawing`.
    """
    return _FILES.get(posixpath.splitext(path)[1].lower(), "")


def plugin_of_code(code: str) -> str:
    """Dataview for an expression of its own in a line's code, `= this.file.name` or `$= dv.current()`; else empty."""
    return DATAVIEW if _EXPRESSION.match(code) else ""


def command_end(text: str, start: int) -> int:
    """Where the command of Templater ends that the `<%` at `start` opens; -1 when it opens none.

    A `%>` in code closes nothing, and what lies between the two has to be a command: `<% 로 열고 %>` is a sentence.
    """
    end = text.find("%>", start + 2)
    inner = text[start + 2 : end] if end >= 0 else ""
    if not _COMMAND.match(inner) or "<%" in inner or len(_TICKS.findall(inner)) % 2:
        return -1
    return end + 2


def has_command(text: str) -> bool:
    """True when `text` has a command of Templater."""
    start = -2
    while (start := text.find("<%", start + 2)) >= 0:
        if command_end(text, start) >= 0:
            return True
    return False
