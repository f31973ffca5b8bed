"""The pieces of HTML in a note: what is shown of it, what is hidden, and which files it leads to.

The index and the page are both made from these pieces, so a file that a comment or a script names is no file of the
note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.vault.html_piece import Kind, Piece
from macros.vault.html_reader import HtmlReader
from macros.vault.reference import Reference


def read_html(text: str) -> tuple[Piece, ...]:
    """All of `text`, HTML as it stands in a note, in pieces without gaps. Never fails: what is no HTML is text."""
    return tuple(HtmlReader(text).pieces())


def references(pieces: Sequence[Piece]) -> Iterator[tuple[Reference, int]]:
    """What `pieces` refer to in the vault, each with the place of its tag in the text."""
    for piece in pieces:
        if piece.kind in (Kind.TAG, Kind.MEDIA) and piece.tag:
            for key, value in piece.tag.addresses:
                if reference := html_reference(value, embed=key != "href"):
                    yield reference, piece.start
        if piece.kind is Kind.MEDIA:
            yield from references(piece.inside)


def html_reference(value: str, *, embed: bool) -> Reference | None:
    """What an address, as `Tag.addresses` gives it, refers to in the vault.

    None for other sites and for places on its own page.
    """
    value = value.strip()
    if value.startswith("#"):
        return None
    path = value if value.startswith("//") else value.removeprefix("/")
    return Reference.markdown(path.replace("&", "&amp;"), embed=embed)  # entities are read already
