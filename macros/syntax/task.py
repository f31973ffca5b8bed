"""The check box of a task: `- [ ] open`, `- [x] done`, and any other character that Obsidian's themes use."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from macros.language import Language


def open_task(item: etree.Element, host: etree.Element, status: str, language: Language) -> None:
    """Put a check box in front of the text of `host`, which is `item` itself or its first paragraph.

    Only a blank is open; every other status counts as checked, and a style sheet finds it in `data-task`.
    """
    item.set("class", "task-list-item")
    item.set("data-task", status)
    label = etree.Element("label", {"class": "task-list-control"})
    box = etree.SubElement(label, "input", {"type": "checkbox", "disabled": "disabled"})
    box.set("aria-label", language.say("note.done" if status != " " else "note.to-do"))
    if status != " ":
        box.set("checked", "checked")
    etree.SubElement(label, "span", {"class": "task-list-indicator"})
    label.tail, host.text = host.text, None
    host.insert(0, label)
