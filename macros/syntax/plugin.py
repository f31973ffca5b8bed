"""What only Obsidian and its plugins can show: a muted line, or a quiet placeholder that names it.

What is such a part is read by `macros.vault`, once for the index and the page.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from macros.language import Language
from macros.syntax.media import split_size
from macros.vault import OnlyInObsidian, Reference
from macros.vault.inlines import Kind, spans
from macros.vault.plugins import EXCALIDRAW

_MAY_BE_ONE = re.compile(r"<%|`\s*\$?=")
_MARK = "\x10"
"""A character that no note has, see `macros.vault.note`."""
_BOX = "kb-missing-file kb-only-obsidian"
"""Set apart as a lost file is, and as that not found by the search."""


def plugin_block(plugin: str, source: str, language: Language) -> etree.Element:
    """The muted line in the place of a block that `plugin` runs; it unfolds to the `source` that its author wrote."""
    element = etree.Element("details" if source else "p", {"class": _BOX})
    line = etree.SubElement(element, "summary") if source else element
    line.text = AtomicString(language.say("plugin.only", plugin=plugin))
    if source:
        etree.SubElement(etree.SubElement(element, "pre"), "code").text = AtomicString(source)
    return element


def marked(content: str) -> str:
    """`content` with a mark in the place of each part that a plugin runs, for `PluginProcessor` to find."""
    if not _MAY_BE_ONE.search(content):
        return content
    parts, position = [], 0
    for span in sorted(spans(content), key=lambda span: (span.start, -span.end)):
        if span.kind is Kind.PLUGIN and span.start >= position:
            parts += [content[position : span.start], f"{_MARK}{span.inner}{_MARK}"]
            position = span.end
    return "".join([*parts, content[position:]])


class PluginProcessor(InlineProcessor):
    """A command or an expression inside a line: a small box with the plugin's name, which is no text of the note."""

    def __init__(self, language: Language) -> None:
        """Look for the marks that `marked` has left, and speak `language`."""
        super().__init__(f"{_MARK}([A-Za-z ]+){_MARK}")
        self._language = language

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """An empty element: the style sheet shows its name."""
        title = self._language.say("plugin.only", plugin=m[1])
        attributes = {"class": _BOX, "data-plugin": m[1], "title": title}
        return etree.Element("span", attributes), m.start(), m.end()


def show_placeholder(element: etree.Element, reference: Reference, closed: OnlyInObsidian, language: Language) -> None:
    """Turn `element` into what stands for a file that only Obsidian can show: its name for an embed, or the label."""
    only = language.say("plugin.only", plugin=closed.plugin)
    element.attrib.clear()
    if reference.embed:
        name = split_size(reference.label)[0] or posixpath.basename(reference.name)
        element.text = AtomicString(f"{only}: {name}")
    element.tag = "span"
    element.set("class", _BOX if reference.embed else "kb-missing kb-only-obsidian")
    element.set(
        "title", language.say("plugin.not-exported") if closed.plugin == EXCALIDRAW else f"{only}: {reference.name}"
    )
