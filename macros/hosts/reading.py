"""What a build begins with, read: the vault and its settings."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from macros.commands.library import Library
from macros.hosts.build import Sources
from macros.hosts.cache import open_store
from macros.hosts.configuration import configure, language_of
from macros.hosts.diagrams import open_diagrams
from macros.hosts.labs import open_labs
from macros.hosts.ledger import ledger_of
from macros.hosts.opened import scan
from macros.hosts.teller import Teller
from macros.render import reader
from macros.settings import Settings, SettingsError, check_files, read_settings
from macros.syntax.host import ExternalImages


def read_sources(options: Config, config: MkDocsConfig, *, is_preview: bool) -> Sources:
    """What `config` publishes, with the `options` of our own; PluginError when the settings of the vault are wrong."""
    try:
        settings = read_settings(Path(config.docs_dir), os.environ)
        tell = Teller(language_of(config, settings))
        configure(config, settings, preview=is_preview)
        labs = open_labs(config)
        store = open_store(config, options, labs, tell.inform)  # a cache that is lost makes no site wrong
        vault = scan(config, settings, reader(store, tell.warn), store=store)
        check_files(settings, vault)
    except SettingsError as error:
        said = language_of(config, Settings(language=error.language))
        raise PluginError("\n".join(problem.told(said) for problem in error.problems)) from None
    images: ExternalImages = "load" if options["external_images"] == "load" else "link"
    ledger = ledger_of(Path(config.docs_dir))
    diagrams = None if is_preview else open_diagrams(config, settings, tell)
    library = Library.of(vault)
    return Sources(settings, tell.language, images, store, vault, library, labs, is_preview, ledger, diagrams)
