"""A vault as a command sees it: read by the same settings as a build, without building."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.commands.library import Library
from macros.hosts.attachments import looked_at
from macros.hosts.configuration import language_of, selection_of
from macros.hosts.engine import load
from macros.hosts.history import with_history
from macros.hosts.teller import Teller
from macros.language import Language
from macros.macro_report import report_macros
from macros.publish.trails import report_trails
from macros.render import Store
from macros.settings import Settings, check_files, read_settings, report_settings
from macros.vault import Problem, Reason, Vault, report
from macros.vault.findings import FindAll, find_each
from macros.vault.vault import ReadAll, read_each


@dataclass(frozen=True, slots=True)
class Opened:
    """The vault in the folder `root`, with its settings and the language of its site."""

    root: Path
    vault: Vault
    settings: Settings
    language: Language


def open_vault(folder: Path | None = None) -> Opened:
    """The vault at `folder`, or the one that is published here; SettingsError when its settings are wrong."""
    config = load(folder)
    settings = read_settings(Path(config.docs_dir), os.environ)
    vault = scan(config, settings)
    check_files(settings, vault)
    return Opened(Path(config.docs_dir), vault, settings, language_of(config, settings))


def scan(
    config: MkDocsConfig,
    settings: Settings,
    read_all: ReadAll = read_each,
    removed: Collection[str] = (),
    store: Store | None = None,
) -> Vault:
    """Read the vault that `config` publishes by its `settings`, without what a hook has `removed`.

    Attachments that may not leave stay at home; `store` knows those that were looked at before. For a build, which has
    a store, git says when notes were changed.
    """
    selection = selection_of(config, settings)

    def rule(path: str) -> Reason | None:
        return Reason("removed", place="mkdocs.yml") if path in removed else selection.rule(path)

    vault = Vault.scan(Path(config.docs_dir), replace(selection, rule=rule), read_all)
    tell = Teller(language_of(config, settings))
    vault = looked_at(vault, settings.attachments, store, tell.warn)
    return with_history(vault, Path(config.docs_dir), store, tell.inform) if store else vault


def report_all(
    vault: Vault, settings: Settings, library: Library, find_all: FindAll = find_each
) -> tuple[Problem, ...]:
    """Every problem that a build and the doctor tell: of the notes, the settings, the recordings and the macros.

    `find_all` looks at the links of each note.
    """
    told = (*report(vault, find_all), *report_trails(vault), *report_settings(settings, vault))
    return (*told, *report_macros(vault, library))
