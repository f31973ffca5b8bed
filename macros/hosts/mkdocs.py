"""Maru as a plugin of MkDocs: one object for one build."""

from __future__ import annotations

import json
import logging
import os
import posixpath
import shutil
from collections.abc import Iterable
from html import escape
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.commands.library import Library
from macros.commands.terminal import show_fence
from macros.hosts.navigation import SharedNavigation
from macros.hosts.note_page import NotePage, PageData
from macros.publish.pages import TAGS, made_page, missing_pages, tag_anchor
from macros.render import Renderer
from macros.search.article import sections
from macros.search.index import Share, share
from macros.search.index import files as index_files
from macros.syntax.host import ExternalImages, VaultHost
from macros.vault import INDEXES, Missing, Note, Problem, Reference, Resolution, Vault, fold, report

log = get_plugin_logger("kb")


class KnowledgeBaseConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs is annotated but for this
    """Options under `extra.kb` in `mkdocs.yml`."""

    external_images = config_options.Choice(("link", "load"), default="link")
    """Pictures on other servers: `link` shows a link and loads nothing, `load` loads them."""


class KnowledgeBasePlugin(BasePlugin[KnowledgeBaseConfig]):  # type: ignore[no-untyped-call]
    """Publishes the vault at `docs_dir`."""

    vault: Vault
    library: Library

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found in the vault by what may leave the machine."""
        others = [file for file in files if file.src_dir != config.docs_dir]
        files = Files(others)
        host = MkDocsHost(self.vault, files, "load" if self.config.external_images == "load" else "link")
        renderer = Renderer(host, config.markdown_extensions, config.mdx_configs)
        data = PageData(self.vault, host)
        taken = {fold(file.dest_uri) for file in others}
        self._collisions: list[Problem] = []
        self._shares: list[Share] = []
        self._urls: dict[str, str] = {}
        for note, location in self._notes():
            file = self._file(note.path, location, config, taken)
            if note.path == TAGS and location is None:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
            NotePage(note, file, config, renderer, data)
        for path in sorted(self.vault.used_attachments):
            files.append(self._file(path, self.vault.attachments[path].location, config, taken))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Take down what of a finished article can be searched for."""
        note = self.vault.notes.get(page.file.src_uri)
        if note and not _hidden_from_search(note):
            names = (note.title, note.tags, note.aliases)
            self._shares.append(share(note.path, *names, sections(html), term=note.is_term and bool(note.summary)))
            self._urls[note.path] = page.url

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the search index, and nothing into the theme's own, which a page would load before a reader types."""
        folder = Path(config.site_dir, "search")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        theme = {"config": {"lang": ["ko"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}
        for name, text in (("search_index.json", json.dumps(theme)), *index_files(self._shares, self._urls)):
            (folder / name).write_text(text, "utf-8", newline="\n")

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Call the sections as their folders are called, and tell what is wrong, each thing once."""
        if config.nav is None:
            _name_sections(nav.items, 0)
        for problem in (*report(self.vault), *self.library.problems, *self._collisions):
            self.tell(problem)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they share."""
        env.globals["kb_navigation"] = SharedNavigation(env, [path for path in config.theme.dirs if path != config.theme.custom_dir])

    def tell(self, problem: Problem) -> None:
        """Tell a problem: a warning, which `--strict` counts, or a notice."""
        log.log(logging.INFO if problem.notice else logging.WARNING, "%s", problem)

    def _notes(self) -> Iterable[tuple[Note, Path | None]]:
        for path in sorted(self.vault.notes, key=lambda path: (posixpath.basename(path) not in INDEXES, path)):
            yield self.vault.notes[path], self.vault.locations[path]
        for path in missing_pages(self.vault):
            yield made_page(self.vault, path), None

    def _file(self, path: str, location: Path | None, config: MkDocsConfig, taken: set[str]) -> File:
        """A file of the site, under another address where two would share one."""
        if location is None:
            file = File.generated(config, path, content="", inclusion=InclusionLevel.INCLUDED)
        else:
            file = File(
                path, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED
            )
            file.abs_src_path = str(location)
        first = file.dest_uri
        number = 2
        if fold(first) in taken and first.endswith("/index.html"):
            file.dest_uri = f"{posixpath.dirname(first)}.html"
        while fold(file.dest_uri) in taken:
            stem, extension = posixpath.splitext(first)
            folder, name = posixpath.split(stem)
            stem = f"{folder}-{number}/{name}" if name == "index" and folder else f"{stem}-{number}"
            file.dest_uri = stem + extension
            number += 1
        if file.dest_uri != first:
            message = f"another file has the address {first} too: this one is published as {file.dest_uri}"
            self._collisions.append(Problem(path, 1, "collision", message, "rename one of the two"))
        taken.add(fold(file.dest_uri))
        return file


class MkDocsHost(VaultHost):
    """Answers the questions of `macros.syntax` for a site of MkDocs."""

    def __init__(self, vault: Vault, files: Files, external_images: ExternalImages) -> None:
        """Know `vault`, and the addresses that `files` has once it is filled."""
        super().__init__(vault, external_images)
        self._files = files

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """See `macros.syntax.host.Host`. What is not on the site is missing."""
        resolution = super().resolve(reference, source)
        if isinstance(resolution, Missing) or self._files.get_file_from_path(resolution.path):
            return resolution
        return Missing(reference.name)

    def url(self, path: str, page: str) -> str:
        """See `macros.syntax.host.Host`."""
        return str(get_relative_url(self.site_url(path), self.site_url(page)))

    def tag_url(self, tag: str, page: str) -> str:
        """See `macros.syntax.host.Host`."""
        return f"{self.url(TAGS, page)}#{tag_anchor(tag)}"

    def code(self, info: str, content: str) -> str | None:
        """See `macros.syntax.host.Host`. A recording in a note is a terminal."""
        return show_fence(info, content)

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site."""
        file = self._files.get_file_from_path(path)
        return file.url if file else ""


def _hidden_from_search(note: Note) -> bool:
    """True for a note that says `search: {exclude: true}`, as the theme's own search has it."""
    search = note.properties.get("search")
    return isinstance(search, dict) and str(search.get("exclude", "")).casefold() in ("true", "yes", "on")


def _name_sections(items: Iterable[StructureItem], depth: int) -> None:
    """A section is called as its index note, or as its folder: MkDocs would make `My notes` of `my-notes`."""
    for item in items:
        if isinstance(item, Section):
            first = _first_page(item)
            folder = first.file.src_uri.split("/")[depth]
            index = first in item.children and posixpath.basename(first.file.src_uri) in INDEXES
            item.title = str(first.title) if index and first.title != first.file.name else escape(folder, quote=False)
            _name_sections(item.children, depth + 1)


def _first_page(section: Section) -> Page:
    child = section.children[0]
    return child if isinstance(child, Page) else _first_page(child)  # type: ignore[arg-type]


def attach(config: MkDocsConfig) -> None:
    """Read the vault and register a plugin object for this build as `config.plugins["kb"]`.

    A vault of the environment variable `KB_VAULT` gives the site its folder's name, unless `KB_SITE_NAME` is set.
    """
    plugin = KnowledgeBasePlugin()
    errors, warnings = plugin.load_config(config.extra.get("kb") or {}, config_file_path=config.config_file_path)
    for key, message in warnings:
        log.warning("extra.kb.%s: %s", key, message)
    if errors:
        raise PluginError("; ".join(f"extra.kb.{key}: {message}" for key, message in errors))
    if os.environ.get("KB_VAULT") and not os.environ.get("KB_SITE_NAME"):
        config.site_name = escape(Path(config.docs_dir).name)  # the theme takes it for HTML
    plugin.vault = _scan(config)
    plugin.library = Library.of(plugin.vault)
    config.plugins["kb"] = plugin


def open_vault(folder: Path | None = None) -> tuple[Path, Vault]:
    """The vault that a build in the current folder would publish, or the one at `folder`, and where it is."""
    overrides = {"docs_dir": str(folder.resolve())} if folder else {}
    config = load_config(**overrides)
    return Path(config.docs_dir), _scan(config)


def _scan(config: MkDocsConfig) -> Vault:
    excluded = config.exclude_docs.match_file if config.exclude_docs else lambda _: False
    return Vault.scan(Path(config.docs_dir), excluded)
