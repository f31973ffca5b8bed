"""Vaults in memory."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from macros.commands.library import Library
from macros.commands.terminal import Stage, Terminal, show, show_fence
from macros.language import language
from macros.render import Renderer
from macros.syntax.host import Excerpt, ExternalImages, Position, VaultHost
from macros.vault import ObsidianSettings, Vault, VaultFile, nfc


def vault(*files: str, settings: ObsidianSettings | None = None) -> Vault:
    """`vault("a.md: # A", "b.md: [[A]]")`: a path, a colon, the text."""
    parted = [file.partition(":") for file in files]
    return Vault.of(
        [
            (VaultFile(nfc(path), Path(path)), text.removeprefix(" ").encode)
            for path, _, text in sorted(parted, key=lambda file: nfc(file[0]))
        ],
        settings or ObsidianSettings(),
    )


class FlatHost(VaultHost):
    """A host whose addresses are the paths of the vault."""

    def recording(self, asked: Excerpt, place: Position) -> Terminal | None:
        library = Library.of(self.vault)
        id, lines = asked  # noqa: A001
        stage = Stage(library, self.language, above=place.above)
        return show(library.recordings.get(id), id, lines, stage) if id in library.places else None

    def fence(self, info: str, content: str, place: Position) -> Terminal | None:
        return show_fence(info, content, place.source, Stage(Library.of(self.vault), self.language, above=place.above))

    def url(self, path: str, page: str) -> str:
        return quote(path, safe="/가-힣")

    def tag_url(self, tag: str, page: str) -> str:
        return f"tags.md#{tag}"


def render(of: Vault, path: str, external_images: ExternalImages = "link") -> str:
    """The HTML of one note of the vault."""
    return Renderer(FlatHost(of, language("ko"), external_images)).render(path, of.notes[path].body).html
