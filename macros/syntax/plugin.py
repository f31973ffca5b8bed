"""What only Obsidian and its plugins can show: a muted line, or a quiet placeholder that names it.

What is such a part is read by `macros.vault`, once for the index and the page.
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from macros import markup
from macros.language import Language
from macros.syntax.media import split_size
from macros.vault import OnlyInObsidian, Reference
from macros.vault.plugins import EXCALIDRAW

_BOX = f"{markup.MISSING_FILE} {markup.ONLY_OBSIDIAN}"
"""Set apart as a lost file is, and as that not found by the search."""


def plugin_block(plugin: str, source: str, language: Language) -> etree.Element:
    """The muted line in the place of a block that `plugin` runs; it unfolds to the `source` that its author wrote."""
    element = etree.Element("details" if source else "p", {"class": _BOX})
    line = etree.SubElement(element, "summary") if source else element
    line.text = AtomicString(language.say("plugin.only", plugin=plugin))
    if source:
        etree.SubElement(etree.SubElement(element, "pre"), "code").text = AtomicString(source)
    return element


def plugin_box(plugin: str, language: Language) -> etree.Element:
    """A small box in the place of a command or an expression inside a line.

    It is empty, for it is no text of the note: the style sheet shows the plugin's name.
    """
    title = language.say("plugin.only", plugin=plugin)
    return etree.Element("span", {"class": _BOX, "data-plugin": plugin, "title": title})


def show_placeholder(element: etree.Element, reference: Reference, closed: OnlyInObsidian, language: Language) -> None:
    """Turn `element` into what stands for a file that only Obsidian can show: its name for an embed, or the label."""
    only = language.say("plugin.only", plugin=closed.plugin)
    element.attrib.clear()
    if reference.embed:
        name = split_size(reference.label)[0] or posixpath.basename(reference.name)
        element.text = AtomicString(f"{only}: {name}")
    element.tag = "span"
    element.set("class", _BOX if reference.embed else f"{markup.MISSING} {markup.ONLY_OBSIDIAN}")
    element.set(
        "title", language.say("plugin.not-exported") if closed.plugin == EXCALIDRAW else f"{only}: {reference.name}"
    )
