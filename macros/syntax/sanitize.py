"""What of a note's HTML reaches a reader: nothing that runs, nothing that loads from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType

import nh3

from macros import markup
from macros.vault.html import ELEMENTS, FORBIDDEN
from macros.vault.html_piece import OWN_ELEMENTS
from macros.vault.html_reader import SVG_TAGS
from macros.vault.names import is_reserved_id

_LOADING = frozenset({"src", "srcset", "poster", "data"})
_INVISIBLE = re.compile(r"[\x00-\x20]")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_PDF = re.compile(r"[^?#]*\.pdf(?:#|$)", re.IGNORECASE)
_PICTURE = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_THEME_DATA = "data-md-"
_THEME_CLASS = re.compile(r"mermaid$|md-|kb-popover$", re.IGNORECASE)
"""What the theme's script acts upon, and what its style sheet lays over the page. A `.mermaid` makes it load a library
from another server."""
_OPENER = "opener"
"""What would let a page of somebody else steer the one that it was opened from."""
_OURS = re.compile(r"__(?:(?:codelineno|span|run)-\d|diagram-[\da-f]{8}-\d)")
"""The ids of lines of code, of terminals and in diagrams, which are reserved for them."""

ALLOWED_TAGS = (ELEMENTS - FORBIDDEN) | OWN_ELEMENTS
"""Every element that does nothing but show text, files and links."""
PAINT = frozenset(
    """alignment-baseline clip-path clip-rule color cx cy d dominant-baseline dx dy fill fill-opacity fill-rule
    font-family font-size font-style font-weight fx fy gradientTransform gradientUnits height letter-spacing
    marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask offset opacity orient paint-order
    pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate
    rx ry spreadMethod stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textLength transform vector-effect
    viewBox width x x1 x2 xmlns y y1 y2""".split()
)
"""What a shape of a drawing may say of itself."""
_PAINT_VALUE = re.compile(r"(?:url\(\s*#[\w.-]+\s*\))?(?:(?!url)[\w\s#%.,()+:/-])*", re.IGNORECASE)
"""Numbers, colours, transformations, and a paint of the same drawing: nothing that loads, no escapes that hide it."""
_TABLE = frozenset("align bgcolor border cellpadding cellspacing height nowrap valign width".split())
_SCALE = frozenset("high low max min optimum value".split())
_ATTRIBUTES = MappingProxyType(
    {
        **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
        **{tag: nh3.ALLOWED_ATTRIBUTES.get(tag, set()) | _TABLE for tag in ("table", "td", "th", "tr")},
        **dict.fromkeys(SVG_TAGS, PAINT),
        "*": {"align", "class", "dir", "hidden", "id", "lang", "role", "style", "title"},
        "a": {"href", "hreflang", "name", "rel", "target", "tabindex"},
        "audio": {"controls", "preload", "src"},
        "details": {"open"},
        "font": {"color", "face", "size"},
        "iframe": {"height", "loading", "src", "width"},
        "img": {"alt", "height", "loading", "src", "width"},
        "input": {"checked", "disabled", "type"},
        markup.MATH: {"display"},
        markup.PATH: {"count"},
        "label": {"for"},
        "li": {"value"},
        "meter": _SCALE,
        "ol": {"reversed", "start", "type"},
        "progress": _SCALE,
        "source": {"src", "type"},
        "track": {"kind", "label", "src", "srclang"},
        "video": {"controls", "height", "muted", "playsinline", "poster", "preload", "src", "width"},
    }
)
_SCHEMES = frozenset(["data", "ftp", "http", "https", "mailto", "obsidian", "sms", "tel", "vscode", "zotero"])
_STYLES = frozenset(
    """background background-color border border-collapse border-color border-radius border-style border-width color
    fill fill-opacity fill-rule float font-family font-size font-style font-variant font-weight height letter-spacing
    line-height list-style-type margin max-height max-width min-width opacity padding stroke stroke-dasharray
    stroke-linecap stroke-linejoin stroke-opacity stroke-width stop-color stop-opacity text-align text-anchor
    text-decoration text-indent vertical-align white-space width word-break zoom""".split()
)
_LOADS = re.compile(r"url|image|src\s*\(|\\|/\*", re.IGNORECASE)
"""A style that fetches something, or may hide that it does."""

_OVER = re.compile(r"\s*margin[^:]*:.*?(?:-\s*[\d.]|\()", re.IGNORECASE | re.DOTALL)
"""A margin that lays a box over what is around it: a negative one, or one that is worked out."""


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
        return _kept(tag, attribute, value)

    sanitizer = nh3.Cleaner(
        tags=set(ALLOWED_TAGS | SVG_TAGS),
        clean_content_tags={"script", "style", "template", "title", "foreignObject"},
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=keep,
        generic_attribute_prefixes={"data-", "aria-"},
        filter_style_properties=set(_STYLES),
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return lambda html: str(sanitizer.clean(html))


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute that loads nothing by itself; None where it may not stay."""
    if tag in SVG_TAGS and attribute in PAINT:
        return value if attribute == "xmlns" or _PAINT_VALUE.fullmatch(value) else None
    if attribute == "style":
        return ";".join(style for style in value.split(";") if not (_LOADS.search(style) or _OVER.match(style)))
    if attribute == "class":
        return " ".join(name for name in value.split() if not _THEME_CLASS.match(name))
    if attribute == "rel":
        return " ".join(name for name in value.split() if name.lower() != _OPENER)
    is_name = attribute == "id" or (tag, attribute) == ("a", "name")
    steers = attribute.startswith(_THEME_DATA) or (is_name and is_reserved_id(value) and not _OURS.match(value))
    if steers or value.lstrip().lower().startswith("data:"):
        return None
    return "checkbox" if (tag, attribute) == ("input", "type") else value
