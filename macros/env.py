"""The macros that a note may call, once it says `render_macros: true`."""

from __future__ import annotations

from typing import Any, Protocol

from macros.commands.library import Library
from macros.commands.terminal import show
from macros.language import Language
from macros.macro_calls import Macros, literalise
from macros.vault import Vault


class Site(Protocol):
    """What macros show something of."""

    @property
    def vault(self) -> Vault:
        """The notes."""

    @property
    def library(self) -> Library:
        """The recordings."""

    @property
    def language(self) -> Language:
        """The language of its words."""


def macros_of(site: Site) -> Macros:
    """The macros, which show what `site` has when they are called."""

    def note_count() -> int:
        """How many notes are published."""
        return len(site.vault.notes)

    def run(id: object, lines: object = "") -> str:  # noqa: A002 - as authors write it
        """The terminal of the recording `id`, or of its commands `lines` (`2`, `1-3`)."""
        return show(site.library.recordings.get(str(id)), id, lines, site.language)

    return {"note_count": note_count, "run": run}


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, whose plugin object is `env`.

    Its own macros (`context`, `now`, …) show the machine or change from build to build, so they are taken away, and
    titles are never rendered.
    """
    env.macros.clear()
    env.has_j2 = lambda text: False
    for name, macro in macros_of(env.conf.plugins["kb"]).items():
        env.macro(macro, name)


def on_pre_page_macros(env: Any) -> None:
    """In a note that opted in, make everything literal but plain calls of the macros above, outside code.

    What is wrong with its calls is told before: see `macro_report`.
    """
    if env.page.meta.get("render_macros"):
        env.markdown = literalise(env.markdown, env.macros)
