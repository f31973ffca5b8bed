"""What the text of a block is made of: a tree of nodes, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from macros.vault.html import Tag
from macros.vault.reference import Reference


class Kind(Enum):
    """What a node is, and what its `text` says."""

    TEXT = auto()
    """Words. `text` has them as HTML has them: entities are not read yet."""
    CODE = auto()
    """What stands between the backticks."""
    COMMENT = auto()
    """What stands between the marks."""
    MATH = auto()
    """TeX, without the dollars."""
    DISPLAY_MATH = auto()
    """The same, for a formula on a line of its own."""
    PLUGIN = auto()
    """The name of the plugin that runs it."""
    WIKI = auto()
    """What stands between `[[` and `]]`."""
    LINK = auto()
    """The label as it is written; its `children` are what that says."""
    IMAGE = auto()
    """The text between `![` and `]` as it is written."""
    ADDRESS = auto()
    """An address that stands in the text, `<https://…>` or bare, as readers see it."""
    TAG = auto()
    """A tag of the vault, without `#`."""
    FOOTNOTE = auto()
    """The label of a footnote."""
    INLINE_FOOTNOTE = auto()
    """What stands between `^[` and `]`; its `children` are what that says."""
    CALL = auto()
    """The call of a recording, `{{ run("id") }}`, as it is written; words, where there is no such recording."""
    HTML = auto()
    """The tag that opens an element, as it is written; its `children` end where the element does, or with the block.

    Without a `tag` it is the whole of an element that has no text of the note: a film, a frame, a drawing.
    """
    EMPHASIS = auto()
    STRONG = auto()
    HIGHLIGHT = auto()
    DELETION = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """`source[start:end]` is of `kind`."""

    kind: Kind
    start: int
    end: int
    text: str = ""
    children: tuple[Node, ...] = ()
    reference: Reference | None = None
    """What a link, a picture or a wiki link refers to in the vault; None where it leads elsewhere."""
    href: str = ""
    """The destination of a link, a picture or an address."""
    title: str = ""
    tag: Tag | None = None


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """All of `nodes` and what is in them, in the order of the text."""
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.children[::-1]
