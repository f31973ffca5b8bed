"""The macros that a note may call, once it says `render_macros: true`."""

from __future__ import annotations

from typing import Any

from macros.commands.library import Library
from macros.commands.terminal import fault, show
from macros.language import message
from macros.macro_calls import Call, literalise
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

    def run(id: object, lines: object = "") -> str:  # noqa: A002 - as authors write it
        """The terminal of the recording `id`, or of its commands `lines` (`2`, `1-3`)."""
        return show(knowledge_base.library.recordings.get(str(id)), id, lines, knowledge_base.language)

    env.macro(note_count)
    env.macro(run)


def on_pre_page_macros(env: Any) -> None:
    """In a note that opted in, make everything literal but plain calls of the macros above, outside code."""
    if env.page.meta.get("render_macros"):
        knowledge_base = env.conf.plugins["kb"]
        path = env.page.file.src_uri
        first_line = knowledge_base.vault.notes[path].first_line
        env.markdown, calls, faults = literalise(env.markdown, env.macros)
        for call in calls:
            if call.name == "run" and (wrong := fault_of(knowledge_base.library, call)):
                knowledge_base.tell(
                    Problem(path, first_line + call.line, "run", message("problem.recording", said=wrong))
                )
        for line, fault in faults:
            knowledge_base.tell(Problem(path, first_line + line, "macro", message("problem.recording", said=fault)))


def fault_of(library: Library, call: Call) -> str:
    """Why the terminal of a call of `run` cannot be shown; empty when it can."""
    id, lines = call.arguments["id"], call.arguments.get("lines", "")  # noqa: A001
    return fault(library.recordings.get(str(id)), id, lines)
