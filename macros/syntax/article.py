"""The way of a note from Markdown to harmless HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from macros import markup
from macros.syntax.embed import EMBEDDED_HEADINGS, show_headings
from macros.syntax.heading import add_lead, even_levels, silence_links
from macros.syntax.host import Host
from macros.syntax.linebreak import break_lines
from macros.syntax.lost import lost
from macros.syntax.resolve import resolve
from macros.syntax.sanitize import cleaner
from macros.syntax.term import link_terms
from macros.syntax.tree import PageTree

_READ_BY_US = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "entity", "not_strong", "em_strong", "em_strong2"),
)
"""Python-Markdown's own inline patterns: what they look for, `macros.vault.inlines` has found."""


class ArticleWriter:
    """Writes the articles of one vault, one after another.

    The blocks and the insides of them are ours. What Python-Markdown and its extensions do with the tree (such as
    its table of contents), with words (inline patterns of others) and with the HTML, they do as ever.
    """

    def __init__(self, host: Host, extensions: Sequence[str | Extension], settings: Mapping[str, Any]) -> None:
        """Use `extensions` of Python-Markdown with `settings` by their names, and ask `host` where links lead."""
        self._host = host
        self._markdown = md = Markdown(extensions=list(extensions), extension_configs=dict(settings))
        md.block_level_elements = [*md.block_level_elements, markup.DIAGRAM, *EMBEDDED_HEADINGS]
        for name in _READ_BY_US:
            md.inlinePatterns.deregister(name, strict=False)
        if not len(md.inlinePatterns):
            for name in ("inline", "unescape"):
                md.treeprocessors.deregister(name)
        self._clean = cleaner(load_images=host.external_images == "load")

    def write(
        self, path: str, body: str, summary: str = ""
    ) -> tuple[str, tuple[Mapping[str, Any], ...], str, tuple[int, int], tuple[str, ...]]:
        """The HTML of the note `path`, whose Markdown is `body`, its headings as Python-Markdown's `toc_tokens`.

        Where the text begins with the title, `summary` stands below it.
        Then the first words of what was lost on the way, though a reader was to see it; and how many embeds and
        recordings had no room on the page, with the line (from 0 in `body`) of the first; and the terms in its text.
        """
        md, host = self._markdown, self._host
        md.reset()
        page = PageTree(md, host, path)
        root = page.build(body)
        resolve(root, host, path)
        break_lines(root, strict=host.strict_line_breaks)
        terms = link_terms(root, host, path)
        for on_tree in md.treeprocessors:
            root = on_tree.run(root) or root
        show_headings(root)
        silence_links(root)
        even_levels(root)
        add_lead(root, summary)
        html = md.serializer(root).strip().removeprefix("<div>").removesuffix("</div>").strip()
        for on_html in md.postprocessors:
            html = on_html.run(html)
        clean = self._clean(html).strip()
        return (
            clean,
            tuple(getattr(md, "toc_tokens", ())),
            lost(html, clean),
            (page.room.left_out, page.room.first),
            terms,
        )
