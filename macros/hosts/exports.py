"""What a site has for programs: a feed of what was changed, `llms.txt`, and notes as Markdown beside their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin

from mkdocs.utils import get_relative_url

from macros.hosts.build import Build
from macros.hosts.note_page import NotePage
from macros.publish.changed import latest_of_site
from macros.publish.feed import FEED, MOST, Channel, Entry, feed
from macros.publish.lead import lead
from macros.publish.markdown.block import as_markdown
from macros.publish.markdown.llms import LLMS, llms_txt
from macros.publish.readable import readable
from macros.publish.sharing import address_of, markdown_url
from macros.render import digest
from macros.render.workers import in_parallel
from macros.vault import Note

_KIND = "export"
_HERE = "https://site.invalid/"
"""The root of the site while addresses are put together."""


def write_shared(build: Build) -> None:
    """Write them, and cards, once all articles are rendered: they say what pages say, and name what lists name."""
    if cards := build.data.cards:
        cards.draw(build.site, build.sources.tell.warn)
    write = _Writer(build)
    write.llms()
    if build.config.site_url:
        write.feed()
    if build.sources.settings.markdown:
        write.notes()


class _Writer:
    def __init__(self, build: Build) -> None:
        self._build = build
        self._vault = build.sources.vault
        self._site = build.config.site_url or ""
        self._pages = {page.note.path: page for page in build.pages if page.note.path in self._vault.listed}
        self._has_markdown = build.sources.settings.markdown
        self._name = unescape(build.config.site_name or "")
        self._description = unescape(build.config.site_description or "")

    def feed(self) -> None:
        """The notes that were changed last; no feed where none says when."""
        if entries := [self._entry(note, day) for note, day in latest_of_site(self._vault, MOST)]:
            code = self._build.sources.language.code
            self._write(FEED, feed(Channel(self._name, self._description, self._site, code), entries))

    def _entry(self, note: Note, updated: date) -> Entry:
        page = self._pages[note.path]
        said = note.summary or lead(page.article.rendered.html)
        return Entry(note.title, address_of(self._site, page.url), updated, self._vault.dates(note.path).created, said)

    def llms(self) -> None:
        """`llms.txt`; it leads to the Markdown of notes where that is there, else to their pages."""

        def address(note: Note) -> str:
            url = self._pages[note.path].url
            shown = markdown_url(url) if self._has_markdown else url
            return readable(address_of(self._site, shown))

        self._write(LLMS, llms_txt(self._name, self._description, self._build.host.around, address))

    def notes(self) -> None:
        """Each note that a list may name as Markdown, of what its page shows."""
        site, files = self._build.site, {unquote(markdown_url(page.url)): page for page in self._pages.values()}
        site.expect(files)
        places = digest(self._build.host.places(), self._site, *files)
        versions = {name: digest(places, page.article.version, page.note.title) for name, page in files.items()}
        stale = [name for name in files if not site.is_current(name, versions[name])]
        urls = {page.url: markdown_url(page.url) for page in files.values()}

        def made(name: str) -> str:
            return self._as_markdown(files[name], urls.get)

        done = dict(in_parallel(made, stale, self._build.sources.tell.warn))
        for index, name in enumerate(stale):
            text = done[index] if index in done else made(name)
            site.remember(name, versions[name], site.write(name, text.encode("utf-8")))

    def _as_markdown(self, page: NotePage, markdown_of: Callable[[str], str | None]) -> str:
        here = markdown_url(page.url)

        def link(href: str) -> str:
            """An address that holds in the Markdown; to another note, its Markdown."""
            address, fragment = urldefrag(href)
            whole = urljoin(urljoin(_HERE, page.url), address)
            if not address or not whole.startswith(_HERE):
                return readable(href)
            url = whole.removeprefix(_HERE)
            url = markdown_of(url) or url
            shown = address_of(self._site, url) if self._site else get_relative_url(url, here)
            return readable(f"{shown}#{fragment}" if fragment else shown)

        return "".join(self._parts(page, link))

    @staticmethod
    def _parts(page: NotePage, link: Callable[[str], str]) -> Iterator[str]:
        if not page.note.starts_with_title:
            yield f"# {' '.join(page.note.title.split())}\n\n"
        yield as_markdown(page.article.rendered.html, link)

    def _write(self, name: str, text: str) -> None:
        site = self._build.site
        site.remember(name, _KIND, site.write(name, text.encode("utf-8")))
