"""The macros that a note may call, once it says `render_macros: true`."""

from __future__ import annotations

from typing import Any

from macros.macro_calls import literalise
from macros.vault import Problem


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros, whose plugin object is `env`.

    Its own macros (`context`, `now`, …) show the machine or change from build to build, so they are taken away, and
    titles are never rendered.
    """
    knowledge_base = env.conf.plugins["kb"]
    env.macros.clear()
    env.has_j2 = lambda text: False

    def note_count() -> int:
        """How many notes are published."""
        return len(knowledge_base.vault.notes)

    env.macro(note_count)


def on_pre_page_macros(env: Any) -> None:
    """In a note that opted in, make everything literal but plain calls of the macros above, outside code."""
    if env.page.meta.get("render_macros"):
        env.markdown, faults = literalise(env.markdown, env.macros)
        knowledge_base = env.conf.plugins["kb"]
        path = env.page.file.src_uri
        for line, message in faults:
            first = knowledge_base.vault.notes[path].first_line
            knowledge_base.tell(Problem(path, first + line, "macro", message))
