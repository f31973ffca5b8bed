"""The element tree of a page, built from the tokens of its note and of all that it embeds."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown_it.token import Token

from macros import markup
from macros.syntax.block_id import set_id
from macros.syntax.callout import open_callout
from macros.syntax.code import render_fence
from macros.syntax.diagram import render_diagram
from macros.syntax.embed import Passage, split_at_embeds
from macros.syntax.footnote import Footnotes
from macros.syntax.host import Host
from macros.syntax.html_block import HtmlPage
from macros.syntax.inline import InlineWriter, formula
from macros.syntax.plugin import plugin_block
from macros.syntax.reference import reference_element
from macros.syntax.room import Room
from macros.syntax.run import Boxes, split_at_blocks
from macros.syntax.task import open_task
from macros.vault.blocks import Blocks, read_blocks
from macros.vault.fences import is_diagram
from macros.vault.html_block import read_html
from macros.vault.inlines import Kind, Node
from macros.vault.plugins import EXCALIDRAW
from macros.vault.rules import plugin_of_block
from macros.vault.texts import callout_of, task_of, text_of


class PageTree:
    """What is the same for all texts on one page."""

    def __init__(self, md: Markdown, host: Host, path: str) -> None:
        """Build the tree of the note `path`: highlight with `md`, and ask `host` what embeds show."""
        self.md = md
        self.host = host
        self.path = path
        self.footnotes = Footnotes(host.language.words["note.footnote-back"])
        self.room = Room()
        self.boxes = Boxes(md, host, self.room, path)
        self.code_blocks = 0

    def build(self, body: str) -> etree.Element:
        """The tree of the whole note; an element's text is from the note that the nearest `data-source` names."""
        root = etree.Element("div", {"data-source": self.path})
        _Builder(self, Passage(self.path), body).build(root)
        self.footnotes.finish(root)
        return root

    def graft(self, parent: etree.Element, passage: Passage) -> None:
        """Append what an embed shows, marked with the note that it comes from; its link where there is no room."""
        text = self.host.passage(passage.path, passage.fragment)
        if not self.room.takes_passage(text):
            etree.SubElement(parent, "p").append(reference_element(passage.link))
            return
        around = etree.SubElement(parent, "div", {"class": markup.EMBED, "data-source": passage.path})
        title = self.host.language.say("note.embedded", name=passage.link.text)
        around.append(reference_element(passage.link, "", **{"class": markup.EMBED_SOURCE, "title": title}))
        _Builder(self, passage, text).build(around)


