"""Tasks: `- [ ] open`, `- [x] done`, and any other character between the brackets as Obsidian's themes use it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass

from macros.language import Language

_MARK = re.compile(r"\[([^\n])\](?:[ \t]+|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Task:
    """`[status] ` in front of an item's text."""

    mark: str
    status: str


def read_task(content: str) -> Task | None:
    """The task that a list item's text starts with, if it does."""
    found = _MARK.match(content)
    return Task(found[0], found[1]) if found else None


def open_task(item: etree.Element, host: etree.Element, task: Task, language: Language) -> None:
    """Put a check box in front of the text of `host`, which is `item` itself or its first paragraph.

    Only a blank is open; every other status counts as checked, and a style sheet finds it in `data-task`.
    """
    item.set("class", "task-list-item")
    item.set("data-task", task.status)
    label = etree.Element("label", {"class": "task-list-control"})
    box = etree.SubElement(label, "input", {"type": "checkbox", "disabled": "disabled"})
    box.set("aria-label", language.say("note.done" if task.status != " " else "note.to-do"))
    if task.status != " ":
        box.set("checked", "checked")
    etree.SubElement(label, "span", {"class": "task-list-indicator"})
    label.tail, host.text = host.text, None
    host.insert(0, label)
