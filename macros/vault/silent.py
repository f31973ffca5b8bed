"""Text of which a reader sees nothing."""

from __future__ import annotations

from macros.vault.inlines import Kind, Node, read_inlines


def is_silent(text: str) -> bool:
    """True when `text` has nothing but comments, empty anchors and blanks."""
    return all(map(_is_silent, read_inlines(text)))


def _is_silent(node: Node) -> bool:
    if node.kind is Kind.TEXT:
        return not node.text.strip()
    is_anchor = node.tag is not None and node.tag.name == "a"
    return node.kind is Kind.COMMENT or (is_anchor and all(map(_is_silent, node.children)))
