"""Maru as a plugin of MkDocs: one object for one build."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import posixpath
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from macros.commands.library import Library
from macros.hosts.addresses import Addresses
from macros.hosts.error_page import reload_error_pages
from macros.hosts.host import MkDocsHost
from macros.hosts.navigation import SharedNavigation, SharedParts, name_sections
from macros.hosts.note_page import NotePage, PageData, note_pages
from macros.hosts.pages import write_pages
from macros.hosts.preview import PREVIEW, Preview, finish_later, finish_now, require_port
from macros.hosts.search_index import SearchIndex, may_hold
from macros.hosts.site import Site, SiteFiles
from macros.hosts.store import compiled_templates, open_store
from macros.hosts.watch import watch_natively
from macros.publish.pages import TAGS, made_page, missing_pages
from macros.render import Articles, Renderer, Store, reader
from macros.vault import INDEXES, Problem, Vault, report
from macros.vault.vault import ReadAll, read_each

log = get_plugin_logger("kb")


class KnowledgeBaseConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs is annotated but for this
    """Options under `extra.kb` in `mkdocs.yml`."""

    external_images = config_options.Choice(("link", "load"), default="link")
    """Pictures on other servers: `link` shows a link and loads nothing, `load` loads them."""


class KnowledgeBasePlugin(BasePlugin[KnowledgeBaseConfig]):  # type: ignore[no-untyped-call]
    """Publishes the vault at `docs_dir`."""

    vault: Vault
    library: Library
    store: Store
    previews: bool
    """True while `mkdocs serve` shows what is being written."""
    site: Site
    files: SiteFiles
    nav: Navigation
    env: Environment
    host: MkDocsHost
    articles: Articles
    data: PageData
    told: tuple[Problem, ...]
    """What is wrong in the vault, and on its way to the site."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from deleting what may stay."""
        self.site = Site(Path(config.site_dir), self.store)
        self.site.step_aside()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found in the vault by what may leave the machine."""
        self.site.come_back()
        others = [file for file in files if file.src_dir != config.docs_dir]
        self.files = files = SiteFiles(others, self.site)
        self.host = host = MkDocsHost(self.vault, files, "load" if self.config.external_images == "load" else "link")
        extensions, settings = config.markdown_extensions, config.mdx_configs
        self.articles = Articles(host, lambda host: Renderer(host, extensions, settings), self.store, log.warning)
        self.data = PageData(self.vault, host)
        self._addresses = addresses = Addresses(config, others)
        for path in sorted(self.vault.notes, key=lambda path: (posixpath.basename(path) not in INDEXES, path)):
            file = addresses.file(path, self.vault.locations[path])
            files.append(file)
            NotePage(self.vault.notes[path], file, config, self.articles, self.data)
        for path in missing_pages(self.vault):
            file = addresses.file(path, None)
            if path == TAGS:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
            NotePage(made_page(self.vault, path), file, config, self.articles, self.data)
        for path in sorted(self.vault.used_attachments):
            files.append(addresses.file(path, self.vault.attachments[path].location))
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Come to the end."""
        self.leave()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Let a preview see changes sooner, build no more than it has to, and look again for what was not there."""
        require_port(config)  # a while ago it was free
        server.builder = Preview(self, config, builder, lambda: [*server._watched_paths]).build
        watch_natively(server, config)
        reload_error_pages(server)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the process as it was."""
        gc.enable()

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Call the sections as their folders are called, tell what is wrong, each thing once, and render."""
        self.nav = nav
        if config.nav is None:
            name_sections(nav.items)
        self.told = self._problems()
        for problem in self.told:
            self.tell(problem)
        notes = [page.note for page in note_pages(files) if not page.calls_macros]
        self.articles.prepare(notes, self.host.places())

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Give the templates what they share, and write the pages that are not up to date."""
        self.env = env
        env.trim_blocks = env.lstrip_blocks = True  # the theme's blank lines are a twentieth of a page
        env.bytecode_cache = compiled_templates(config)
        theme = env.overlay(loader=FileSystemLoader([of for of in config.theme.dirs if of != config.theme.custom_dir]))
        env.globals["kb_navigation"] = SharedNavigation(theme)
        env.globals["kb_shared"] = SharedParts(theme)
        write_pages(note_pages(self.files), self.files, self.nav, env, config, self.site)
        self.files.pages_are_written = True

    def tell(self, problem: Problem, *, on_page: bool = True) -> None:
        """Tell a problem: a warning, which `--strict` counts, or a notice. In a preview its page tells it too."""
        if on_page and self.previews and not problem.notice:
            self.data.problems.setdefault(problem.path, []).append(str(problem))
        log.log(logging.INFO if problem.notice else logging.WARNING, "%s", problem)

    def read(self, config: MkDocsConfig) -> Vault:
        """The vault as it is now."""
        return scan(config, reader(self.store, log.warning))

    def take(self, vault: Vault) -> None:
        """Go on with another vault, in which no name or file has another place, and the glossary is the same."""
        self.vault = self.host.vault = self.data.vault = vault
        self.library = Library.of(vault)
        self.told = self._problems()

    def leave(self) -> None:
        """Write the search index, tidy up, and leave the next build what it can use. A preview does not wait for it.

        It does wait for what is gone to be gone.
        """
        pages = [page for page in note_pages(self.files) if page.note.path in self.vault.notes]
        index = SearchIndex(pages, self.articles, self.site, self.store)
        self.articles.finish()

        def finish() -> None:
            try:
                index.write()
                self.site.remove_others()
                self.store.save()
            finally:
                gc.enable()

        if self.previews:
            self.site.remove_gone(may_hold)  # the browser is about to ask for it
            self.store.save()
            finish_later(finish)
        else:
            finish()

    def _problems(self) -> tuple[Problem, ...]:
        return (*report(self.vault), *self.library.problems, *self._addresses.collisions)


