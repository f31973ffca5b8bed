"""A font that is kept whole, and what is cut from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import brotli

from macros.fonts.woff2 import woff2

if TYPE_CHECKING:
    import uharfbuzz

TEXT, CODE = "pretendard", "d2coding"


class Whole:
    """A font of this folder, as tests/vendor/font.py made it."""

    def __init__(self, name: str) -> None:
        """Know the font `name`: `TEXT` or `CODE`."""
        self.packed = (Path(__file__).parent / f"{name}.ttf.br").read_bytes()

    @cached_property
    def data(self) -> bytes:
        """The font as a TrueType file."""
        return bytes(brotli.decompress(self.packed))

    def has(self, letters: Iterable[str]) -> str:
        """Those of `letters` that it has, each once and in order."""
        known = self._known
        return "".join(sorted({letter for letter in letters if ord(letter) in known}))

    def cut(self, letters: str, *, in_all_weights: bool) -> bytes:
        """A font of `letters` as WOFF2, in all its weights or in the lightest."""
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        wanted.unicode_set.update(map(ord, letters))
        wanted.layout_feature_tag_set.invert()  # all that it has
        wanted.name_id_set.invert()
        wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        if not in_all_weights:
            wanted.pin_all_axes_to_default(self._face)
        return woff2(uharfbuzz.subset(self._face, wanted).blob.data)

    @cached_property
    def _face(self) -> uharfbuzz.Face:
        import uharfbuzz

        return uharfbuzz.Face(uharfbuzz.Blob(self.data))

    @cached_property
    def _known(self) -> Collection[int]:
        return frozenset(self._face.unicodes)
