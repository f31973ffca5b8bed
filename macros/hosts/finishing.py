"""What is left to do for a build whose pages are written."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from mkdocs.exceptions import PluginError

from macros.hosts.build import Build
from macros.hosts.leak_check import LeakCheck
from macros.hosts.search_index import SearchIndex, may_hold
from macros.render import collector

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
    pages = [page for page in build.pages if page.note.path in sources.vault.notes]
    return SearchIndex(pages, build.articles, build.site, sources.store, sources.language)


def finish(build: Build, index: SearchIndex, *, is_whole: bool) -> Finishing:
    """Write the search `index`, tidy up, and leave the next build what it can use. A preview does not wait for it.

    It does wait for what is gone to be gone: the browser is about to ask for it. A build that `is_whole` has taken
    the place of all that an earlier one had in memory.
    """
    sources = build.sources
    build.articles.finish()

    def work() -> None:
        try:
            index.write()
            build.site.remove_others()
            if not sources.is_preview:
                _require_no_leak(build)
            sources.store.save()
        finally:
            collector.resume()
        if sources.is_preview and is_whole:
            collector.sweep()

    if sources.is_preview:
        build.site.remove_gone(may_hold)
        sources.store.save()
    return Finishing(work, later=sources.is_preview)


def _require_no_leak(build: Build) -> None:
    """Tell what is on the site and should not be; PluginError where it is words of what stays at home, or keys.

    What the theme and the engine bring along is the same on all sites.
    """
    sources, folders = build.sources, tuple(build.config.theme.dirs)
    theirs = {file.dest_uri for file in build.files if file.src_dir in folders and file.abs_src_path}
    root = Path(build.config.docs_dir)
    check = LeakCheck(sources.vault, root, sources.library, sources.language, sources.tell.warn)
    names = [name for name in build.site.names() if name not in theirs]
    leaks = check.of(Path(build.config.site_dir), names, sources.store)
    for problem in leaks.others:
        sources.tell.problem(problem)
    for problem in leaks.faults:
        sources.tell.fault(problem)
    if leaks.faults:
        raise PluginError(sources.language.say("leak.failed", count=len(leaks.faults)))
