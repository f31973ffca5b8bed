"""How much a page may show that is not written in its own note: embeds of embeds would grow without bound."""

from __future__ import annotations

from dataclasses import dataclass

MOST_EMBEDS = 100
"""Passages that one page shows; further ones are links."""
MOST_LETTERS = 1_000_000
"""Letters of Markdown that they have together, as many as one note may have."""
_MARKUP = 20
"""Letters that a line costs more, for its page has as many around it: each line of code is an element."""
MOST_HTML = 2_000_000
"""Letters of HTML that the recorded commands and the diagrams of one page have together."""


@dataclass(slots=True)
class Room:
    """What is left of it on a page, and what had none."""

    embeds: int = 0
    """Passages that are shown."""
    letters: int = 0
    html: int = 0
    line: int = 0
    """The line, from 0, of the note's body that is being shown."""
    left_out: int = 0
    """Passages, terminals and diagrams that had no room; a link, or a word, stands in their places."""
    first: int = 0
    """The line of the first of them."""

    def takes_passage(self, text: str) -> bool:
        """True when the passage `text` is to be shown."""
        length = len(text) + _MARKUP * text.count("\n")
        fits = self.embeds < MOST_EMBEDS and (not self.letters or self.letters + length <= MOST_LETTERS)
        self.embeds += fits
        self.letters += length if fits else 0
        return self._told(fits=fits)

    def takes_html(self, length: int) -> bool:
        """True when a terminal or a diagram of `length` letters of HTML is to be shown."""
        fits = not self.html or self.html + length <= MOST_HTML
        self.html += length if fits else 0
        return self._told(fits=fits)

    def _told(self, *, fits: bool) -> bool:
        if not fits:
            self.first = self.first if self.left_out else self.line
            self.left_out += 1
        return fits