def attach(config: MkDocsConfig) -> None:
    """Read the vault and register a plugin object for this build as `config.plugins["kb"]`.

    A vault of the environment variable `KB_VAULT` gives the site its folder's name, unless `KB_SITE_NAME` is set.
    """
    gc.disable()  # a build makes no garbage to speak of, and much to look through
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)  # nor is there a need to look through all of it once more when the process ends
    plugin = KnowledgeBasePlugin()
    errors, warnings = plugin.load_config(config.extra.get("kb") or {}, config_file_path=config.config_file_path)
    for key, message in warnings:
        log.warning("extra.kb.%s: %s", key, message)
    if errors:
        raise PluginError("; ".join(f"extra.kb.{key}: {message}" for key, message in errors))
    if os.environ.get("KB_VAULT") and not os.environ.get("KB_SITE_NAME"):
        config.site_name = escape(Path(config.docs_dir).name)  # the theme takes it for HTML
    plugin.previews = is_preview(config)
    finish_now()
    plugin.store = open_store(config, plugin.config, log.info)  # a cache that is lost makes no site wrong
    plugin.vault = plugin.read(config)
    plugin.library = Library.of(plugin.vault)
    config.plugins["kb"] = plugin
    if preview := PREVIEW.get(None):
        preview.follow(plugin, config)


def open_vault(folder: Path | None = None) -> tuple[Path, Vault]:
    """The vault that a build in the current folder would publish, or the one at `folder`, and where it is."""
    overrides = {"docs_dir": str(folder.resolve())} if folder else {}
    config = load_config(**overrides)
    return Path(config.docs_dir), scan(config)


def is_preview(config: MkDocsConfig) -> bool:
    """True for a build of `mkdocs serve`, which is told by the folder that it builds into."""
    folder = Path(config.site_dir)
    return folder.parent == Path(tempfile.gettempdir()) and folder.name.startswith("mkdocs_")


def scan(config: MkDocsConfig, read_all: ReadAll = read_each) -> Vault:
    """Read the vault that `config` publishes."""
    excluded = config.exclude_docs.match_file if config.exclude_docs else lambda _: False
    return Vault.scan(Path(config.docs_dir), excluded, read_all)
