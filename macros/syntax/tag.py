"""Tags in the text: `#태그/하위` leads to the list of the notes that have it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from macros.syntax.host import Host
from macros.vault.inlines import TAG


class TagProcessor(InlineProcessor):
    """`#tag` with a blank or the start of the text before it, and at least one character that is no digit."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, host: Host) -> None:
        """Ask `host` where tags lead."""
        super().__init__(TAG)
        self._host = host

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """A link to the tag, in the theme's own style for tags."""
        tag = m[1].strip("/")
        if not tag or tag.isdigit():
            return None, None, None
        page = getattr(self.md.parser, "page", "")
        element = etree.Element("a", {"class": "kb-tag", "href": self._host.tag_url(tag, page)})
        element.text = AtomicString(f"#{tag}")
        return element, m.start(), m.end() - (len(m[1]) - len(m[1].rstrip("/")))
