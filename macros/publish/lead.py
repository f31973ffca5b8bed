"""What a page says of itself to search engines and chats when its author wrote no summary: its first sentence."""

from __future__ import annotations

import re

from macros import markup
from macros.search.article import read_sections
from macros.vault.summary import cut

LONGEST = 160
"""Characters that search engines show."""
_END = "</h1>"
_LEAD, _LEAD_END = f'<p class="{markup.LEAD}">', "</p>"
_SENTENCE = re.compile(r".+?(?:[.!?。](?=\s|$)|$)")


def around_title(html: str) -> tuple[str, str]:
    """The title that the article `html` begins with, and its summary, empty where there is none; and the rest."""
    end = html.find(_END) + len(_END) if html.startswith("<h1") else 0
    below = len(html[end:]) - len(html[end:].lstrip())
    if html.startswith(_LEAD, end + below):
        end = html.index(_LEAD_END, end) + len(_LEAD_END)
    return html[:end], html[end:]


def lead(html: str) -> str:
    """The first sentence of the article `html` as plain text, cut between words; empty where it has no text."""
    text = next((section.text for section in read_sections(html) if section.text), "")
    sentence = found[0] if (found := _SENTENCE.match(text)) else ""
    return cut(sentence, LONGEST)
