"""What belongs to headings beside their text: the summary below the title, and links to themselves."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.util import AtomicString

from macros import markup

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINK = "headerlink"
"""What Python-Markdown's table of contents calls the link of a heading to itself."""


def add_lead(root: etree.Element, summary: str) -> None:
    """Put `summary` below the title that `root` begins with; nothing where it begins with something else."""
    if summary and len(root) and root[0].tag == "h1":
        lead = etree.Element("p", {"class": markup.LEAD})
        lead.text, lead.tail = AtomicString(summary), root[0].tail
        root[0].tail = "\n"
        root.insert(1, lead)


def even_levels(root: etree.Element) -> None:
    """Have a heading that skips levels, as one in an embed may, read as the level below the one it belongs to."""
    above = [(0, 0)]  # the level of each heading around, as it is written and as it is read
    for heading in root.iter():
        if heading.tag not in HEADINGS:
            continue
        written = int(heading.tag[1])
        while above[-1][0] >= written:
            above.pop()
        read = max(above[-1][1] + 1, min(written, 2))  # the title of a page is above all
        if read != written:
            heading.set("aria-level", str(read))
        above.append((written, read))


def silence_links(root: etree.Element) -> None:
    """Leave links of headings to themselves to the mouse: a heading is called by its text alone."""
    for heading in root.iter():
        for link in heading if heading.tag in HEADINGS else ():
            if link.get("class") == _LINK:
                link.set("aria-hidden", "true")
                link.set("tabindex", "-1")
