"""What of a note's HTML reaches a reader: nothing that runs, nothing that loads from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

import nh3

_LOADING = frozenset({"src", "srcset", "poster", "data"})
_INVISIBLE = re.compile(r"[\x00-\x20]")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_PDF = re.compile(r"[^?#]*\.pdf(?:#|$)", re.IGNORECASE)
_PICTURE = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_THEME_DATA = "data-md-"
_THEME_CLASSES = frozenset({"mermaid"})
"""What the theme's script acts upon; a `.mermaid` makes it load a library from another server."""
_THEME_ID = re.compile(r"__(?!(?:codelineno|span)-\d)")
"""Ids such as `__config` steer the theme: they are not for notes."""

ALLOWED_TAGS = nh3.ALLOWED_TAGS | frozenset(
    """audio big button details figcaption figure font iframe input kb-diagram kb-math kb-run label mark picture section
    source summary track u video""".split()
)
FORBIDDEN_TAGS = frozenset(
    """applet base body canvas datalist dialog embed fieldset form frame frameset head html legend link math meta meter
    noscript object optgroup option output param progress script select slot style svg template textarea
    title""".split()
)
"""HTML all the same: it is taken out, where an unknown tag such as `<String>` is a word and stays."""
_ATTRIBUTES = MappingProxyType(
    {
        **nh3.ALLOWED_ATTRIBUTES,
        "*": {"align", "class", "dir", "hidden", "id", "lang", "role", "style", "title"},
        "a": {"href", "hreflang", "name", "rel", "target", "tabindex"},
        "audio": {"controls", "preload", "src"},
        "details": {"open"},
        "font": {"color", "face", "size"},
        "iframe": {"height", "loading", "src", "width"},
        "img": {"alt", "height", "loading", "src", "width"},
        "input": {"checked", "disabled", "type"},
        "kb-math": {"display"},
        "label": {"for"},
        "li": {"value"},
        "ol": {"reversed", "start", "type"},
        "source": {"src", "type"},
        "track": {"kind", "label", "src", "srclang"},
        "video": {"controls", "height", "muted", "playsinline", "poster", "preload", "src", "width"},
    }
)
_SCHEMES = frozenset(["data", "ftp", "http", "https", "mailto", "obsidian", "sms", "tel", "vscode", "zotero"])
_STYLES = frozenset(
    ["background-color", "color", "float", "height", "margin", "max-width", "padding", "text-align", "width"]
)


def cleaner(*, load_images: bool) -> Callable[[str], str]:
    """A function from HTML to harmless HTML, by nh3 (the Rust library ammonia), which also closes what was left open.

    Pictures of other servers are let through when `load_images` is True; nothing else ever loads from there.
    """

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute in _LOADING:
            address = _INVISIBLE.sub("", value)  # browsers skip what `/\t/example.com` hides
            picture = tag == "img" and (load_images or _PICTURE.match(address))
            page = tag == "iframe" and not _PDF.match(address)  # another page of this site could run scripts
            return None if page or (_ELSEWHERE.match(address) and not picture) else value
        if attribute.startswith(_THEME_DATA):
            return None
        if attribute == "class":
            return " ".join(name for name in value.split() if name not in _THEME_CLASSES)
        if value.lstrip().lower().startswith("data:"):
            return None
        if attribute == "id" and _THEME_ID.match(value):
            return None
        return "checkbox" if (tag, attribute) == ("input", "type") else value

    sanitizer = nh3.Cleaner(
        tags=set(ALLOWED_TAGS),
        clean_content_tags={"script", "style", "template", "title"},
        attributes=dict(_ATTRIBUTES),
        attribute_filter=keep,
        generic_attribute_prefixes={"data-", "aria-"},
        filter_style_properties=set(_STYLES),
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return lambda html: str(sanitizer.clean(html))
