"""Maru as a plugin of MkDocs: one object for one build."""

from __future__ import annotations

import atexit
import gc
import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from macros.commands.library import Library
from macros.hosts.addresses import Addresses
from macros.hosts.assets import made_assets, theme_worker
from macros.hosts.configuration import configure, language_of
from macros.hosts.error_page import reload_error_pages
from macros.hosts.host import MkDocsHost
from macros.hosts.navigation import SharedNavigation, SharedParts, as_nav, theme_loader
from macros.hosts.note_page import NotePage, PageData, note_pages
from macros.hosts.opened import report_all, scan
from macros.hosts.pages import write_pages
from macros.hosts.preview import PREVIEW, Preview, finish_later, finish_now, require_port
from macros.hosts.search_index import SearchIndex, may_hold
from macros.hosts.site import Site, SiteFiles
from macros.hosts.store import compiled_templates, open_store
from macros.hosts.watch import watch_natively
from macros.hosts.windows import Windows
from macros.language import Language, Message
from macros.publish.long_list import long_lists
from macros.publish.outline import Outline
from macros.publish.pages import TAGS, made_page, missing_pages
from macros.publish.withheld import counted
from macros.render import Articles, Renderer, Store, reader
from macros.settings import Settings, SettingsError, check_files, read_settings
from macros.syntax.host import ExternalImages
from macros.vault import Problem, Vault

log = get_plugin_logger("kb")


class KnowledgeBaseConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs is annotated but for this
    """Options under `extra.kb` in `mkdocs.yml`."""

    external_images = config_options.Choice(("link", "load"), default="link")
    """Pictures on other servers: `link` shows a link and loads nothing, `load` loads them."""


