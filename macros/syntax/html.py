"""HTML in notes: it finds the vault's files, loads nothing from elsewhere, and words such as `List<String>` stay words.

What is harmful in it is taken out later, see `macros.syntax.sanitize`.
"""

from __future__ import annotations

import re
from html import escape

from macros.syntax.host import Host, address
from macros.syntax.sanitize import ALLOWED_TAGS, FORBIDDEN_TAGS
from macros.vault.reference import HTML_ADDRESS, html_reference

_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_REMOTE = re.compile(
    r"<(iframe|img)\b[^<>]{0,2000}?\bsrc\s*=\s*[\"']?\s*((?:https?:)?//[^\"'\s<>]+)[^<>]*>(?:\s*</iframe>)?",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"\s*<img\b[^<>]*>\s*", re.IGNORECASE)
_RAW_OPENING = re.compile(
    r"<(script|style|template|title|textarea|xmp|plaintext|noembed|noframes|noscript|iframe|select)\b", re.IGNORECASE
)
"""Elements that swallow what follows when nothing closes them."""


def is_markdown_after_all(block: str) -> bool:
    """True for an HTML block that is a picture alone, or whose first tag is none: `<Vec>` is a word."""
    name = _NAME.match(block.lstrip())
    known = name and name[1].lower() in ALLOWED_TAGS | FORBIDDEN_TAGS
    return bool(_IMAGE.fullmatch(block) or (name and not known))


def prepared(html: str, host: Host, source: str, page: str) -> str:
    """`html` of the note `source` with the addresses that its files have, seen from `page`.

    Frames and pictures of other servers become links, and what it leaves open is closed, so that it ends with itself.
    """

    def addressed(found: re.Match[str]) -> str:
        reference = html_reference(found)
        here = reference and address(host, reference, source, page)
        return f'{found[1]}="{escape(here)}"' if here else found[0]

    def linked(found: re.Match[str]) -> str:
        if found[1].lower() == "img" and host.external_images == "load":
            return found[0]
        frame = f'<iframe data-src="{found[2]}" hidden></iframe>' if found[1].lower() == "iframe" else ""
        return f'{frame}<a class="kb-external" href="{found[2]}" rel="noopener noreferrer">{found[2]}</a>'

    return _closed(HTML_ADDRESS.sub(addressed, _REMOTE.sub(linked, html)))


def _closed(html: str) -> str:
    for name in {found[1].lower() for found in _RAW_OPENING.finditer(html)}:
        if len(re.findall(rf"<{name}\b", html, re.IGNORECASE)) > len(re.findall(rf"</{name}\b", html, re.IGNORECASE)):
            html = re.sub(rf"<(?={name}\b)", "&lt;", html, flags=re.IGNORECASE)
    return f"{html}-->" if html.rfind("<!--") > html.rfind("-->") else html
