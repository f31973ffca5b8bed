"""The check box of a task: `- [ ] open`, `- [x] done`, and any other character that Obsidian's themes use."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from types import MappingProxyType

from macros.language import Language

_NOT_DONE = MappingProxyType({" ": "note.to-do", "/": "note.doing", "-": "note.dropped"})
"""What is said of a status that is not done; of any other one it is that it is."""


def open_task(item: etree.Element, host: etree.Element, status: str, language: Language) -> None:
    """Put a check box in front of the text of `host`, which is `item` itself or its first paragraph.

    What was begun or given up is not checked, and is called so; a style sheet finds the status in `data-task`.
    """
    item.set("class", "task-list-item")
    item.set("data-task", status)
    label = etree.Element("label", {"class": "task-list-control"})
    box = etree.SubElement(label, "input", {"type": "checkbox", "disabled": "disabled"})
    box.set("aria-label", language.say(_NOT_DONE.get(status, "note.done")))
    if status not in _NOT_DONE:
        box.set("checked", "checked")
    etree.SubElement(label, "span", {"class": "task-list-indicator"})
    label.tail, host.text = host.text, None
    host.insert(0, label)
