"""The blocks of an article as Markdown: paragraphs, lists, tables, code, terminals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from macros import markup
from macros.publish.markdown.element import Element, tree_of
from macros.publish.markdown.inline import Link, is_hidden, line

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre div table hr details summary section article aside figure figcaption "
    "dl dt dd nav header footer main center".split()
) | {markup.RUN, markup.DIAGRAM, markup.PATH, markup.FIND}
_Writer = Callable[[Element, Link], Iterator[str]]
_LANGUAGE = re.compile(r"language-([\w+#.-]+)")


def as_markdown(html: str, link: Link) -> str:
    """The article `html` as Markdown whose addresses are what `link` says."""
    return "\n\n".join(_blocks(tree_of(html), link)) + "\n"


def _blocks(parent: Element, link: Link) -> Iterator[str]:
    """The blocks of `parent`; what stands between them in lines is a paragraph."""
    for is_block, children in groupby(parent.children, _is_block):
        if not is_block:
            yield from filter(None, [line(children, link)])
            continue
        for child in children:
            if isinstance(child, Element) and not is_hidden(child):
                yield from _block(child, link)


def _is_block(child: Element | str) -> bool:
    if isinstance(child, str):
        return False
    return child.tag in _BLOCKS or (child.tag == markup.MATH and "display" in child.attributes)


def _block(element: Element, link: Link) -> Iterator[str]:
    write = next((write for name, write in _BY_CLASS.items() if element.has(name)), None)
    yield from (write or _BY_TAG.get(element.tag, _blocks))(element, link)


def _heading(element: Element, link: Link) -> Iterator[str]:
    if text := line(element.children, link):
        yield f"{'#' * int(element.tag[1])} {text.replace(chr(10), ' ')}"


def _paragraph(element: Element, link: Link) -> Iterator[str]:
    yield from filter(None, [line(element.children, link)])


def _code(element: Element, _: Link) -> Iterator[str]:
    """Code, with the language that its box or itself names."""
    for each in [element] if element.tag == "pre" else _all(element, "pre"):
        yield _fence(each.text, _language(each) or _language(element))


def _diagram(element: Element, _: Link) -> Iterator[str]:
    yield _fence(element.text, "mermaid")


def _formula(element: Element, _: Link) -> Iterator[str]:
    yield f"$$\n{element.text.strip()}\n$$"


def _rule(_: Element, __: Link) -> Iterator[str]:
    yield "---"


def _language(element: Element) -> str:
    """What the code is written in; a terminal is a `console`, as its author writes it."""
    if "data-recording" in element.attributes:
        return "" if "data-file" in element.attributes else "console"
    found = _LANGUAGE.search(element.attributes.get("class", ""))
    return found[1] if found else ""


def _fence(text: str, language: str) -> str:
    fence = "`" * max(3, max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence}{language}\n{text.strip(chr(10))}\n{fence}"


def _list(element: Element, link: Link) -> Iterator[str]:
    items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
    first = int(start) if (start := element.attributes.get("start", "1")).isdigit() else 1
    lines = []
    for number, item in enumerate(items, start=first):
        mark = f"{number}. " if element.tag == "ol" else "- "
        task = f"[{item.attributes['data-task']}] " if "data-task" in item.attributes else ""
        blocks = [*_blocks(item, link)]
        loose = any(isinstance(child, Element) and child.tag == "p" for child in item.children)
        text = ("\n\n" if loose else "\n").join(blocks)
        lines.append(mark + task + text.replace("\n", "\n" + " " * len(mark)))
    yield "\n".join(lines)


def _quoted(element: Element, link: Link) -> Iterator[str]:
    """A quotation; a callout as Obsidian writes it."""
    blocks = [*_blocks(element, link)]
    if kind := element.attributes.get("data-callout"):
        title, *blocks = blocks or [""]
        blocks = [f"[!{kind}] {title}", *blocks]
    yield "\n".join(f"> {text}".rstrip() for text in "\n\n".join(blocks).split("\n"))


def _table(element: Element, link: Link) -> Iterator[str]:
    rows = [[*_cells(row, link)] for row in _all(element, "tr")]
    columns = max(map(len, rows), default=0)
    lines = [f"| {' | '.join(row + [''] * (columns - len(row)))} |" for row in rows]
    yield "\n".join([*lines[:1], "|" + " --- |" * columns, *lines[1:]])


def _cells(row: Element, link: Link) -> Iterator[str]:
    for cell in row.children:
        if isinstance(cell, Element) and cell.tag in ("td", "th"):
            yield " ".join(_blocks(cell, link)).replace("\\\n", " ").replace("\n", " ").replace("|", "\\|")


def _footnotes(element: Element, link: Link) -> Iterator[str]:
    for item in _all(element, "li"):
        name = item.attributes.get("id", "").partition(":")[2]
        if name:
            yield f"[^{name}]: " + "\n\n".join(_blocks(item, link)).replace("\n", "\n    ")


def _all(element: Element, tag: str) -> Iterator[Element]:
    """The elements of this name in `element`, not those in one of them."""
    for child in element.children:
        if isinstance(child, Element) and child.tag == tag:
            yield child
        elif isinstance(child, Element):
            yield from _all(child, tag)


_BY_CLASS: Mapping[str, _Writer] = MappingProxyType({"footnote": _footnotes, "admonition": _quoted, "highlight": _code})
_BY_TAG: Mapping[str, _Writer] = MappingProxyType(
    {
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
        **dict.fromkeys(("p", "summary", "dt", "figcaption"), _paragraph),
        **dict.fromkeys(("ul", "ol"), _list),
        "pre": _code,
        "table": _table,
        "blockquote": _quoted,
        "hr": _rule,
        markup.DIAGRAM: _diagram,
        markup.MATH: _formula,
    }
)
