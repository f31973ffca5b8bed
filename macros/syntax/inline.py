"""The nodes of a text as elements: one method for each kind, and nothing is read a second time."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from markdown.util import AtomicString, code_escape

from macros.syntax.host import Host
from macros.syntax.plugin import plugin_box
from macros.syntax.reference import reference_element
from macros.vault import Reference
from macros.vault.inlines import Kind, Node, plain_text

_TAGS: Mapping[Kind, str] = MappingProxyType(
    {Kind.EMPHASIS: "em", Kind.STRONG: "strong", Kind.HIGHLIGHT: "mark", Kind.DELETION: "del"}
)
_OF_A_PICTURE = ("src", "alt", "width", "height", "title")
FootnoteOf = Callable[[Node], etree.Element]
"""Makes the raised number of a footnote."""


class InlineWriter:
    """Writes the nodes of one text on the page of a note."""

    def __init__(self, host: Host, page: str, footnote: FootnoteOf) -> None:
        """Ask `host` where tags lead from the note `page`."""
        self._host = host
        self._page = page
        self._footnote = footnote

    def write(self, element: etree.Element, nodes: Iterable[Node]) -> None:
        """Append `nodes` to what is in `element`."""
        for node in nodes:
            made = self._made(node)
            if made is not None:
                element.append(made)
            elif node.kind is Kind.TEXT:
                append_text(element, node.text)

    def _made(self, node: Node) -> etree.Element | None:
        """The element of `node`; None for words and for what is hidden."""
        if tag := _TAGS.get(node.kind):
            return self._around(etree.Element(tag), node)
        match node.kind:
            case Kind.TEXT | Kind.COMMENT:
                return None
            case Kind.CODE:
                return _with_text(etree.Element("code"), code_escape(_trimmed(node.text)))
            case Kind.MATH | Kind.DISPLAY_MATH:
                return formula(node.text, display=node.kind is Kind.DISPLAY_MATH)
            case Kind.PLUGIN:
                return plugin_box(node.text, self._host.language)
            case Kind.WIKI:
                return reference_element(node.reference or Reference(node.text))
            case Kind.TAG:
                address = self._host.tag_url(node.text, self._page)
                return _with_text(etree.Element("a", {"class": "kb-tag", "href": address}), f"#{node.text}")
            case Kind.ADDRESS:
                return _with_text(etree.Element("a", {"href": node.href}), node.text)
            case Kind.FOOTNOTE | Kind.INLINE_FOOTNOTE:
                return self._footnote(node)
            case Kind.HTML:
                return self._html(node)
        return self._link(node)

    def _link(self, node: Node) -> etree.Element:
        title = {"title": node.title} if node.title else {}
        if node.kind is Kind.IMAGE:
            return etree.Element("img", {"src": node.href, "alt": plain_text(node.text), **title})
        return self._around(etree.Element("a", {"href": node.href, **title}), node)

    def _html(self, node: Node) -> etree.Element:
        attributes = dict(reversed(node.tag.attributes)) if node.tag else {}
        attributes.pop("data-source", None)  # it says in the tree which note a text is from
        name = node.tag.name if node.tag else "span"
        if name == "img":
            return etree.Element(
                "img", {"src": "", **{key: attributes[key] for key in _OF_A_PICTURE if key in attributes}}
            )
        return self._around(etree.Element(name, attributes), node)

    def _around(self, element: etree.Element, node: Node) -> etree.Element:
        self.write(element, node.children)
        return element


def formula(tex: str, *, display: bool) -> etree.Element:
    """A formula for the typesetter in the browser, left as it is; with `display` it has a line of its own."""
    element = etree.Element("kb-math", {"class": "arithmatex", **({"display": "block"} if display else {})})
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


def _trimmed(code: str) -> str:
    """Code in one line, without the one blank at each end that keeps a backtick from the marks."""
    code = code.replace("\n", " ")
    return code[1:-1] if code.strip() and code[0] == code[-1] == " " else code
