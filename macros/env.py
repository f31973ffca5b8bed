"""The macros that a note may call, once it says `render_macros: true`."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import Any

from macros.macro_calls import Macros, filled
from macros.vault import Problem, Vault


def note_count(vault: Vault) -> int:
    """How many notes are published."""
    return len(vault.notes)


MACROS: Macros = MappingProxyType({"note_count": note_count})
"""What is called with the vault, and with what the note says.

What they give may change from build to build, so a page that calls one is made anew by each. What depends on nothing
but the call is no macro: it is a syntax that needs no `render_macros: true` and is remembered, as `run` is.
"""


def macros_of(vault: Vault) -> Macros:
    """The macros, which show what `vault` has."""
    return {name: partial(macro, vault) for name, macro in MACROS.items()}


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, whose plugin object is `env`.

    Its own macros (`context`, `now`, …) show the machine or change from build to build, so they are taken away, and
    titles are never rendered.
    """
    env.macros.clear()
    env.has_j2 = lambda text: False
    for name, macro in macros_of(env.conf.plugins["kb"].vault).items():
        env.macro(macro, name)


def on_pre_page_macros(env: Any) -> None:
    """In a note that opted in, put what plain calls of the macros above give in their place, outside code.

    Jinja is asked for nothing: neither what it raises nor what it would evaluate reaches a page. What is wrong with
    calls is told before, see `macro_report`; here it is told which macros failed.
    """
    if not env.page.meta.get("render_macros"):
        return
    env.page.meta["render_macros"] = False
    env.markdown, failed = filled(env.markdown, env.macros)
    sources, file = env.conf.plugins["kb"].sources, env.page.file.src_uri
    note = sources.vault.notes.get(file)
    for fault in failed:
        line = fault.line + 1 + (note.first_line if note else 0)
        sources.tell.problem(Problem(file, line, "macro", fault.message))