class KnowledgeBasePlugin(BasePlugin[KnowledgeBaseConfig]):  # type: ignore[no-untyped-call]
    """Publishes the vault at `docs_dir`."""

    settings: Settings
    language: Language
    vault: Vault
    library: Library
    store: Store
    previews: bool
    """True while `mkdocs serve` shows what is being written."""
    site: Site
    files: SiteFiles
    windows: Windows
    env: Environment
    host: MkDocsHost
    articles: Articles
    data: PageData
    told: tuple[Problem, ...]
    """What is wrong in the vault, and on its way to the site."""

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from deleting what may stay, and from listing the vault a second time.

        It would follow each link to a folder: two of them that lead upwards keep it busy for hours.
        """
        self.site = Site(Path(config.site_dir), self.store)
        self.site.step_aside()
        self._docs_dir, config.docs_dir = config.docs_dir, os.devnull

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found in the vault by what may leave the machine."""
        self.site.come_back()
        config.docs_dir = self._docs_dir
        others = [file for file in files if file.src_dir != config.docs_dir]
        self.files = files = SiteFiles(others, self.site)
        images: ExternalImages = "load" if self.config.external_images == "load" else "link"
        self.host = host = MkDocsHost(self.vault, files, self.language, images)
        extensions, settings = config.markdown_extensions, config.mdx_configs
        self.articles = Articles(host, lambda host: Renderer(host, extensions, settings), self.store, self.warn)
        made = [made_page(self.vault, path, self.language) for path in missing_pages(self.vault)]
        outline = Outline.of(self.vault, self.settings.navigation, made)
        listed = (*self.vault.notes, *(note.path for note in made if note.path != TAGS))
        tree = outline.tree(listed) if config.nav is None else ()
        config.nav = config.nav or as_nav(tree)
        self.lists = long_lists(tree, outline, self.vault.notes)
        made += [long.made_page(self.language) for long in self.lists.values()]
        self.data = PageData(self.vault, host, self.language, self.lists)
        self._addresses = addresses = Addresses(config, others, self.vault.home)
        for path in sorted(self.vault.notes, key=outline.key):
            file = addresses.file(path, self.vault.locations[path])
            files.append(file)
            NotePage(self.vault.notes[path], file, config, self.articles, self.data, outline.titles.get(path, ""))
        for note in made:
            file = addresses.file(note.path, None)
            files.append(file)
            NotePage(note, file, config, self.articles, self.data)
        for path in sorted(self.vault.used_attachments):
            files.append(addresses.file(path, self.vault.attachments[path].location))
        for file in made_assets(config, self.language):
            files.append(file)
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Come to the end, and say how much stayed at home."""
        count = asdict(counted(self.vault))
        self.leave()
        log.info("%s", self.language.say("build.count", **count))

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
        """Tell what is wrong, each thing once, and render."""
        self.windows = Windows(nav, self.lists.values())
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
        theme = env.overlay(loader=theme_loader(config))
        env.globals["say"] = theme.globals["say"] = self.language.say
        env.globals["kb_theme_worker"] = theme_worker(config)
        env.globals["kb_navigation"] = SharedNavigation(env, theme, self.windows, self.data.letters)
        env.globals["kb_shared"] = SharedParts(theme)
        write_pages(note_pages(self.files), self.files, self.windows, env, config, self.warn)
        self.files.pages_are_written = True

    def tell(self, problem: Problem, *, on_page: bool = True) -> None:
        """Tell a problem: a warning, which `--strict` counts, or a notice. In a preview its page tells it too."""
        if on_page and self.previews and not problem.notice:
            self.data.problems.setdefault(problem.path, []).append(problem.told(self.language))
        level = logging.INFO if problem.notice else logging.WARNING
        log.log(level, "%s", problem.told(self.language), extra={"problem": problem})

    def warn(self, told: Message) -> None:
        """Tell what went wrong with the build itself."""
        log.warning("%s", self.language.tell(told))

    def inform(self, told: Message) -> None:
        """Tell what nobody has to mend."""
        log.info("%s", self.language.tell(told))

    def read(self, config: MkDocsConfig) -> Vault:
        """The vault as it is now."""
        return scan(config, self.settings, reader(self.store, self.warn))

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
        index = SearchIndex(pages, self.articles, self.site, self.store, self.language)
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
        return (*report_all(self.vault, self.settings, self.library), *self._addresses.collisions)


def attach(config: MkDocsConfig) -> None:
    """Read the vault and its settings, and register a plugin object for this build as `config.plugins["kb"]`."""
    gc.disable()  # a build makes no garbage to speak of, and much to look through
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)  # nor is there a need to look through all of it once more when the process ends
    plugin = KnowledgeBasePlugin()
    errors, warnings = plugin.load_config(config.extra.get("kb") or {}, config_file_path=config.config_file_path)
    for key, message in warnings:
        log.warning("extra.kb.%s: %s", key, message)
    if errors:
        raise PluginError("; ".join(f"extra.kb.{key}: {message}" for key, message in errors))
    plugin.previews = is_preview(config)
    finish_now()
    try:
        plugin.settings = read_settings(Path(config.docs_dir), os.environ)
        plugin.language = language_of(config, plugin.settings)
        configure(config, plugin.settings, preview=plugin.previews)
        plugin.store = open_store(config, plugin.config, plugin.inform)  # a cache that is lost makes no site wrong
        plugin.vault = plugin.read(config)
        check_files(plugin.settings, plugin.vault)
    except SettingsError as error:
        said = language_of(config, Settings(language=error.language))
        raise PluginError("\n".join(problem.told(said) for problem in error.problems)) from None
    plugin.library = Library.of(plugin.vault)
    config.plugins["kb"] = plugin
    if preview := PREVIEW.get(None):
        preview.follow(plugin, config)


def plugin_of(config: MkDocsConfig) -> KnowledgeBasePlugin:
    """The plugin object of a build that has read its vault."""
    return cast(KnowledgeBasePlugin, config.plugins["kb"])


def is_preview(config: MkDocsConfig) -> bool:
    """True for a build of `mkdocs serve`, which is told by the folder that it builds into."""
    folder = Path(config.site_dir)
    return folder.parent == Path(tempfile.gettempdir()) and folder.name.startswith("mkdocs_")
