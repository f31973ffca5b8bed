"""The nodes of a text as elements: one method for each kind, and nothing is read a second time."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from markdown.util import AtomicString, code_escape

from macros import markup
from macros.syntax.host import Host
from macros.syntax.plugin import plugin_box
from macros.syntax.reference import SETTLED, reference_element
from macros.vault import Reference
from macros.vault.inlines import Kind, Node, plain_text

NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})
_OF_A_PICTURE = ("src", "alt", "width", "height", "title", "align", "style")
FootnoteOf = Callable[[Node], etree.Element]
"""Makes the raised number of a footnote."""
WholeOf = Callable[[str], str]
"""Keeps the HTML of an element that is shown as a whole; what stands for it in the tree until it is put there."""


class InlineWriter:
    """Writes the nodes of one text on the page of a note."""

    def __init__(self, host: Host, page: str, footnote: FootnoteOf, whole: WholeOf) -> None:
        """Ask `host` where tags lead from the note `page`."""
        self._host = host
        self._page = page
        self._whole = whole
        self._makers: Mapping[Kind, Callable[[Node], etree.Element | None]] = {
            Kind.TEXT: lambda _: None,
            Kind.CALL: lambda _: None,
            Kind.COMMENT: lambda _: None,
            Kind.CODE: lambda node: _with_text(etree.Element("code"), code_escape(_without_padding(node.text))),
            Kind.MATH: lambda node: formula(node.text, display=False),
            Kind.DISPLAY_MATH: lambda node: formula(node.text, display=True),
            Kind.PLUGIN: lambda node: plugin_box(node.text, host.language),
            Kind.WIKI: lambda node: reference_element(node.reference or Reference(node.text)),
            Kind.ADDRESS: lambda node: _with_text(etree.Element("a", {"href": node.href}), node.text),
            Kind.TAG: self._tag,
            Kind.FOOTNOTE: footnote,
            Kind.INLINE_FOOTNOTE: footnote,
            Kind.IMAGE: _image,
            Kind.LINK: self._link,
            Kind.HTML: self._html,
            Kind.EMPHASIS: lambda node: self._around("em", node),
            Kind.STRONG: lambda node: self._around("strong", node),
            Kind.HIGHLIGHT: lambda node: self._around("mark", node),
            Kind.DELETION: lambda node: self._around("del", node),
        }

    def write(self, element: etree.Element, nodes: Iterable[Node]) -> None:
        """Append `nodes` to what is in `element`; nothing is shown of what is hidden."""
        for node in nodes:
            made = self._makers[node.kind](node)
            if made is not None:
                element.append(made)
            elif node.kind in (Kind.TEXT, Kind.CALL):
                append_text(element, node.text)
            elif node.kind is Kind.TAG:
                append_text(element, f"#{node.text}")
            elif node.kind is Kind.HTML:
                append_text(element, self._whole(node.text))

    def _tag(self, node: Node) -> etree.Element | None:
        address = self._host.tag_url(node.text, self._page)
        if not address:
            return None
        return _with_text(etree.Element("a", {"class": markup.TAG, "href": address, SETTLED: ""}), f"#{node.text}")

    def _link(self, node: Node) -> etree.Element:
        return self._around("a", node, {"href": node.href, **_title(node)})

    def _html(self, node: Node) -> etree.Element | None:
        if not node.tag:
            return None
        attributes, name = dict(reversed(node.tag.attributes)), node.tag.name
        for mark in ("data-source", SETTLED):  # what they say in the tree, no author says
            attributes.pop(mark, None)
        if name == "img":
            kept = {key: attributes[key] for key in _OF_A_PICTURE if key in attributes}
            return etree.Element("img", {"src": "", **kept})
        return self._around(name, node, attributes)

    def _around(self, tag: str, node: Node, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> etree.Element:
        element = etree.Element(tag, dict(attributes))
        self.write(element, node.children)
        return element


def _image(node: Node) -> etree.Element:
    return etree.Element("img", {"src": node.href, "alt": plain_text(node.text), **_title(node)})


def _title(node: Node) -> Mapping[str, str]:
    return {"title": node.title} if node.title else {}


def formula(tex: str, *, display: bool) -> etree.Element:
    """A formula for the typesetter in the browser, left as it is; with `display` it has a line of its own."""
    element = etree.Element(markup.MATH, {"class": "arithmatex", **({"display": "block"} if display else {})})
    return _with_text(element, tex)


def append_text(element: etree.Element, text: str) -> None:
    """Append words to what is in `element`."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _with_text(element: etree.Element, text: str) -> etree.Element:
    element.text = AtomicString(text)
    return element


def _without_padding(code: str) -> str:
    """Code in one line, without the one blank at each end that keeps a backtick from the marks."""
    code = code.replace("\n", " ")
    return code[1:-1] if code.strip() and code[0] == code[-1] == " " else code
