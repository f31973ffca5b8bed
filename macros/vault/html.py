"""Tags of HTML as they stand in a note, read once for the index and the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

ELEMENTS = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
    br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt
    em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr
    html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr
    noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rp rt
    ruby s samp script search section select slot small source span strike strong style sub summary sup svg
    table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp""".split()
)
"""The names that HTML knows, old ones too. Source: HTML Living Standard. Any other, as in `List<String>`, is a word."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements that have no end tag."""
LISTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {"li": frozenset({"menu", "ol", "ul"}), "dd": frozenset({"dl"}), "dt": frozenset({"dl"})}
)
"""Items, and the lists that they are items of. Without one they would end the list item of Markdown around them."""
ADDRESSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset({"href"}),
        "audio": frozenset({"src"}),
        "iframe": frozenset({"src"}),
        "img": frozenset({"src"}),
        "source": frozenset({"src"}),
        "track": frozenset({"src"}),
        "video": frozenset({"src", "poster"}),
    }
)
"""The attributes that may lead to a file of the vault, by element: what a page keeps of them, the index knows."""

FORBIDDEN = frozenset(
    """applet base basefont bgsound blink body canvas datalist dialog embed fieldset form frame frameset head html
    legend link marquee math meta noembed noframes noscript object optgroup option output param plaintext script
    select slot style svg template textarea title xmp""".split()
)
"""Elements whose tags no page has. Inside of a line they are words; in a block of HTML they are left out."""
_ALONE = frozenset(
    """allowfullscreen async autofocus autoplay checked class controls default defer disabled download hidden id inert
    itemscope loop multiple muted nowrap open playsinline readonly required reversed selected style title""".split()
)
"""Attributes that stand without a value."""
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`][^\s"'<>`]*+)"""
"""What has no quotes may have `=` behind its first letter, as browsers read it: `href=https://e.com/?a=b`."""
_ATTRIBUTE = rf"[A-Za-z_:@][\w:.@-]*+(?:\s*+=\s*+{_VALUE})?+"
_TAG = re.compile(rf"<(/?)([A-Za-z][\w-]*+)((?:(?:\s++|(?<=[\"'])){_ATTRIBUTE})*+)\s*+/?>")
_EACH = re.compile(rf"([A-Za-z_:@][\w:.@-]*+)(?:\s*+=\s*+({_VALUE}))?+")


@dataclass(frozen=True, slots=True)
class Tag:
    """`<name key="value">` or `</name>` at `text[start:end]`."""

    name: str
    """In small letters."""
    start: int
    end: int
    attributes: tuple[tuple[str, str], ...] = ()
    """Names in small letters, each once, and values without quotes and entities; empty where there is none."""
    closing: bool = False

    @property
    def is_known(self) -> bool:
        """False for words in angle brackets: `List<String>`, `a <b and c> d`."""
        said = any(value or name in _ALONE for name, value in self.attributes)
        return self.name in ELEMENTS and (said or not self.attributes)

    @property
    def is_shown(self) -> bool:
        """True for a tag that a page may have inside of a line. A field without a type is a word."""
        shown = self.is_known and self.name not in FORBIDDEN
        return shown and (self.name != "input" or self.closing or bool(self.get("type")))

    def get(self, key: str) -> str:
        """The value of the first attribute of that name, or an empty text."""
        return next((value for name, value in self.attributes if name == key), "")

    @property
    def addresses(self) -> Iterator[tuple[str, str]]:
        """The attributes that may lead to a file, each with its value."""
        keys = ADDRESSES.get(self.name, frozenset()) if not self.closing else frozenset[str]()
        yield from ((key, value) for key, value in self.attributes if key in keys and value)


def read_tag(text: str, start: int) -> Tag | None:
    """The tag that the `<` at `start` opens, by CommonMark's grammar; None for what is none, such as `a < b`.

    It may be as long as it likes: a picture written into its address is no text either. A blank between two
    attributes may be missing where a quote ends the first.
    """
    found = _TAG.match(text, start)
    if not found:
        return None
    attributes: dict[str, str] = {}
    for key, value in _EACH.findall(found[3]):
        attributes.setdefault(key.lower(), _plain(value))  # of two, a browser takes the first
    return Tag(found[2].lower(), start, found.end(), tuple(attributes.items()), closing=bool(found[1]))


def _plain(value: str) -> str:
    return unescape(value[1:-1] if value[:1] in ("'", '"') else value)
