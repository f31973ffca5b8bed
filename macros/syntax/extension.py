"""Everything that Obsidian's Markdown has, as one Python-Markdown extension."""

from __future__ import annotations

import string

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from macros.syntax.bare_url import BareUrlProcessor
from macros.syntax.block_parser import NoteBlockParser
from macros.syntax.code import CodeProcessor
from macros.syntax.embed import EMBEDDED_HEADINGS, EmbeddedHeadings
from macros.syntax.footnote import Footnotes
from macros.syntax.host import Host
from macros.syntax.html import HtmlProcessor
from macros.syntax.linebreak import LineBreaks
from macros.syntax.link import register_links
from macros.syntax.math import MathProcessor
from macros.syntax.paired import comment, deletion, highlight
from macros.syntax.plugin import PluginProcessor
from macros.syntax.resolve import Resolver
from macros.syntax.sanitize import Sanitizer
from macros.syntax.tag import TagProcessor
from macros.syntax.term import Terms
from macros.syntax.wikilink import WikilinkProcessor


class ObsidianExtension(Extension):
    r"""Reads notes as Obsidian does.

    | processor          | priority | its neighbours                                                   |
    | ------------------ | -------- | ---------------------------------------------------------------- |
    | `backtick`         | 190      | in the place of Python-Markdown's own                            |
    | `kb-math`          | 189      | below `backtick` (190); above `escape` (180), for `\(` is TeX   |
    | `kb-comment`       | 187      | below code and math; above all that a comment hides              |
    | `kb-wikilink`      | 185      | above `escape`, `footnote` (175) and `reference` (170)           |
    | `kb-plugin`        | 184      | below `kb-wikilink`, for no link has a mark; above `escape` (180) |
    | `reference` …      | 170–125  | links and pictures, in the places of Python-Markdown's own       |
    | `html`             | 90       | in the place of Python-Markdown's own                            |
    | `kb-bare-url`      | 85       | below links and `html` (90), in which an address is theirs       |
    | `kb-highlight`     | 68       | below links and bare URLs, in which `==` is no mark              |
    | `kb-deletion`      | 67       | inside a highlight too; above `em_strong` (60)                   |
    | `kb-tag`           | 66       | above `em_strong`, for `#snake_case`                             |
    | `kb-resolve`       | tree 14  | after `inline` (20); before `toc` (5) reads the headings         |
    | `kb-linebreaks`    | tree 13  | after `inline`, in the place of the inline pattern `linebreak`   |
    | `kb-terms`         | tree 12  | after `kb-resolve` and `kb-linebreaks`; before `toc` (5)         |
    | `kb-headings`      | tree 4   | after `toc`                                                      |
    | `kb-sanitize`      | post -10 | after `raw_html` (30) put all HTML in its place                  |
    """

    def __init__(self, host: Host) -> None:
        """Ask `host` what links lead to. One instance serves every `Markdown` object."""
        super().__init__()
        self._host = host

    def extendMarkdown(self, md: Markdown) -> None:
        """Put our block phase in the place of Python-Markdown's, and add the inline syntaxes."""
        md.parser = NoteBlockParser(md, self._host)
        for name in ("normalize_whitespace", "html_block", "fenced_code_block"):
            md.preprocessors.deregister(name, strict=False)  # the block parser does their work
        md.ESCAPED_CHARS = list(string.punctuation)
        md.block_level_elements = [*md.block_level_elements, "kb-diagram", *EMBEDDED_HEADINGS]
        Footnotes(self._host.language.words["note.footnote-back"]).extendMarkdown(md)
        register_links(md)
        inline = md.inlinePatterns
        inline.register(CodeProcessor(), "backtick", 190)
        inline.register(MathProcessor(), "kb-math", 189)
        inline.register(comment(), "kb-comment", 187)
        inline.register(_with(md, WikilinkProcessor()), "kb-wikilink", 185)
        inline.register(PluginProcessor(self._host.language), "kb-plugin", 184)
        inline.deregister("linebreak")
        inline.register(HtmlProcessor(md, self._host), "html", 90)
        inline.register(BareUrlProcessor(md), "kb-bare-url", 85)
        inline.register(highlight(), "kb-highlight", 68)
        inline.register(deletion(), "kb-deletion", 67)
        inline.register(_with(md, TagProcessor(self._host)), "kb-tag", 66)
        md.treeprocessors.register(Resolver(md, self._host), "kb-resolve", 14)
        md.treeprocessors.register(LineBreaks(md, strict=self._host.strict_line_breaks), "kb-linebreaks", 13)
        md.treeprocessors.register(Terms(md, self._host), "kb-terms", 12)
        md.treeprocessors.register(EmbeddedHeadings(md), "kb-headings", 4)
        md.postprocessors.register(Sanitizer(load_images=self._host.external_images == "load"), "kb-sanitize", -10)


def _with(md: Markdown, processor: InlineProcessor) -> InlineProcessor:
    processor.md = md
    return processor
