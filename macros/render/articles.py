"""The articles of a build: rendered now, or as an earlier build left them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, cast

from macros.fonts import Letters, letters_of
from macros.language import Message, message
from macros.render.article import ARTICLE, DOCUMENT, Article
from macros.render.packed import digest, pack
from macros.render.progress import progress
from macros.render.questions import Asked, Question, is_about, still_answered
from macros.render.reading_time import minutes
from macros.render.renderer import Renderer
from macros.render.store import Store
from macros.render.workers import in_parallel
from macros.search.article import Section, sections
from macros.search.document import Document, document_of, summarized
from macros.syntax import Host
from macros.vault import Note, Problem
from macros.vault.folder import MADE

_ASKED, _PLACES = "asked", "places"
"""Kinds of values in the store beside those of an article; documents are kept by the versions of their articles."""
_TOLD = ("key", "version", "lost", "left_out", "terms", "minutes", "letters")
"""What is known of each article without reading it."""
_Made = tuple[dict[str, Any], bytes, bytes]


class Articles:
    """Renders the notes of a site, each only when an answer that it was made with has changed.

    It lives as long as a preview does, and begins each build with `prepare`.
    """

    def __init__(
        self,
        renderer: Callable[[Host], Renderer],
        store: Store,
        tell: Callable[[Message], None],
        report: Callable[[Problem], None],
    ) -> None:
        """Render with what `renderer` makes for a host, remember in `store`, and `tell` what goes wrong.

        What is missing in an article is reported each time that it is shown.
        """
        self._new_renderer = renderer
        self._store = store
        self._tell = tell
        self._report = report
        self._known = store.load(_ASKED)
        self._same_places = False
        self._ready: dict[str, Article] = {}

    def prepare(self, host: Host, places: str, notes: Collection[Note]) -> None:
        """From now on ask `host`; render those of `notes` that have to be, in a process for each processor.

        `places` is the same text while every name leads to the same file, and every file is at the same address.
        """
        self._host = host
        self._asked = Asked(host)
        self._renderer = self._new_renderer(self._asked)
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
            if questions is None or any(is_about(question, paths, recordings) for question, _ in questions)
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
        if not (ready and ready.note is note and self._key(note, body) == self._known[note.path]["key"]):
            ready = self._remembered(note, body) or self._take(note, body, self._make(note, body))
        if ready.lost:
            told = message("problem.lost", words=ready.lost)
            self._report(Problem(note.path, _line_of(ready.lost, note), "lost", told, message("suggest.lost")))
        count, line = ready.left_out
        if count:
            told = message("problem.too-much", count=count)
            self._report(Problem(note.path, note.first_line + line + 1, "too-much", told, message("suggest.too-much")))
        return ready

    def ready(self, note: Note) -> Article | None:
        """The article of `note` as it was prepared, or last asked for; None before."""
        ready = self._ready.get(note.path)
        return ready if ready and ready.note is note else None

    def finish(self) -> None:
        """Forget the notes that are gone."""
        for kind in (_ASKED, ARTICLE):
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
        keys = {ARTICLE: note.path, DOCUMENT: version}

        def stored(kind: str) -> Any:
            value = self._store.get(kind, keys[kind])
            if value is None:  # another build, of other options, threw it away in between
                self._take(note, body, self._make(note, body))
                value = self._store.get(kind, keys[kind])
            return value

        known = self._known[note.path]
        told = (known["lost"], tuple(known["left_out"]), tuple(known["terms"]))
        article = Article(note, version, *told, known["minutes"], Letters(*known["letters"]), stored)
        self._ready[note.path] = article
        return article

    def _make(self, note: Note, body: str) -> _Made:
        """Render `note`: what was asked, and what is kept, packed."""
        self._asked.answers.clear()
        rendered = self._renderer.render(note.path, body, note.summary)
        article = pack((rendered.html, rendered.toc_tokens))
        found = () if note.path.startswith(f"{MADE}/") else sections(rendered.html)
        index = pack(_document(note, found).to_plain()) if found else b""
        key = self._key(note, body)
        asked = list(self._asked.answers.items())
        told: dict[str, Any] = {"lost": rendered.lost, "left_out": rendered.left_out, "terms": rendered.terms}
        told |= {"minutes": minutes(rendered.html, found) if found else 0, "letters": letters_of(rendered.html)}
        kept = {"key": key, "version": digest(key, article, index), "asked": asked, **told}
        return kept, article, index

    def _take(self, note: Note, body: str, made: _Made) -> Article:
        asked, article, index = made
        self._store.put(_ASKED, note.path, pack(asked))
        self._store.put(ARTICLE, note.path, article)
        if index:
            self._store.put(DOCUMENT, asked["version"], index)
        self._known[note.path] = {key: asked[key] for key in _TOLD}
        return self._article(note, body, asked["version"])

    def document(self, version: str) -> Document | None:
        """The document of an article of this version, which may be that of an earlier build."""
        value = self._store.get(DOCUMENT, version)
        return Document.from_plain(value) if value else None

    def keep_documents(self, versions: Iterable[str]) -> None:
        """Forget all documents but those of articles of these versions."""
        self._store.keep_only(DOCUMENT, self._store.keys(DOCUMENT), versions)

    @staticmethod
    def _key(note: Note, body: str) -> str:
        """What an article is made of beside answers."""
        return digest(body, note.title, repr((note.tags, note.aliases, note.explains, note.summary)))


def _line_of(words: str, note: Note) -> int:
    """The line of the file in which the first of `words` is; the first line where that is not known."""
    place = note.body.find(words.split(maxsplit=1)[0])
    return note.first_line + note.body.count("\n", 0, place) + 1 if place >= 0 else 1


def _document(note: Note, found: tuple[Section, ...]) -> Document:
    """What the search knows of `note`, whose article has the sections `found`."""
    document = document_of(note.path, note.title, note.tags, note.aliases, found, term=note.explains)
    return summarized(document, note.summary)
