"""The labs of a site: what readers run recordings in, where it was made and some recording has earned it."""

from __future__ import annotations

import json
import os
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from macros import markup
from macros.commands.engines import ENGINES
from macros.commands.library import Library
from macros.hosts.engine import cache_folder
from macros.labs.labs import MANIFEST, Labs
from macros.labs.packages import KERNEL_SETTINGS, LICENCES, common_licences
from macros.language import Language
from macros.publish.made.made_page import MadePage, made_note
from macros.vault.folder import MADE

FOLDER = "assets/labs"
"""Where they are on the site: maru.js finds them beside its own folder."""
_SOFTWARE = "assets/kb/software"


def labs_folder(configuration: Path | None) -> Path:
    """Where they are made: `.cache/labs` of a checkout, unless the environment's `KB_LABS` names another folder."""
    return Path(os.environ.get("KB_LABS") or cache_folder(configuration.parent if configuration else None) / "labs")


def open_labs(config: MkDocsConfig) -> Labs:
    """What there is for the site of `config`."""
    return Labs.of(labs_folder(Path(config.config_file_path) if config.config_file_path else None))


def run_on(library: Library, labs: Labs) -> frozenset[str]:
    """The element of terminals where readers can run one of the recordings of `library`; else nothing."""
    earned = any(labs.offer(library.chain(recording)) for recording in library.recordings.values())
    return frozenset({markup.RUN}) if earned else frozenset()


def lab_files(config: MkDocsConfig, labs: Labs) -> Iterator[File]:
    """All that a browser may ask of `labs`."""
    engines = {name: dict(engine.settings.environment) for name, engine in ENGINES.items()}
    page = f"{_SOFTWARE}/" if config.use_directory_urls else f"{_SOFTWARE}.html"
    about = posixpath.relpath(page, FOLDER) + "/" * config.use_directory_urls
    manifest = json.dumps({**labs.manifest, "engines": engines, "about": about}, ensure_ascii=False)
    yield File.generated(config, f"{FOLDER}/{MANIFEST}", content=manifest, inclusion=InclusionLevel.INCLUDED)
    for path in sorted(labs.folder.glob("*/*")):
        name = f"{FOLDER}/{path.relative_to(labs.folder).as_posix()}"
        yield File.generated(config, name, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED)


def software_page(labs: Labs, language: Language) -> Iterator[MadePage]:
    """The page that says what `labs` are made of."""
    note = made_note(f"{MADE}/software.md", language.say("software.title"), language.say("software.text"))
    licences = [(name, f"{FOLDER}/{LICENCES}/{name}.txt") for name in common_licences(labs.folder, labs.packages)]
    shows = {"software": [*_machine(labs), *_packages(labs)], "licences": licences}
    yield MadePage(note, f"{_SOFTWARE}.md", "software", lambda _: shows, is_in_navigation=False)


def _machine(labs: Labs) -> Iterator[Mapping[str, Any]]:
    """The machine, and what it has in it."""
    version, texts = labs.manifest["v86"], f"{FOLDER}/{LICENCES}"
    for name, said, licence, text, source in (
        ("v86", version, "BSD-2-Clause", "assets/vendor/v86/LICENSE", "copy/v86"),
        ("SoftFloat", f"3e, v86 {version}", "BSD-3-Clause", f"{texts}/v86-softfloat.txt", "copy/v86"),
        ("zstd", f"v86 {version}", "BSD-3-Clause", f"{texts}/v86-zstd.txt", "copy/v86"),
    ):
        yield {
            "name": name,
            "version": said,
            "licence": licence,
            "text": text,
            "source": source,
            "url": f"https://github.com/{source}",
        }


def _packages(labs: Labs) -> Iterator[Mapping[str, Any]]:
    """The packages of Debian."""
    for one in labs.packages:
        yield {
            "name": one.name,
            "version": one.version,
            "licence": one.licence,
            "text": f"{FOLDER}/{one.copyright}",
            "source": one.source,
            "url": one.source_url,
            "built_using": one.built_using,
            "settings": f"{FOLDER}/{KERNEL_SETTINGS}" if one.name == "linux" else "",
        }