class _Builder:
    """Walks the tokens of one text. `here` is the innermost open element."""

    def __init__(self, page: PageTree, passage: Passage, text: str) -> None:
        self.page = page
        self.passage = passage
        self.blocks: Blocks = read_blocks(text)
        self.open: list[etree.Element] = []
        self.quotes = 0
        self.prefix = f"e{page.room.embeds}-" if passage.trail else ""
        """Tells the footnotes of an embed from those of the page."""
        self.inline_footnotes = 0
        self.inline = InlineWriter(page.host, page.path, self._footnote, self._whole)
        self.html = HtmlPage(page.host, passage.path, page.path)
        self.names: dict[int, list[str]] = {}
        for named in () if passage.trail else self.blocks.named:  # an id belongs to the page of its own note
            self.names.setdefault(named.token, []).append(f"^{named.id.name}")
        openings = (index for index, token in enumerate(self.blocks.tokens) if token.type == "heading_open")
        self.slugs = {index: heading.slug for index, heading in zip(openings, self.blocks.headings, strict=True)}

    @property
    def here(self) -> etree.Element:
        return self.open[-1]

    def build(self, parent: etree.Element) -> None:
        self.open = [parent]
        self._walk(range(len(self.blocks.tokens)))

    def _walk(self, indexes: range) -> None:
        tokens, index = self.blocks.tokens, indexes.start
        while index < indexes.stop:
            token = tokens[index]
            if token.map and not self.passage.trail:
                self.page.room.line = token.map[0]
            if token.type == "footnote_reference_open" and self._is_words(index + 1, token.meta["label"]):
                index = self.blocks.footnotes[token.meta["label"]].stop + 1
                continue
            around, place = self.here, len(self.here)
            getattr(self, f"_{token.type}", self._ignore)(token, index)
            for name in self.names.get(index, ()):
                set_id(around, place, self.here if self.here is not around else None, name)
            index += 1

    def _is_words(self, index: int, label: str) -> bool:
        """True for the words of a footnote, which are written at the end of the page; a second text is text."""
        words = self.blocks.footnotes.get(label)
        return words is not None and words.start == index

    def _footnote(self, node: Node) -> etree.Element:
        if node.kind is Kind.INLINE_FOOTNOTE:
            self.inline_footnotes += 1
            name = f"inline-{self.inline_footnotes}"
        else:
            name = node.text

        def write(item: etree.Element) -> None:
            item.set("data-source", self.passage.path)
            self.open = [item]
            if node.kind is Kind.INLINE_FOOTNOTE:
                self._write(node.children or (Node(Kind.TEXT, 0, 0),), tight=False)
            else:
                self._walk(self.blocks.footnotes[name])

        return self.page.footnotes.reference(self.prefix + name, write)

    def _ignore(self, token: Token, index: int) -> None:
        """Tokens whose work is done by their neighbours, and comments."""

    def _close(self, token: Token, index: int) -> None:
        self.open.pop()

    _bullet_list_close = _ordered_list_close = _list_item_close = _footnote_reference_close = _close
    _table_close = _thead_close = _tbody_close = _tr_close = _close

    def _blockquote_close(self, token: Token, index: int) -> None:
        self.quotes -= 1
        self.open.pop()

    def _open(self, token: Token, index: int) -> None:
        self._push(token.tag)

    _bullet_list_open = _table_open = _thead_open = _tbody_open = _tr_open = _list_item_open = _open

    def _push(self, tag: str, **attributes: str) -> etree.Element:
        self.open.append(etree.SubElement(self.here, tag, attributes))
        return self.here

    def _footnote_reference_open(self, token: Token, index: int) -> None:
        self._push("div")

    def _ordered_list_open(self, token: Token, index: int) -> None:
        start = token.attrGet("start")
        self._push("ol", **({"start": str(start)} if start is not None else {}))

    def _blockquote_open(self, token: Token, index: int) -> None:
        self.quotes += 1
        callout = callout_of(token)
        if not callout:
            self._push("blockquote")
            return
        made, title = open_callout(callout)
        self.here.append(made)
        self.open.append(made)
        parts = list(split_at_embeds(text_of(token).nodes, self.passage, self.page.host))
        nodes = [node for part in parts if not isinstance(part, Passage) for node in part]
        self.inline.write(title, nodes or (Node(Kind.TEXT, 0, 0, callout.name),))
        for part in parts:
            if isinstance(part, Passage):
                self.page.graft(self.here, part)

    def _heading_open(self, token: Token, index: int) -> None:
        tag = f"embedded-{token.tag}" if self.passage.trail or self.quotes else token.tag  # not in the contents
        heading = etree.SubElement(self.here, tag, {} if self.passage.trail else {"id": self.slugs[index]})
        self.inline.write(heading, text_of(self.blocks.tokens[index + 1]).nodes)

    def _paragraph_open(self, token: Token, index: int) -> None:
        self._write(text_of(self.blocks.tokens[index + 1]).nodes, tight=token.hidden)
        if index and (task := task_of(self.blocks.tokens[index - 1])):
            first = self.here[0] if len(self.here) and self.here[0].tag == "p" else self.here
            open_task(self.here, first, task, self.page.host.language)

    def _write(self, nodes: Sequence[Node], *, tight: bool) -> None:
        """Text, and what is shown in it as blocks of their own between its parts: passages, and recorded commands."""
        for part in split_at_blocks(nodes, self.passage, self.page.boxes.called, self.page.host):
            if isinstance(part, etree.Element):
                self.here.append(part)
                continue
            if isinstance(part, Passage):
                self.page.graft(self.here, part)
            elif tight and not len(self.here) and not self.here.text:
                self.inline.write(self.here, part)
            elif part:
                self.inline.write(etree.SubElement(self.here, "p"), part)

    def _th_open(self, token: Token, index: int) -> None:
        style = token.attrGet("style")
        self._push(token.tag, **({"style": str(style)} if style else {}))
        self._write(text_of(self.blocks.tokens[index + 1]).nodes, tight=True)
        self.open.pop()

    _td_open = _th_open

    def _hr(self, token: Token, index: int) -> None:
        etree.SubElement(self.here, "hr")

    def _fence(self, token: Token, index: int) -> None:
        host = self.page.host
        if plugin := plugin_of_block(token):
            shown = token.content if token.type == "fence" and plugin != EXCALIDRAW else ""
            self.here.append(plugin_block(plugin, shown, host.language))
            return
        recorded = self.page.boxes.fence(token.info, token.content, self.passage.path)
        if recorded is not None:
            self.here.append(recorded)
            return
        number = self.page.code_blocks
        if is_diagram(token.info):
            self._stash(render_diagram(token.content, host, self.page.room, number))
        else:
            self._stash(render_fence(self.page.md, token.content, token.info, number))
        self.page.code_blocks += 1

    _code_block = _plugin = _fence

    def _math(self, token: Token, index: int) -> None:
        self.here.append(formula(token.content, display=True))

    def _html_block(self, token: Token, index: int) -> None:
        if html := self.html.show(token.content, token.meta["html"]).strip("\n"):
            self._stash(html)

    def _whole(self, html: str) -> str:
        """What stands in a text for an element of HTML that is shown as a whole, until it is put there."""
        return self.page.md.htmlStash.store(self.html.show(html, read_html(html)))

    def _stash(self, html: str) -> None:
        etree.SubElement(self.here, "p").text = self.page.md.htmlStash.store(html)
