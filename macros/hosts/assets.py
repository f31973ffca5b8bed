"""Files of the site beside pages and attachments: what is made for it, and what it needs of the theme."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from types import MappingProxyType

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from macros import markup
from macros.hosts.configuration import ICON, WORDS
from macros.hosts.others import nobody_else
from macros.language import Language
from macros.macro_report import calls_macros
from macros.publish.icon import initial_icon
from macros.publish.services import robots_file
from macros.render.diagrams import Diagrams
from macros.settings import Settings
from macros.vault import Vault

_LIBRARIES = MappingProxyType(
    {
        markup.MATH: ("assets/vendor/katex/",),
        markup.DIAGRAM: ("assets/vendor/mermaid/", "assets/kb/diagram.js"),
        markup.RUN: ("assets/vendor/v86/", "assets/vendor/xterm/", "assets/kb/lab.js", "assets/kb/lab-worker.js"),
    }
)
"""The elements that a browser draws or runs, each with what it loads for that: folders and files."""
_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""The theme's own search, in whose place ours is."""
_ROBOTS = "robots.txt"
_FAVICON = "assets/images/favicon.png"
"""The theme's own icon, which a site has only where it was told to show it."""


def made_assets(config: MkDocsConfig, settings: Settings, language: Language) -> Iterator[File]:
    """The words of scripts and of style sheets, an icon where the site has none, what robots read where it is set."""
    yield _file(config, f"{WORDS}.js", _module(language))
    yield _file(config, f"{WORDS}.css", _style_sheet(language))
    if ICON in (config.theme["logo"], config.theme["favicon"]):
        yield _file(config, ICON, initial_icon(unescape(config.site_name)))
    if robots := robots_file(settings, config.site_url or ""):
        yield _file(config, _ROBOTS, robots)


def drawn_on(vault: Vault, config: MkDocsConfig, diagrams: Diagrams | None) -> frozenset[str]:
    """The elements that a browser may have to draw on the site of `vault`, each with a library of its own.

    Diagrams of notes are not among them where the build has `diagrams`, which draws them. All of them are where others
    write on pages too: what they write is not known yet.
    """
    notes = vault.notes.values()
    if not nobody_else(config) or any(map(calls_macros, notes)):
        return frozenset({markup.MATH, markup.DIAGRAM})
    written = {markup.DIAGRAM for note in notes if note.diagrams and diagrams is None}
    return frozenset(written.union(*(note.drawn for note in notes)))


def wanted(files: Iterable[File], config: MkDocsConfig, drawn: Collection[str]) -> Iterator[File]:
    """Those of `files` for which a site has a use on which a browser draws `drawn`; of what is not the theme's, all."""
    needless = (*_SEARCH, *(path for element, paths in _LIBRARIES.items() if element not in drawn for path in paths))
    icons = {str(config.theme.get(key)) for key in ("logo", "favicon")}
    for file in files:
        path = file.src_uri
        is_needless = path.startswith(needless) or path.endswith(".map") or (path == _FAVICON and path not in icons)
        if not (is_needless and file.src_dir in config.theme.dirs):
            yield file


def _module(language: Language) -> str:
    """`export default {"run-copy": "명령 복사", …};`."""
    return f"export default {json.dumps(language.all_of('script'), ensure_ascii=False, indent=1)};\n"


def _style_sheet(language: Language) -> str:
    """`:root { --kb-say-missing-file: "파일 없음 · "; … }`."""
    lines = (
        f"  --kb-say-{key}: {json.dumps(text, ensure_ascii=False)};\n" for key, text in language.all_of("style").items()
    )
    return f":root {{\n{''.join(lines)}}}\n"


def _file(config: MkDocsConfig, path: str, content: str) -> File:
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)
