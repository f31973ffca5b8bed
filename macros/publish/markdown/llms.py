"""`llms.txt`: what the site has, for programs that read it (llmstxt.org)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from macros.publish.made.made_page import Surroundings
from macros.vault import Note

LLMS = "llms.txt"
"""Its file."""
_MARKS = re.compile(r"[\\\[\]]")


def llms_txt(name: str, description: str, around: Surroundings, address: Callable[[Note], str]) -> str:
    """The notes that a list may name in the order of the navigation, by the folders at the root.

    `address` gives that of a note.
    """
    outline = around.lists.outline
    notes = sorted(around.vault.listed.values(), key=lambda note: outline.key(note.path))
    sections: dict[str, list[Note]] = {}
    for note in notes:
        sections.setdefault(note.path.partition("/")[0] if note.folder else "", []).append(note)
    lines = [f"# {_line(name)}"]
    lines += ["", f"> {_line(description)}"] if description else []
    for folder, inside in sections.items():
        title = outline.folder_title(folder) if folder else around.language.say("llms.notes")
        lines += ["", f"## {_line(title)}", "", *_entries(inside, address)]
    return "\n".join([*lines, ""])


def _entries(notes: list[Note], address: Callable[[Note], str]) -> Iterator[str]:
    for note in notes:
        said = f": {_line(note.summary)}" if note.summary else ""
        title = _MARKS.sub(r"\\\g<0>", _line(note.title))
        yield f"- [{title}]({address(note)}){said}"


def _line(text: str) -> str:
    return " ".join(text.split())
