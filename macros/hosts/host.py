"""What the syntaxes ask of a site of MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import replace

from mkdocs.utils import get_relative_url

from macros.commands.library import Library
from macros.commands.terminal import Stage, Terminal, show, show_fence
from macros.labs.labs import Labs
from macros.language import Language
from macros.macro_report import asks_for_macros
from macros.publish.made.kinds import Contents
from macros.publish.made.recordings import page_of, shown_in
from macros.publish.made.tags import tag_place
from macros.publish.parts import part
from macros.render import digest
from macros.render.diagrams import Diagrams
from macros.syntax.host import Excerpt, ExternalImages, Position, VaultHost
from macros.vault import Missing, Reference, Resolution, Vault, Withheld
from macros.vault.folder import MADE


class MkDocsHost(VaultHost):
    """Answers the questions of `macros.syntax` for a site of MkDocs."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is asked about
        self,
        vault: Vault,
        library: Library,
        urls: Mapping[str, str],
        language: Language,
        external_images: ExternalImages,
        contents: Contents,
        labs: Labs,
        diagrams: Diagrams | None = None,
    ) -> None:
        """Know `vault`, the recordings of `library`, what the site lists, and the addresses of files on it.

        They are encoded and seen from the root; a file that is not on the site has none. Readers run recordings in
        `labs`; without `diagrams` their browsers draw them.
        """
        super().__init__(vault, language, external_images)
        self.library = library
        self._urls = urls
        self._labs = labs
        self._diagrams = diagrams
        self.around = contents.around(vault, library, language, self)

    def of_vault(self, vault: Vault, library: Library) -> MkDocsHost:
        """The same for another vault, in which addresses, tags and terms are the same."""
        other = copy(self)
        other.vault, other.library = vault, library
        recorded = shown_in(vault, library)
        other.around = replace(self.around, vault=vault, library=library, recorded=recorded, placed=other)
        return other

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """See `macros.syntax.host.Host`. What a hook has taken from the site stays at home."""
        resolution = super().resolve(reference, source)
        if isinstance(resolution, Missing) or self.site_url(resolution.path):
            return resolution
        return Withheld(reference.name)

    def url(self, path: str, page: str) -> str:
        """See `macros.syntax.host.Host`."""
        return str(get_relative_url(self.site_url(path), self.site_url(page)))

    def tag_url(self, tag: str, page: str) -> str:
        """See `macros.syntax.host.Host`."""
        path, place = tag_place(tag, self.around.tags)
        if not path:
            return ""
        url = self.url(path, page)
        return f"{url}#{place}" if place else url

    def recording(self, asked: Excerpt, place: Position) -> Terminal | None:
        """See `macros.syntax.host.Host`. In a note that asks for macros an unknown id is an error, in others text."""
        id, lines = asked  # noqa: A001 - as authors write it
        if id not in self.library.places and not asks_for_macros(self.vault.notes.get(place.source)):
            return None
        return show(self.library.recordings.get(id), id, lines, self._stage(place, id))

    def part(self, name: str, page: str) -> str | None:
        """See `macros.syntax.host.Host`."""
        return part(name, page, self.around)

    def fence(self, info: str, content: str, place: Position) -> Terminal | None:
        """See `macros.syntax.host.Host`."""
        return show_fence(info, content, place.source, self._stage(place))

    def diagram(self, source: str) -> str | None:
        """See `macros.syntax.host.Host`."""
        return self._diagrams.of(source).svg if self._diagrams else None

    def _stage(self, place: Position, id: str = "") -> Stage:  # noqa: A002
        def address(id: str) -> str:  # noqa: A002
            page = page_of(id)
            return self.url(page, place.page) if self.site_url(page) and page != place.page else ""

        is_own_page = place.page == page_of(id)
        return Stage(self.library, self.language, address, place.above, self._labs.offer, is_own_page)

    def places(self) -> str:
        """What names lead to and where files are, as a short text: the same text, the same places."""
        names = [text for note in self.vault.notes.values() for text in (note.path, *note.aliases, "")]
        names += [text for note in self.vault.drafts.values() for text in ("", *note.aliases)]
        files = [text for place in self._urls.items() if not _is_asked_by_tag(place[0]) for text in place]
        others = (*self.vault.attachments, "", *self.vault.withheld)
        return digest(repr(self.vault.settings), *names, "", *others, "", *files)

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site; empty where it is not on it."""
        return self._urls.get(path, "")


def _is_asked_by_tag(path: str) -> bool:
    """True for a page that nobody asks for by its path."""
    return path.startswith((f"{MADE}/tags/", f"{MADE}/rare/"))
