"""Python-Markdown's block phase, done by CommonMark's rules: tokens in, element tree out."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator, Mapping

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.util import AtomicString
from markdown_it.token import Token

from macros.syntax.callout import open_callout, read_callout
from macros.syntax.code import render_fence
from macros.syntax.embed import Passage
from macros.syntax.footnote import FootnoteScope
from macros.syntax.host import Host
from macros.syntax.html import is_markdown_after_all, prepared
from macros.syntax.link import with_definitions
from macros.syntax.math import display_math
from macros.syntax.plugin import marked, plugin_block
from macros.syntax.run import split_at_blocks, split_at_calls, terminal
from macros.syntax.task import open_task, read_task
from macros.syntax.wikilink import reference_element
from macros.vault.blocks import Definition, read_blocks
from macros.vault.inlines import BLOCK_ID, is_plain, is_too_dense
from macros.vault.plugins import EXCALIDRAW
from macros.vault.rules import plugin_of_block

MAX_EMBEDS = 100
"""Passages that one page may show; further ones are links. Embeds of embeds would grow without bound."""


class NoteBlockParser(BlockParser):
    """Builds the tree of a note, and of the passages that it embeds, for the inline phase to go on with."""

    def __init__(self, md: Markdown, host: Host) -> None:
        """Build trees for `md`, asking `host` what embeds show. `page` is set before each conversion."""
        super().__init__(md)
        self.host = host
        self.page = ""
        self.embeds = 0
        self.code_blocks = 0

    def parseDocument(self, lines: Iterable[str]) -> etree.ElementTree[etree.Element | None]:
        """Build the tree of a whole note."""
        self.embeds = self.code_blocks = 0
        self.md.references.clear()
        return super().parseDocument(lines)

    def parseChunk(self, parent: etree.Element, text: str | etree.Element) -> None:
        """Append the blocks of `text` to `parent`.

        The footnotes extension hands back what `FootnoteScope` stored with it, which is a tree already.
        """
        if isinstance(text, str):
            _Builder(self, Passage(self.page)).build(parent, text)
        else:
            parent.extend(text)

    def graft(self, parent: etree.Element, passage: Passage) -> None:
        """Append what an embed shows, marked with the note that it comes from."""
        self.embeds += 1
        box = etree.SubElement(parent, "div", {"class": "kb-embed", "data-source": passage.path})
        box.append(reference_element(passage.link, css="kb-embed-source"))
        box[0].text = None
        _Builder(self, passage).build(box, self.host.passage(passage.path, passage.fragment))


class _Builder:
    """Walks the tokens of one text. `here` is the innermost open element."""

    def __init__(self, parser: NoteBlockParser, passage: Passage) -> None:
        self.parser = parser
        self.passage = passage
        self.open: list[etree.Element] = []
        self.slugs: Iterator[str] = iter(())
        self.definitions: Mapping[str, Definition] = {}
        self.footnotes = FootnoteScope(parser.md, f"e{parser.embeds}-" if passage.trail else "")

    @property
    def here(self) -> etree.Element:
        return self.open[-1]

    def build(self, parent: etree.Element, text: str) -> None:
        blocks = read_blocks(text)
        self.open = [parent]
        self.slugs = (heading.slug for heading in blocks.headings)
        self.footnotes.labels = {t.meta["label"] for t in blocks.tokens if t.type == "footnote_reference_open"}
        if self.passage.trail:  # a page and what it embeds may use one label for two things
            self.definitions = {definition.label.casefold(): definition for definition in blocks.definitions}
        else:
            for definition in blocks.definitions:
                self.parser.md.references.setdefault(definition.label.lower(), (definition.url, definition.title))
        tokens = blocks.tokens
        for index, token in enumerate(tokens):
            getattr(self, f"_{token.type}", self._ignore)(token, tokens[index + 1 : index + 3])

    def _ignore(self, token: Token, following: tuple[Token, ...]) -> None:
        """Tokens whose work is done by their neighbours, and comments."""

    def _close(self, token: Token, following: tuple[Token, ...]) -> None:
        self.open.pop()

    _bullet_list_close = _ordered_list_close = _list_item_close = _blockquote_close = _close
    _table_close = _thead_close = _tbody_close = _tr_close = _close

    def _footnote_reference_close(self, token: Token, following: tuple[Token, ...]) -> None:
        """The footnotes extension puts its way back behind the text of the last paragraph: there has to be one."""
        body = self.open.pop()
        last = body[-1] if len(body) and body[-1].tag == "p" else etree.SubElement(body, "p")
        last.text = last.text or ""

    def _open(self, token: Token, following: tuple[Token, ...]) -> None:
        self._push(token.tag)

    _bullet_list_open = _list_item_open = _table_open = _thead_open = _tbody_open = _tr_open = _open

    def _push(self, tag: str, **attributes: str) -> etree.Element:
        self.open.append(etree.SubElement(self.here, tag, attributes))
        return self.here

    def _ordered_list_open(self, token: Token, following: tuple[Token, ...]) -> None:
        self._push("ol", **({"start": str(start)} if (start := token.attrGet("start")) is not None else {}))

    def _blockquote_open(self, token: Token, following: tuple[Token, ...]) -> None:
        callout = read_callout(following)
        if not callout:
            self._push("blockquote")
            return
        following[1].content = callout.body
        box, title = open_callout(callout)
        self.here.append(box)
        self.open.append(box)
        self._write(title, self._name(callout.title, title))

    def _footnote_reference_open(self, token: Token, following: tuple[Token, ...]) -> None:
        body = self.footnotes.define(token.meta["label"])
        if body is None:
            self._push("div")
        else:
            self.open.append(body)

    def _heading_open(self, token: Token, following: tuple[Token, ...]) -> None:
        slug = next(self.slugs)
        if self.passage.trail:  # no id and no entry in the table of contents: it is not this page's own
            heading = etree.SubElement(self.here, f"embedded-{token.tag}")
        else:
            heading = etree.SubElement(self.here, token.tag, {"id": slug})
        self._write(heading, self._name(following[0].content, heading))

    def _paragraph_open(self, token: Token, following: tuple[Token, ...]) -> None:
        inline = following[0]
        content = inline.content
        task = read_task(content) if self.here.tag == "li" and not len(self.here) and not self.here.text else None
        if found := BLOCK_ID.search(content):
            content = content[: found.start()].rstrip()
            if not content:
                self._name_block_above(found[1])
                return
        self._paragraph(content[len(task.mark) :] if task else content, tight=token.hidden)
        host = self.here if token.hidden or not len(self.here) else self.here[-1]
        if found and not self.passage.trail:
            self._named_block(host, inline, found[0]).set("id", f"^{found[1]}")
        if task:
            open_task(self.here, host, task, self.parser.host.language)

    def _paragraph(self, content: str, *, tight: bool) -> None:
        """Text, and what is shown in it as blocks of their own between its parts: passages, and recorded commands."""
        for part in split_at_blocks(content, self.passage, self.parser.md, self.parser.host):
            if isinstance(part, etree.Element):
                self.here.append(part)
                continue
            if isinstance(part, Passage) and self.parser.embeds < MAX_EMBEDS:
                self.parser.graft(self.here, part)
                continue
            text = str(part.link) if isinstance(part, Passage) else part
            if tight and not len(self.here) and not self.here.text:
                self._write(self.here, text)
            elif text.strip():
                self._write(etree.SubElement(self.here, "p"), text.strip())

    def _named_block(self, host: etree.Element, inline: Token, mark: str) -> etree.Element:
        """The block that `^id` at the end of `inline` names: on a line of its own below a list, the whole list."""
        alone = inline.content.rstrip().endswith("\n" + mark.strip())
        lists = [element for element in self.open if element.tag in ("ul", "ol")]
        return lists[0] if alone and lists else host

    def _name_block_above(self, name: str) -> None:
        if len(self.here) and not self.passage.trail:
            above = self.here[-1]
            if above.get("id"):
                above = etree.SubElement(above, "span")
            above.set("id", f"^{name}")

    def _name(self, content: str, heading: etree.Element) -> str:
        """`content` without the block id at its end, which an anchor in `heading` takes."""
        found = BLOCK_ID.search(content)
        if not found:
            return content
        if not self.passage.trail:
            etree.SubElement(heading, "span", {"id": f"^{found[1]}"})
        return content[: found.start()].rstrip()

    def _write(self, element: etree.Element, content: str) -> None:
        """Leave `content` to the inline phase, unless there is nothing, or far too much, for it to do."""
        if is_plain(content) or is_too_dense(content):
            text: str = AtomicString(content)
        else:
            text = self.footnotes.scoped(with_definitions(marked(content), self.definitions))
        if len(element):
            element[-1].tail = text
        else:
            element.text = text

    def _th_open(self, token: Token, following: tuple[Token, ...]) -> None:
        style = token.attrGet("style")
        cell = etree.SubElement(self.here, token.tag, {"style": str(style)} if style else {})
        for part in split_at_calls(following[0].content, self.passage.path, self.parser.md, self.parser.host):
            self._write(cell, part) if isinstance(part, str) else cell.append(part)

    _td_open = _th_open

    def _hr(self, token: Token, following: tuple[Token, ...]) -> None:
        etree.SubElement(self.here, "hr")

    def _fence(self, token: Token, following: tuple[Token, ...]) -> None:
        if plugin := plugin_of_block(token):
            shown = token.content if token.type == "fence" and plugin != EXCALIDRAW else ""
            self.here.append(plugin_block(plugin, shown, self.parser.host.language))
            return
        if html := self.parser.host.fence(token.info, token.content):
            self.here.append(terminal(self.parser.md, html))
            return
        self._stash(render_fence(self.parser.md, token.content, token.info, self.parser.code_blocks))
        self.parser.code_blocks += 1

    _code_block = _plugin = _fence

    def _math(self, token: Token, following: tuple[Token, ...]) -> None:
        self.here.append(display_math(token.content))

    def _html_block(self, token: Token, following: tuple[Token, ...]) -> None:
        if is_markdown_after_all(token.content):
            self._write(etree.SubElement(self.here, "p"), token.content.strip())
        else:
            self._stash(prepared(token.content, self.parser.host, self.passage.path, self.parser.page))

    def _stash(self, html: str) -> None:
        etree.SubElement(self.here, "p").text = self.parser.md.htmlStash.store(html)
