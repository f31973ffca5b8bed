"""The questions that rendering asks, and who answers them."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol
from urllib.parse import quote

from macros.language import Language
from macros.vault import Glossary, Missing, Reference, Resolution, Vault

_FRAGMENT = "=&,"
"""Kept as they are, for viewers read `#page=3`."""

ExternalImages = Literal["link", "load"]
"""What becomes of pictures on other servers: a link, or the picture."""


Excerpt = tuple[str, str]
"""The id of a recording, and the lines of it that are wanted, all when empty."""


class Position(NamedTuple):
    """Where a terminal is to stand."""

    source: str
    """The note that it is written in."""
    page: str
    """The note whose page it is on."""
    above: tuple[str, ...] = ()
    """What the last terminal above on that page said."""


class Terminal(Protocol):
    """A recording that is shown on a page."""

    @property
    def html(self) -> str:
        """What stands there."""

    @property
    def above(self) -> tuple[str, ...]:
        """What the host is to know of the page when it shows the next one."""

    @property
    def is_alone(self) -> bool:
        """True when it depends on nothing but its own text and what is above."""


class Host(Protocol):
    """Knows the vault and the site. Every answer depends on its arguments alone, so that it can be remembered."""

    @property
    def strict_line_breaks(self) -> bool:
        """True when a newline is a blank; Obsidian's default is a line break."""

    @property
    def external_images(self) -> ExternalImages:
        """What becomes of pictures on other servers."""

    @property
    def language(self) -> Language:
        """The language of the site, for what a page says beside the note's own text."""

    @property
    def glossary(self) -> Glossary:
        """The terms that running text leads to."""

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """Where `reference` in the note `source` leads."""

    def is_note(self, path: str) -> bool:
        """True for a published note, False for an attachment."""

    def fragment(self, path: str, reference: Reference) -> str | None:
        """The id of the section or block that `reference` names on the page of `path`; None if there is none."""

    def passage(self, path: str, fragment: str) -> str:
        """The Markdown of a note, or of the part of it that has the id `fragment`."""

    def url(self, path: str, page: str) -> str:
        """The encoded address of the file `path`, seen from the page of the note `page`."""

    def tag_url(self, tag: str, page: str) -> str:
        """The encoded address of the list of notes with `tag`, seen from the note `page`; empty for what is no tag."""

    def recording(self, asked: Excerpt, place: Position) -> Terminal | None:
        """What `{{ run(id, lines) }}` shows there; None where that is text like any other."""

    def part(self, name: str, page: str) -> str | None:
        """The HTML that `{{ maru(name) }}` shows on the page of the note `page`; None where that is text."""

    def fence(self, info: str, content: str, place: Position) -> Terminal | None:
        """What a fence with the opening line `info` shows that is a recording; None for code."""

    def diagram(self, source: str) -> str | None:
        """The picture of a diagram, as SVG; empty where nobody can draw it, None where a reader's browser does."""


class VaultHost:
    """The answers that are the vault's own; where things are on the site is left to each site generator."""

    def __init__(self, vault: Vault, language: Language, external_images: ExternalImages = "link") -> None:
        """Answer for `vault`, on a site in `language`."""
        self.vault = vault
        self.strict_line_breaks = vault.settings.strict_line_breaks
        self.language = language
        self.external_images = external_images
        self.glossary = vault.glossary

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """See `Host`."""
        return self.vault.resolve(reference, source)

    def is_note(self, path: str) -> bool:
        """See `Host`."""
        return path in self.vault.notes

    def fragment(self, path: str, reference: Reference) -> str | None:
        """See `Host`."""
        return self.vault.fragment(path, reference)

    def passage(self, path: str, fragment: str) -> str:
        """See `Host`."""
        return self.vault.passage(path, fragment)

    def recording(self, asked: Excerpt, place: Position) -> Terminal | None:
        """See `Host`. A vault alone has no recordings."""
        return None

    def part(self, name: str, page: str) -> str | None:
        """See `Host`. A vault alone has no site whose parts could be shown."""
        return None

    def fence(self, info: str, content: str, place: Position) -> Terminal | None:
        """See `Host`. As above."""
        return None

    def diagram(self, source: str) -> str | None:
        """See `Host`."""
        return None


def address(host: Host, reference: Reference, source: str, page: str) -> str | None:
    """Where `reference` in the note `source` leads, seen from `page`; None when it leads nowhere.

    A part that the note does not have is left out.
    """
    resolution = host.resolve(reference, source)
    if isinstance(resolution, Missing):
        return None
    fragment = host.fragment(resolution.path, reference)
    file = "" if fragment and resolution.path == page else host.url(resolution.path, page)
    return f"{file}#{quote(fragment, safe=_FRAGMENT)}" if fragment else file
