"""A font as it is kept whole, for builds to cut theirs from: `python -m tests.vendor.font SOURCE TARGET`.

Run by a Python that has what requirements.in beside this lists.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import brotli
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

_FEATURES = ("ccmp", "kern", "locl", "mark", "mkmk", "ss05")
"""Not `calt`, which makes an arrow of `->`."""
_WEIGHTS = (400, 700)
_UNITS = 1000
"""To an em: as many as the drawings of Korean have, and smaller numbers than 2,048."""


def main(source: str, target: str) -> None:
    """Keep of the font `source` what a site may have use for, and pack it into `target`."""
    font = TTFont(source, recalcTimestamp=False)
    _mend_bar(font)
    _subset(font)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": _WEIGHTS})
    if font["head"].unitsPerEm != _UNITS:
        scale_upem(font, _UNITS)
    made = BytesIO()
    font.save(made)
    Path(target).write_bytes(brotli.compress(made.getvalue(), quality=11, lgwin=24))


def _mend_bar(font: TTFont) -> None:
    """Where `|` is drawn as `¦`, which no command has, let it look like the sign of mathematics."""
    letters = font.getBestCmap()
    if font["glyf"][letters[ord("|")]].numberOfContours > 1:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord("|")] = letters[ord("\N{DIVIDES}")]


def _subset(font: TTFont) -> None:
    """Leave out hints, most features, and the names, which the licence reserves for what was not changed."""
    options = Options(
        hinting=False,
        layout_features=[*_FEATURES],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        obfuscate_names=True,
        notdef_outline=True,
        drop_tables=[*Options().drop_tables, "FFTM"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)


if __name__ == "__main__":
    main(*sys.argv[1:])
