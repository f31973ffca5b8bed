"""Links among rows as arcs beside them: a drawing that is the same wherever it is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from macros.publish.neighbours import Neighbours

WIDTH, ROW = 40, 20
"""In units of the drawing, of which ten are one `em`."""
_DOTS = 33
"""Where the dots stand, from the left."""
_DEEPEST, _STEP = 28, 4
"""How far to the left arcs reach: by this much further for each row that they cross."""


class Arcs(NamedTuple):
    """The paths of a drawing, as SVG has them in `d`."""

    width: int
    height: int
    own: str
    """The links of the note in the middle."""
    others: str
    """Those between its neighbours."""
    heads: str
    """The arrows at the ends of its own links."""
    dots: str
    """A point for each neighbour."""
    here: str
    """The point of the note itself."""


def arcs_of(found: Neighbours) -> Arcs:
    """The drawing that belongs beside the rows of `found`."""
    middle = len(found.into)
    own = {(min(link), max(link)) for link in found.links if middle in link}
    others = {(min(link), max(link)) for link in found.links} - own
    return Arcs(
        width=WIDTH,
        height=ROW * len(found.rows),
        own=_arcs(own),
        others=_arcs(others),
        heads="".join(f"M{_DOTS - 9} {_middle(end) - 3}l5 3-5 3z" for end in _ends(found.links, middle)),
        dots="".join(f"M{_DOTS} {_middle(row)}h0" for row in range(len(found.rows)) if row != middle),
        here=f"M{_DOTS} {_middle(middle)}h0",
    )


def _arcs(pairs: Iterable[tuple[int, int]]) -> str:
    """Half an ellipse for each pair of rows, open to the right."""
    return "".join(
        f"M{_DOTS} {_middle(upper)}A{min(_STEP * (lower - upper) + 2, _DEEPEST)} {ROW * (lower - upper) // 2} "
        f"0 0 0 {_DOTS} {_middle(lower)}"
        for upper, lower in sorted(pairs)
    )


def _ends(links: Iterable[tuple[int, int]], middle: int) -> list[int]:
    """The rows at which links of the one in the `middle` end."""
    return sorted({end for start, end in links if middle in (start, end)})


def _middle(row: int) -> int:
    return ROW * row + ROW // 2
