"""`mkdocs serve`: a save is seen at once where it changed nothing but the texts of notes."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from macros.hosts.note_page import NotePage, note_pages
from macros.hosts.pages import write_pages
from macros.hosts.port import trouble
from macros.hosts.site import state_of
from macros.language import language_of_terminal
from macros.settings import FILES
from macros.vault import Missing, Note, Vault

if TYPE_CHECKING:
    from macros.hosts.mkdocs import KnowledgeBasePlugin

log = get_plugin_logger("kb")
PREVIEW: ContextVar[Preview] = ContextVar("PREVIEW")
"""The preview that a build is for: MkDocs itself hands a build nothing of the one before.

Whoever edits the engine while a preview runs has another one loaded from then on: MkDocs builds, until a restart.
"""
_KNOWN_PLUGINS = frozenset({"material/search", "macros", "kb"})
"""Those of which a build that leaves MkDocs out knows what they do."""
_FINISHING = "kb-finish"
"""The thread that finishes a build."""
_UNHURRIED = 1.5
"""Seconds that it leaves to the browser, which loads the page meanwhile."""


class Preview:
    """Builds the site of `mkdocs serve` anew: as a whole, or only the pages that show an edited text."""

    def __init__(
        self,
        plugin: KnowledgeBasePlugin,
        config: MkDocsConfig,
        build_all: Callable[[], None],
        watched: Callable[[], Iterable[str]],
    ) -> None:
        """Go on from the build of `plugin`; MkDocs has its own way to `build_all`, and paths that are `watched`."""
        self._build_all = build_all
        self._watched = watched
        self.follow(plugin, config)

    def follow(self, plugin: KnowledgeBasePlugin, config: MkDocsConfig) -> None:
        """Go on from another build, which has read the vault."""
        self._plugin: KnowledgeBasePlugin | None = plugin
        self._config = config
        self._states = self._state_of_others(plugin.vault)

    def build(self) -> None:
        """Bring the site up to date."""
        begun = time.monotonic()
        finish_now()
        gc.disable()
        plugin, self._plugin = self._plugin, None
        pages = self._pages_to_write(plugin) if plugin and self._knows_all() else None
        if plugin is None or pages is None:
            self._build_whole()
            return
        write_pages(pages, plugin.files, plugin.windows, plugin.env, self._config, plugin.warn)
        plugin.leave()
        self._plugin = plugin
        seconds = f"{time.monotonic() - begun:.2f}"
        log.info("%s", plugin.language.say("build.pages", count=len(pages), seconds=seconds))

    def _build_whole(self) -> None:
        context = PREVIEW.set(self)
        try:
            self._build_all()
        except Abort:  # what is wrong has been told; MkDocs itself would let all pages wait until it is mended
            self._plugin = None
            gc.enable()
            log.warning("%s", language_of_terminal().say("build.stays"))
        except BaseException:
            self._plugin = None
            gc.enable()
            raise
        finally:
            PREVIEW.reset(context)

    def _knows_all(self) -> bool:
        """True when nobody but us and MkDocs has a hand in a build, and a warning does not end it."""
        hooks = self._config["hooks"]  # of which ours is one
        plugins = {*self._config.plugins} - {*hooks}
        return not self._config.strict and len(hooks) == 1 and plugins <= _KNOWN_PLUGINS

    def _pages_to_write(self, plugin: KnowledgeBasePlugin) -> Sequence[NotePage] | None:
        """The pages that an edit changes, rendered; None where MkDocs has to build, for more has changed than texts."""
        before, after = plugin.vault, plugin.read(self._config)
        edited = {path for path, note in after.notes.items() if note != before.notes.get(path)}
        if plugin.store.is_lost or self._states != self._state_of_others(after):
            return None
        if not _is_framed_alike(before, after, edited):
            return None
        after.take_answers(before)
        told, recordings = plugin.told, plugin.library.recordings
        plugin.take(after)
        paths = edited | _linked(before, edited) | _linked(after, edited) | plugin.articles.showing(edited)
        paths |= {problem.path for problem in {*told} ^ {*plugin.told}}
        pages = [page for page in note_pages(plugin.files) if page.note.path in paths]
        if (
            before.used_attachments != after.used_attachments
            or plugin.library.recordings != recordings
            or any(page.calls_macros for page in pages)
        ):
            return None
        self._render(pages, plugin)
        return pages

    def _render(self, pages: Sequence[NotePage], plugin: KnowledgeBasePlugin) -> None:
        """Do for `pages` what MkDocs does for all before the templates."""
        for page in pages:
            plugin.data.problems[page.note.path] = []
            page.note = plugin.vault.notes.get(page.note.path, page.note)
        paths = {page.note.path for page in pages}
        for problem in plugin.told:
            plugin.tell(problem, on_page=problem.path in paths)
        plugin.articles.prepare([page.note for page in pages], plugin.host.places())
        for page in pages:
            page.read_source(self._config)
            page.render(self._config, plugin.files)

    def _state_of_others(self, vault: Vault) -> Mapping[str, Sequence[int]]:
        """The states of all that the site is made of but the notes: attachments, and whatever else is watched."""
        theme = filter(None, [self._config.theme.custom_dir])
        paths = {*self._watched(), *self._config.watch, *theme, *self._config["hooks"]} - {self._config.docs_dir}
        paths |= {str(Path(self._config.docs_dir, name)) for name in FILES}
        folders = [path for path in map(Path, paths) if path.is_dir()]
        files = [*map(Path, paths), *(file for folder in folders for file in folder.rglob("*"))]
        return {str(file): state_of(file) for file in (*files, *(of.location for of in vault.attachments.values()))}


def _is_framed_alike(before: Vault, after: Vault, edited: set[str]) -> bool:
    """True when nothing has changed but what is in notes, and of that only what their own pages and links show."""
    return (
        list(before.notes) == list(after.notes)
        and all(_head(before.notes[path]) == _head(after.notes[path]) for path in edited)
        and before.locations == after.locations
        and before.drafts == after.drafts
        and before.withheld == after.withheld
        and before.attachments == after.attachments
        and before.settings == after.settings
        and before.baseline == after.baseline
    )


def _head(note: Note) -> Note:
    """All of a note that other pages show beside the sentences of its links, or that says which pages there are."""
    return replace(note, body="", first_line=0, headings=(), block_ids=(), mentions=(), problems=())


def _linked(vault: Vault, sources: set[str]) -> set[str]:
    """The notes that `sources` link to: they show the sentences around these links."""
    found = (vault.resolve(mention.reference, path) for path in sources for mention in vault.notes[path].mentions)
    return {resolution.path for resolution in found if not isinstance(resolution, Missing)}


def require_port(config: MkDocsConfig) -> None:
    """Raise `Abort` when no preview of `config` can listen."""
    if told := trouble(config.dev_addr.host, config.dev_addr.port):
        raise Abort(language_of_terminal().tell(told))


def finish_later(finish: Callable[[], None]) -> None:
    """Finish a build when the browser has what it waits for."""
    later = threading.Timer(_UNHURRIED, finish)
    later.name, later.daemon = _FINISHING, True
    later.start()


def finish_now() -> None:
    """Let the last build come to its end; where that has not begun, the next one does its work."""
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer) and thread.name == _FINISHING:
            thread.cancel()
            thread.join()
