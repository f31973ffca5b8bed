"""The cards of a site: which page has which, and the files, of which only what is new is drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from html import unescape
from importlib.metadata import version
from types import MappingProxyType
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig

from macros.fonts import TEXT, Whole
from macros.hosts.site import Site
from macros.language import Message
from macros.publish.cards.card import DESIGN, HEIGHT, WIDTH, Card, Printer
from macros.publish.cards.colors import COLORS, TEAL
from macros.publish.changed import latest_of_site
from macros.publish.feed import FEED
from macros.publish.made.made_page import Surroundings
from macros.publish.sharing import address_of, own_picture
from macros.render import digest
from macros.render.workers import in_parallel
from macros.settings import Settings
from macros.vault import Note

MOST = 2000
"""Notes up to which each has a card of its own: hosts count files. Where there are more, all have that of the site."""
_FOLDER = "assets/cards"
_KIND = "card"
_LOCALES = MappingProxyType({"ko": "ko_KR", "en": "en_US"})


class Cards:
    """The cards of one build, and what else its pages say to messengers."""

    def __init__(self, around: Surroundings, config: MkDocsConfig, settings: Settings) -> None:
        """Make cards for the site `around`, which is published at an address."""
        self._around = around
        self._url = config.site_url or ""
        self._name = unescape(config.site_name or "")
        self._description = unescape(config.site_description or "")
        self._color = COLORS.get(settings.colors.accent, TEAL)
        self._font = Whole(TEXT) if settings.cards else None

    def shown(self, note: Note) -> Mapping[str, object]:
        """What the page of `note` says: its address, its picture with the size of that, where it is known."""
        url = address_of(self._url, self._around.placed.site_url(note.path))
        locale = _LOCALES.get(self._around.language.code, "")
        shown: dict[str, object] = {"url": url, "locale": locale, "feed": FEED if self._has_feed else ""}
        if picture := self._own_picture(note):
            shown["image"] = picture
        elif name := self._names.get(note.path if note.path in self._cards else ""):
            shown |= {"image": self._url + name, "width": WIDTH, "height": HEIGHT}
        return shown

    @property
    def files(self) -> Collection[str]:
        """The files of the site that are cards."""
        return self._names.values()

    def draw(self, site: Site, tell: Callable[[Message], None]) -> None:
        """Write the cards that `site` does not have, in several processes."""
        files = {self._names[path]: card for path, card in self._cards.items()}
        site.expect(files)
        missing = [(name, card) for name, card in files.items() if not site.is_current(name, _KIND)]
        if not missing or not self._font:
            return
        printer = Printer(self._name, self._color, self._font)
        done = dict(in_parallel(lambda item: printer.png(item[1]), missing, tell))
        for index, (name, card) in enumerate(missing):
            site.remember(name, _KIND, site.write(name, done.pop(index, b"") or printer.png(card)))

    @cached_property
    def _has_feed(self) -> bool:
        return bool(latest_of_site(self._around.vault, 1))

    @cached_property
    def _cards(self) -> Mapping[str, Card]:
        """The card of each note that has one of its own, by its path; that of the site by an empty one."""
        if not self._font:
            return {}
        vault, home = self._around.vault, self._around.lists.outline.home
        said = self._description or (vault.notes[home].summary if home in vault.notes else "")
        notes = vault.notes.values() if len(vault.notes) <= MOST else ()
        own = {note.path: self._card(note) for note in notes if note.path != home and not self._own_picture(note)}
        return {"": Card("", said, "", self._typed(".")), **own}

    def _card(self, note: Note) -> Card:
        top = note.path.partition("/")[0] if note.folder else ""
        section = self._around.lists.outline.folder_title(top) if top else ""
        return Card(note.title, note.summary, section, self._typed(self._around.placed.site_url(note.path)))

    def _own_picture(self, note: Note) -> str:
        return own_picture(note, self._around.vault, self._whole)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The file of each card: another picture has another name, for messengers keep what they have seen."""
        font = self._font.packed if self._font else b""
        same = digest(DESIGN, version("pillow"), self._name, self._color, font)
        return {path: f"{_FOLDER}/{digest(same, *card.texts)[:16]}.png" for path, card in self._cards.items()}

    def _whole(self, path: str) -> str:
        url = self._around.placed.site_url(path)
        return address_of(self._url, url) if url and path in self._around.vault.attachments else ""

    def _typed(self, url: str) -> str:
        """The address of a page as a reader would type it."""
        return unquote(address_of(self._url, url)).partition("://")[2].rstrip("/")


def may_be_card(name: str) -> bool:
    """True for the name of a file that a card may have; no file of the vault has such a name."""
    return name.startswith(f"{_FOLDER}/") and name.endswith(".png")
