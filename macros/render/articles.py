"""The articles of a build: rendered now, or as an earlier build left them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, cast

from macros.language import Message, message
from macros.render.progress import progress
from macros.render.questions import Asked, Question, is_about, still_answered
from macros.render.renderer import Rendered, Renderer
from macros.render.store import Store, digest, pack
from macros.render.workers import in_parallel
from macros.search.article import sections
from macros.search.share import Share, share
from macros.syntax import Host
from macros.vault import Note

_ASKED, _ARTICLE, _SHARE = "asked", "article", "share"
"""Kinds of values in the store, the first two by the paths of notes, shares by the versions of their articles."""
_PLACES = "places"
_Made = tuple[dict[str, Any], bytes, bytes]


@dataclass(frozen=True)
class Article:
    """A note's rendered article and its share of the search index, both read from the store when they are wanted."""

    note: Note
    version: str
    """The same for two articles that are the same."""
    _read: Callable[[str], Any]

    @property
    def rendered(self) -> Rendered:
        """The article, read each time."""
        html, toc = self._read(_ARTICLE)
        return Rendered(html, tuple(toc))

    @property
    def share(self) -> Share:
        """The share of the index, read each time: those of all notes together do not fit into memory."""
        return Share.from_plain(self._read(_SHARE))


class Articles:
    """Renders the notes of one build, each only when an answer that it was made with has changed."""

    def __init__(
        self, host: Host, renderer: Callable[[Host], Renderer], store: Store, tell: Callable[[Message], None]
    ) -> None:
        """Ask `host`, render with what `renderer` makes for a host, remember in `store`, and `tell` what goes wrong."""
        self._host = host
        self._asked = Asked(host)
        self._renderer = renderer(self._asked)
        self._store = store
        self._tell = tell
        self._known = store.load(_ASKED)
        self._same_places = False
        self._ready: dict[str, Article] = {}

    def prepare(self, notes: Collection[Note], places: str) -> None:
        """Render those of `notes` that have to be, in as many processes as there are processors.

        `places` is the same text while every name leads to the same file, and every file is at the same address.
        """
        self._same_places = self._store.get(_PLACES, "") == places
        self._store.put(_PLACES, "", pack(places))
        for note in notes:
            self._ready.pop(note.path, None)  # of an earlier build of the same preview
        missing = [note for note in notes if not self._remembered(note, note.body)]
        making = in_parallel(lambda note: self._make(note, note.body), missing, self._tell)
        for index, made in progress(making, len(missing), message("build.rendering")):
            self._take(missing[index], missing[index].body, made)

    def showing(self, paths: Collection[str], recordings: Collection[str] = ()) -> set[str]:
        """The notes whose articles show `recordings`, or something of the notes `paths`, or lead to a place in them."""
        asked = ((path, self._asked_by(path)) for path in self._known)
        return {
            path
            for path, questions in asked
            if questions is None or any(is_about(of, paths, recordings) for of, _ in questions)
        }

    def _asked_by(self, path: str) -> Collection[tuple[Question, str]] | None:
        """What the article of a note was made with, read when it is wanted; None where another build threw it away."""
        known = self._known[path]
        if "asked" not in known:
            kept = self._store.get(_ASKED, path)
            known["asked"] = kept["asked"] if kept and kept["version"] == known["version"] else None
        return cast(Collection[tuple[Question, str]] | None, known["asked"])

    def of(self, note: Note, body: str) -> Article:
        """The article of `note`, whose `body` the macros may have changed."""
        ready = self._ready.get(note.path)
        if ready and ready.note is note and self._key(note, body) == self._known[note.path]["key"]:
            return ready
        return self._remembered(note, body) or self._take(note, body, self._make(note, body))

    def finish(self) -> None:
        """Forget the notes that are gone."""
        for kind in (_ASKED, _ARTICLE):
            self._store.keep_only(kind, self._known, self._ready)

    def _remembered(self, note: Note, body: str) -> Article | None:
        known = self._known.get(note.path)
        if not known or known["key"] != self._key(note, body):
            return None
        asked = self._asked_by(note.path)
        if asked is None or not still_answered(self._host, asked, same_places=self._same_places):
            return None
        return self._article(note, body, known["version"])

    def _article(self, note: Note, body: str, version: str) -> Article:
        keys = {_ARTICLE: note.path, _SHARE: version}

        def stored(kind: str) -> Any:
            value = self._store.get(kind, keys[kind])
            if value is None:  # another build, of other options, threw it away in between
                self._take(note, body, self._make(note, body))
                value = self._store.get(kind, keys[kind])
            return value

        article = self._ready[note.path] = Article(note, version, stored)
        return article

    def _make(self, note: Note, body: str) -> _Made:
        """Render `note`: what was asked, and what is kept, packed."""
        self._asked.answers.clear()
        rendered = self._renderer.render(note.path, body)
        found = sections(rendered.html)
        article = pack((rendered.html, rendered.toc_tokens))
        index = pack(share(note.path, note.title, note.tags, note.aliases, found, term=note.explains).to_plain())
        key = self._key(note, body)
        asked = list(self._asked.answers.items())
        return {"key": key, "version": digest(key, article, index), "asked": asked}, article, index

    def _take(self, note: Note, body: str, made: _Made) -> Article:
        asked, article, index = made
        self._store.put(_ASKED, note.path, pack(asked))
        self._store.put(_ARTICLE, note.path, article)
        self._store.put(_SHARE, asked["version"], index)
        self._known[note.path] = {"key": asked["key"], "version": asked["version"]}
        return self._article(note, body, asked["version"])

    def share(self, version: str) -> Share | None:
        """The share of an article of this version, which may be that of an earlier build."""
        value = self._store.get(_SHARE, version)
        return Share.from_plain(value) if value else None

    def keep_shares(self, versions: Iterable[str]) -> None:
        """Forget all shares but those of articles of these versions."""
        self._store.keep_only(_SHARE, self._store.keys(_SHARE), versions)

    @staticmethod
    def _key(note: Note, body: str) -> str:
        """What an article is made of beside answers."""
        return digest(body, note.title, repr((note.tags, note.aliases, note.explains)))
