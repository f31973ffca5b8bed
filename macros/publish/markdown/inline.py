"""What stands in a line of an article: words, links, code, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from macros import markup
from macros.publish.markdown.element import Element

Link = Callable[[str], str]
"""What an address of a page is in the Markdown of it."""
_HIDDEN = frozenset(
    {"script", "style", "template", "button", "svg", "input", "audio", "video", "iframe", markup.COMPARE}
)
_HIDDEN_CLASSES = ("headerlink", "linenos", "footnote-backref", markup.EMBED_SOURCE, markup.RUN_ABOVE, markup.RUN_BADGE)
_MARKS = MappingProxyType({"strong": "**", "b": "**", "em": "*", "i": "*", "del": "~~", "s": "~~", "mark": "=="})
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
_BEGINS = re.compile(r"^(?=(?:#{1,6}|[-+>]|~~~+)(?:\s|$))")
_NUMBERED = re.compile(r"^(\d+)(?=[.)](?:\s|$))")
_BLANKS = re.compile(r"[ \t\r\n]+")
_ENDS = re.compile(r"[\s()<>]")
_BREAK = "\\\n"


def is_hidden(element: Element) -> bool:
    """True for what no reader of the text needs: buttons, what a script fills, ways back."""
    return element.tag in _HIDDEN or "hidden" in element.attributes or element.has(*_HIDDEN_CLASSES)


def line(parts: Iterable[Element | str], link: Link) -> str:
    """`parts` as one paragraph."""
    text = "".join(_inline(part, link) for part in parts)
    text = "\n".join(part.strip(" ") for part in text.split("\n")).strip("\n").removesuffix("\\").strip()
    return _NUMBERED.sub(r"\1\\", _BEGINS.sub(r"\\", text))


def code(text: str) -> str:
    """`text` as code in a line."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if text.startswith("`") or text.endswith("`") else f"{fence}{text}{fence}"


def _inline(part: Element | str, link: Link) -> str:
    if isinstance(part, str):
        return _plain(part)
    if is_hidden(part):
        return ""
    if part.tag in _LITERAL:
        return _LITERAL[part.tag](part)
    if part.tag == "img":
        return f"![{_plain(part.attributes.get('alt', ''))}]({_target(link(part.attributes.get('src', '')))})"
    inside = "".join(_inline(child, link) for child in part.children)
    if part.tag == "a":
        return _link(part, inside, link)
    mark = _MARKS.get(part.tag, "")
    return f"{mark}{inside}{mark}" if inside.strip() and inside == inside.strip() else inside


def _target(address: str) -> str:
    """`address` as the end of a link: what would end it stands between `<` and `>`."""
    return f"<{address}>" if _ENDS.search(address) else address


def _plain(text: str) -> str:
    """`text` in which no sign means anything."""
    return _SPECIAL.sub(r"\\\g<0>", _BLANKS.sub(" ", text))


def _link(part: Element, inside: str, link: Link) -> str:
    """A link that somebody wrote; the marks of terms and of footnotes are what stands there."""
    if part.has("footnote-ref"):
        return f"[^{part.text.strip()}]"
    href = part.attributes.get("href", "")
    return inside if part.has(markup.TERM) or not href or not inside.strip() else f"[{inside}]({_target(link(href))})"


_LITERAL: Mapping[str, Callable[[Element], str]] = MappingProxyType(
    {
        "code": lambda part: code(part.text),
        "br": lambda _: _BREAK,
        markup.MATH: lambda part: f"${part.text.strip()}$",
    }
)
"""What is in these elements is no Markdown."""
