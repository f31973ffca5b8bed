"""The diagrams of notes, drawn when a site is built by the files with which readers' browsers would draw them."""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.fonts import TEXT, Whole
from macros.hosts.cache import open_pictures
from macros.hosts.teller import Teller
from macros.language import Language, message
from macros.render import digest
from macros.render.diagrams import Browser, Diagrams, NoBrowserError, find_browser
from macros.settings import Settings
from macros.vault import Problem, Vault

_NEEDED = ("assets/kb/diagram.js", "assets/vendor/mermaid/")
"""What draws."""
_LETTERS = "letters.ttf"
"""What labels are measured with: the font of which a site has its own."""
_PAGE = (
    "<!doctype html><meta charset=utf-8>"
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'; style-src 'self' 'unsafe-inline'\">"
    f'<style>@font-face {{ font-family: "Maru"; font-weight: 400 700; src: url(/{_LETTERS}) }}</style>'
).encode()
"""The page that they are drawn on."""


def open_diagrams(config: MkDocsConfig, settings: Settings, tell: Teller) -> Diagrams | None:
    """What draws the diagrams of the vault that `config` publishes; None where its `settings` leave that to readers.

    It raises PluginError once it has to draw and there is no browser.
    """
    if settings.diagrams != "build":
        return None
    files, font = dict(_files(config)), Whole(TEXT)

    def answer(path: str) -> tuple[str, bytes] | None:
        if not path:
            return "text/html", _PAGE
        if path == _LETTERS:
            return "font/ttf", font.data
        file = files.get(path)
        kind = "text/javascript" if path.endswith(".mjs") else mimetypes.guess_type(path)[0]
        return (kind or "application/octet-stream", file.read_bytes()) if file else None

    def browser() -> Browser:
        try:
            return Browser(find_browser(os.environ), answer)
        except NoBrowserError as error:
            raise PluginError(tell.language.tell(error.told)) from None

    store = open_pictures(config, _fingerprint(files, font, tell.language), tell.inform)
    return Diagrams(store, browser, tell.language)


def draw_diagrams(vault: Vault, diagrams: Diagrams) -> Iterator[Problem]:
    """Have all diagrams of `vault` drawn; what comes back are those that cannot be."""
    found = [(note, fence) for note in vault.notes.values() for fence in note.diagrams]
    diagrams.draw(fence.text for _, fence in found)
    for note, fence in found:
        if fault := diagrams.of(fence.text).fault:
            told = message("problem.diagram", reason=fault)
            line = note.first_line + fence.line + 1
            yield Problem(note.path, line, "diagram", told, message("suggest.diagram"))


def _files(config: MkDocsConfig) -> Iterator[tuple[str, Path]]:
    """Path on the site and place of each file that may be asked for; those of the first folder of the theme count."""
    for theme in reversed(config.theme.dirs):
        for file in sorted(Path(theme, "assets").rglob("*")):
            path = file.relative_to(theme).as_posix()
            if path.startswith(_NEEDED) and file.is_file():
                yield path, file


def _fingerprint(files: Mapping[str, Path], font: Whole, language: Language) -> str:
    """What pictures are made of beside their sources, as a short text: what draws, and the words of their names."""
    words = [text for key, said in language.words.items() if "diagram" in key for text in (key, said)]
    parts = (part for path, file in sorted(files.items()) for part in (path, file.read_bytes()))
    return digest(*words, "", font.packed, *parts)
