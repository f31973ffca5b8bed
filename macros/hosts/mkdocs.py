"""Maru as a plugin of MkDocs: its events, each handed on."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.commands.library import Library
from macros.hosts.build import Build, Sources
from macros.hosts.command import Command, Shown
from macros.hosts.destination import Destination, open_destination
from macros.hosts.error_page import reload_error_pages
from macros.hosts.exports import write_shared
from macros.hosts.finishing import finish, index_of
from macros.hosts.fonts import Fonts
from macros.hosts.leak_check import require_no_leak
from macros.hosts.ledger import keep_ledger
from macros.hosts.naming import show_naming
from macros.hosts.note_page import NotePage, label_pages
from macros.hosts.offer import Offer
from macros.hosts.others import nobody_else
from macros.hosts.page_data import data_of_other
from macros.hosts.pages import Frame, write_pages
from macros.hosts.port import require_port
from macros.hosts.preview import Preview
from macros.hosts.reading import read_sources
from macros.hosts.site import Site
from macros.hosts.templates import equip_templates
from macros.hosts.watch import watch_natively, watched_paths
from macros.hosts.windows import Windows
from macros.language import Language
from macros.publish.withheld import counted
from macros.render import collector
from macros.vault import Vault

log = get_plugin_logger("kb")


class KnowledgeBaseConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs is annotated but for this
    """Options under `extra.kb` in `mkdocs.yml`."""

    external_images = config_options.Choice(("link", "load"), default="link")
    """Pictures on other servers: `link` shows a link and loads nothing, `load` loads them."""


class KnowledgeBasePlugin(BasePlugin[KnowledgeBaseConfig]):  # type: ignore[no-untyped-call]
    """Publishes the vault at `docs_dir`: one object for one build."""

    sources: Sources
    """What the build begins with."""
    site: Site
    """Where it goes, from `on_pre_build` on."""
    build: Build
    """What goes where, from `on_files` on."""
    frame: Frame
    """What pages are shown in, from `on_env` on."""

    def __init__(self, command: Command, destination: Destination) -> None:
        """Be a step of `command`, which leads to `destination`."""
        self.command = command
        self._destination = destination

    @property
    def vault(self) -> Vault:
        """The notes, for the macros."""
        return self.sources.vault

    @property
    def library(self) -> Library:
        """The recordings, for the macros."""
        return self.sources.library

    @property
    def language(self) -> Language:
        """The language of the site."""
        return self.sources.language

    @event_priority(-100)  # after other plugins and hooks, which may look at the vault
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from deleting what a preview shows, and from listing the vault a second time.

        It would follow each link to a folder: two of them that lead upwards keep it busy for hours.
        """
        self.site = Site(self._destination.folder, self.sources.store, self._destination.scaffold)
        self._destination.hide(config)
        self._docs_dir, config.docs_dir = config.docs_dir, os.devnull

    @event_priority(100)
    def _show_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put what may leave the machine beside the files of the theme, for other plugins and hooks to see."""
        self._destination.show(config, files)
        config.docs_dir = self._docs_dir
        self._offer = Offer.of(self.sources, config, self.site, files)
        return self._offer.build.files

    @event_priority(-100)
    def _take_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give each file its place once they have added and removed theirs."""
        self.build = self._offer.answered(files)
        self.sources = self.build.sources
        return self.build.files

    on_files = CombinedEvent(_show_files, _take_files)

    @event_priority(-100)  # as above
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Tell what is wrong, and render what MkDocs is about to ask for."""
        label_pages(config.nav, files)
        self._nav = nav
        build = self.build
        for problem in build.problems:
            build.sources.tell.problem(problem)
        notes = [page.note for page in build.pages if not page.calls_macros]
        build.articles.prepare(build.host, build.host.places(), notes)
        self._index = index_of(build)
        self._index.begin()

    @event_priority(-100)  # as above: pages are written here
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Write the pages of notes that are not up to date, and make what else takes long beside that."""
        windows = Windows(self._nav, self.build.contents.lists.long.values())
        equip_templates(env, windows, self.build)
        self._index.begin()  # unless it was
        self._fonts = Fonts(self.build)
        self._fonts.begin()
        self.frame = Frame(windows, env)
        show_naming(self.build)
        write_pages(self.build.pages, self.build, self.frame)
        if not self.sources.is_preview:
            write_shared(self.build)
        self.build.files.notes_are_written = True

    @event_priority(100)  # before other plugins and hooks look at it
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give a page of another plugin, which MkDocs writes, what templates show of each page."""
        if not isinstance(page, NotePage):
            page.meta["kb"] = data_of_other(page)
            context["pages"] = self.build.files.documentation_pages()
        return context

    @event_priority(100)  # before other plugins and hooks, which may look at the site and change it
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Come to the end, and say how much stayed at home."""
        count = asdict(counted(self.vault))
        finishing = finish(self.build, self._index, self._fonts, is_whole=True)
        if not nobody_else(config):
            self.site.show_all()
        self.command.shown = Shown(self.build, self.frame, finishing)
        log.info("%s", self.language.say("build.count", **count))

    @event_priority(-1000)  # after them
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Let readers have the site: as a whole, also where `--strict` has MkDocs call it a failure next."""
        if not self.sources.is_preview:
            self._index.empty_that_of_theme()
            require_no_leak(self.build)
            self.site.publish()
            keep_ledger(self.build, os.environ)
        self._destination.leave()

    on_post_build = CombinedEvent(_complete, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site and the process as they were, and tell in a sentence what is wrong with the disk."""
        collector.resume()
        self._destination.leave()
        if told := self._destination.fault_of_disk(error):
            if self.sources.is_preview:
                log.error("%s", self.language.tell(told))
            raise Abort(self.language.tell(told)) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        """Let a preview see changes sooner, build no more than it has to, and look again for what was not there."""
        require_port(config)  # a while ago it was free
        watch_natively(server, config)
        reload_error_pages(server)
        if self.sources.is_preview:
            preview = Preview(self.command, config, builder, lambda: watched_paths(server))
            server.builder = preview.build
            preview.catch_up()


def attach(config: MkDocsConfig, command: Command) -> None:
    """Read the vault and its settings, and register a plugin object for this build as `config.plugins["kb"]`."""
    if command.is_preview and not command.has_begun:
        require_port(config)
    command.has_begun = True
    command.give_up()
    collector.pause()
    try:
        command.destination = open_destination(config, is_preview=command.is_preview)
        plugin = KnowledgeBasePlugin(command, command.destination)
        _load_options(plugin, config)
        plugin.sources = read_sources(plugin.config, config, is_preview=command.is_preview)
    except BaseException:
        command.give_up()
        collector.resume()
        raise
    config.plugins["kb"] = plugin


def _load_options(plugin: KnowledgeBasePlugin, config: MkDocsConfig) -> None:
    """Check the options, and let templates see them as they are understood, whether somebody wrote them or not."""
    errors, warnings = plugin.load_config(config.extra.get("kb") or {}, config_file_path=config.config_file_path)
    for key, message in warnings:
        log.warning("extra.kb.%s: %s", key, message)
    if errors:
        raise PluginError("; ".join(f"extra.kb.{key}: {message}" for key, message in errors))
    config.extra["kb"] = dict(plugin.config)


def plugin_of(config: MkDocsConfig) -> KnowledgeBasePlugin:
    """The plugin object of a build that has read its vault."""
    return cast(KnowledgeBasePlugin, config.plugins["kb"])
