"""What is left to do for a build whose pages are written."""

from __future__ import annotations

import threading
from collections.abc import Callable

from macros.hosts.build import Build
from macros.hosts.fonts import Fonts
from macros.hosts.search_index import SearchIndex, may_hold
from macros.render import collector
from macros.search.lexicon import shipped

UNHURRIED = 1.5
"""Seconds that a preview leaves to the browser, which loads the page meanwhile."""


class Finishing:
    """The end of a build: done at once, or in a preview a moment later."""

    def __init__(self, work: Callable[[], None], *, later: bool) -> None:
        """Do `work`, or begin to wait."""
        self._timer = threading.Timer(UNHURRIED, work)
        self._timer.daemon = True
        self._work = work
        if later:
            self._timer.start()
        else:
            work()

    def give_up(self) -> None:
        """Do what is left no more, for the next build does all of it; wait for it where it has begun."""
        self._timer.cancel()
        if self._timer.ident is not None:
            self._timer.join()
        collector.resume()

    def hurry(self) -> None:
        """Do now what waits."""
        if self._timer.is_alive():
            self._timer.cancel()
            self._timer.join()
            self._work()


def index_of(build: Build) -> SearchIndex:
    """The search index of the notes that were written by somebody."""
    sources = build.sources
    pages = [page for page in build.pages if page.note.path in sources.vault.listed]
    lexicon = shipped() if sources.language.code == "ko" else shipped().in_english
    given = lexicon if sources.settings.search.lexicon else None
    return SearchIndex(pages, build.articles, build.site, sources.store, sources.language, given)


def finish(build: Build, index: SearchIndex, fonts: Fonts, *, is_whole: bool) -> Finishing:
    """Write the `fonts` and the search `index`, tidy up, and leave the next build what it can use.

    A preview does not wait for it, but for the fonts of a build that `is_whole`: its pages are opened at once.
    It does wait for what is gone to be gone: the browser is about to ask for it. A build that `is_whole` has taken
    the place of all that an earlier one had in memory.
    """
    sources = build.sources
    build.articles.finish()
    if sources.diagrams:
        sources.diagrams.finish()
    if is_whole:
        fonts.write()

    def work() -> None:
        try:
            if not is_whole:
                fonts.write()
            index.write()
            build.site.remove_others()
            if sources.is_preview:
                sources.store.save()
        finally:
            collector.resume()
        if sources.is_preview and is_whole:
            collector.sweep()

    if sources.is_preview:
        build.site.remove_gone(may_hold)
        sources.store.save()
    return Finishing(work, later=sources.is_preview)
