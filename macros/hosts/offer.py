"""The files of a build as other plugins and hooks are shown them, and what they make of them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from macros.commands.library import Library
from macros.hosts.build import Build, Sources
from macros.hosts.layout import lay_out
from macros.hosts.opened import scan
from macros.hosts.site import Site
from macros.render import reader


@dataclass(frozen=True)
class Offer:
    """A build as it is when nobody else has a hand in it."""

    build: Build
    _nav: Any
    """The navigation of that."""
    _nav_by_hand: Any
    _theirs: frozenset[int]
    """The files that were there before, by their identities."""
    _shown: tuple[File, ...]

    @classmethod
    def of(cls, sources: Sources, config: MkDocsConfig, site: Site, files: Iterable[File]) -> Offer:
        """Lay out `sources` beside `files`."""
        by_hand, others = config.nav, [*files]
        build = lay_out(sources, config, site, others)
        nav, config.nav = config.nav, deepcopy(by_hand)  # a plugin may look whether somebody wrote one, or make one
        return cls(build, nav, by_hand, frozenset(map(id, others)), tuple(build.files))

    def answered(self, files: Iterable[File]) -> Build:
        """The build of `files`, which others have changed: theirs have a place, what they removed is not published."""
        left, sources, config = [*files], self.build.sources, self.build.config
        if {*map(id, left)} == {*map(id, self._shown)} and config.nav == self._nav_by_hand:
            config.nav = self._nav
            return self.build
        ours = {id(file): file for file in self._shown if id(file) not in self._theirs}
        vault = sources.vault
        kept = {*map(id, left)}
        gone = {file.src_uri for key, file in ours.items() if key not in kept} - self.build.files.have_made_way
        if removed := {path for path in gone if path in vault.notes or path in vault.attachments}:
            read_all = reader(sources.store, sources.tell.warn)
            vault = scan(config, sources.settings, read_all, removed, sources.store)
            sources = replace(sources, vault=vault, library=Library.of(vault))
        return lay_out(sources, config, self.build.site, [file for file in left if id(file) not in ours])
