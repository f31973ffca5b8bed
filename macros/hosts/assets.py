"""Files of the site that are made for its language and its name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from macros.hosts.configuration import ICON, WORDS
from macros.language import Language
from macros.publish.icon import initial_icon


def made_assets(config: MkDocsConfig, language: Language) -> Iterator[File]:
    """The words of scripts and of style sheets, and an icon where the site has none."""
    yield _file(config, f"{WORDS}.js", _module(language))
    yield _file(config, f"{WORDS}.css", _style_sheet(language))
    if ICON in (config.theme["logo"], config.theme["favicon"]):
        yield _file(config, ICON, initial_icon(unescape(config.site_name)))


def theme_worker(config: MkDocsConfig) -> str:
    """The path on the site of the theme's own search worker, whose name changes with each release of the theme."""
    workers = (
        path for folder in config.theme.dirs for path in Path(folder).glob("assets/javascripts/workers/search.*.js")
    )
    return f"assets/javascripts/workers/{next(workers).name}"


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
