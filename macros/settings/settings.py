"""The settings of a vault, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Colors:
    """Names of Material's colours, as in `deep-purple`; empty where unset."""

    primary: str = ""
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note, or with a slash at its end a folder, at its place in the navigation; with a title of its own or none."""

    path: str
    title: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Attachments:
    """What is not taken out of attachments."""

    keep_metadata: bool = False
    """True: pictures leave with all that they tell, such as where they were taken."""
    trust: bool = False
    """True: files that run in a browser leave as they are."""


@dataclass(frozen=True, slots=True)
class Search:
    """How the notes are searched."""

    lexicon: bool = True
    """False: `deadlock` does not find 교착 상태, unless a note says that they are the same."""


@dataclass(frozen=True, slots=True)
class Comments:
    """The discussions on GitHub that giscus shows below notes; empty where there are none."""

    repository: str = ""
    """As in `me/notes`."""
    repository_id: str = ""
    category: str = ""
    category_id: str = ""


@dataclass(frozen=True, slots=True)
class Analytics:
    """Who counts visitors; empty where nobody does."""

    tool: str = ""
    """`goatcounter`, `plausible` or `google`."""
    id: str = ""
    """What the site is called there."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The codes by which search engines know whose site it is."""

    google: str = ""
    naver: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `maru.yml` and the environment say; what neither says is empty. Paths are of the vault, POSIX and NFC."""

    name: str = ""
    description: str = ""
    url: str = ""
    """Where the site is published; it ends in a slash."""
    language: str = ""
    publish: str = "all"
    """`all` notes but those that say no, or only those that are `marked` with `publish: true`."""
    draft_status: tuple[str, ...] = ()
    """What notes say of their `status` that stay at home."""
    exclude: tuple[str, ...] = ()
    """Patterns as in `.gitignore` for what is left out."""
    home: str = ""
    navigation: tuple[Entry, ...] = ()
    logo: str = ""
    icon: str = ""
    colors: Colors = Colors()
    footer: str = ""
    source: str = ""
    repository: str = ""
    """Where the folder of the notes is on the web, as in `https://github.com/me/notes/tree/main/docs/`."""
    cards: bool = True
    """False: no pictures are made of the titles of notes for messengers to show."""
    markdown: bool = False
    """True: each note that a list may name is on the site as Markdown too, beside its page."""
    css: tuple[str, ...] = ()
    attachments: Attachments = Attachments()
    search: Search = Search()
    wanted: bool = False
    """True: readers see which notes others link to and nobody has written yet, as the author does in a preview."""
    diagrams: str = "browser"
    """Who draws diagrams: the `browser` of each reader, or the `build`, which needs a Chromium for that."""
    comments: Comments = Comments()
    analytics: Analytics = Analytics()
    verification: Verification = Verification()
    robots: str = ""
    """`index`: the site has a `robots.txt` that leads search engines to its map; `noindex`: they are to keep away."""
    places: Mapping[str, tuple[str, int]] = field(default_factory=lambda: MappingProxyType({}))
    """Where each option that is set stands: the file (or the variable of the environment) and the line."""

    @property
    def files(self) -> Mapping[str, tuple[str, ...]]:
        """The files of the vault that the site itself needs, by the option that names them."""
        named = {"logo": (self.logo,), "icon": (self.icon,), "css": self.css}
        return {option: tuple(filter(None, paths)) for option, paths in named.items()}

    def place(self, option: str) -> tuple[str, int]:
        """Where `option` stands."""
        return self.places.get(option, ("maru.yml", 1))
