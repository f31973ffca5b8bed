"""What the syntaxes ask of a site of MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

from mkdocs.utils import get_relative_url

from macros.commands.terminal import show_fence
from macros.language import Language
from macros.publish.pages import TAGS, tag_anchor
from macros.render import digest
from macros.syntax.host import ExternalImages, VaultHost
from macros.vault import Missing, Reference, Resolution, Vault


class MkDocsHost(VaultHost):
    """Answers the questions of `macros.syntax` for a site of MkDocs."""

    def __init__(
        self, vault: Vault, urls: Mapping[str, str], language: Language, external_images: ExternalImages
    ) -> None:
        """Know `vault`, and of each of its files that is on the site the address, encoded and seen from the root."""
        super().__init__(vault, language, external_images)
        self._urls = urls

    def of_vault(self, vault: Vault) -> MkDocsHost:
        """The same for another vault, whose files have the same addresses, and which explains the same terms."""
        other = copy(self)
        other.vault = vault
        return other

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """See `macros.syntax.host.Host`. What is not on the site is missing."""
        resolution = super().resolve(reference, source)
        if isinstance(resolution, Missing) or self.site_url(resolution.path):
            return resolution
        return Missing(reference.name)

    def url(self, path: str, page: str) -> str:
        """See `macros.syntax.host.Host`."""
        return str(get_relative_url(self.site_url(path), self.site_url(page)))

    def tag_url(self, tag: str, page: str) -> str:
        """See `macros.syntax.host.Host`."""
        return f"{self.url(TAGS, page)}#{tag_anchor(tag)}"

    def code(self, info: str, content: str) -> str | None:
        """See `macros.syntax.host.Host`. A recording in a note is a terminal."""
        return show_fence(info, content, self.language)

    def places(self) -> str:
        """What names lead to and where files are, as a short text: the same text, the same places."""
        names = [text for note in self.vault.notes.values() for text in (note.path, *note.aliases, "")]
        files = [text for place in self._urls.items() for text in place]
        return digest(repr(self.vault.settings), *names, "", *self.vault.attachments, "", *files)

    def site_url(self, path: str) -> str:
        """The encoded address of the file `path`, seen from the root of the site; empty where it is not on it."""
        return self._urls.get(path, "")
