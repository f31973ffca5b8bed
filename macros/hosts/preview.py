"""`mkdocs serve`: a save is seen at once where it changed nothing but the texts of notes."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from macros.hosts.note_page import NotePage, note_pages
from macros.hosts.pages import write_pages
from macros.hosts.site import state_of
from macros.vault import Missing, Note, Vault

if TYPE_CHECKING:
    from macros.hosts.mkdocs import KnowledgeBasePlugin

log = get_plugin_logger("kb")
PREVIEW: ContextVar[Preview] = ContextVar("PREVIEW")
"""The preview that a build is for: MkDocs itself hands a build nothing of the one before."""
_KNOWN_PLUGINS = frozenset({"material/search", "macros", "kb"})
"""Those of which a build that leaves MkDocs out knows what they do."""
_FINISHING = "kb-finish"
"""The thread that finishes a build."""
_UNHURRIED = 1.5
"""Seconds that it leaves to the browser, which loads the page meanwhile."""


class Preview:
    """Builds the site of `mkdocs serve` anew: as a whole, or only the pages that show an edited text."""

    def __init__(self, plugin: KnowledgeBasePlugin, config: MkDocsConfig, build_all: Callable[[], None]) -> None:
        """Go on from the build of `plugin`; `build_all` is MkDocs' own way to build."""
        self._build_all = build_all
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
        pages = self._pages_to_write(plugin) if plugin else None
        if plugin is None or pages is None:
            self._build_whole()
            return
        write_pages(pages, plugin.files, plugin.nav, plugin.env, self._config, plugin.site)
        plugin.leave()
        self._plugin = plugin
        log.info("Pages built: %d, in %.2f seconds", len(pages), time.monotonic() - begun)

    def _build_whole(self) -> None:
        context = PREVIEW.set(self)
        try:
            self._build_all()
        except BaseException:
            self._plugin = None
            raise
        finally:
            PREVIEW.reset(context)

    def _pages_to_write(self, plugin: KnowledgeBasePlugin) -> Sequence[NotePage] | None:
        """The pages that an edit changes, rendered; None where MkDocs has to build, for more has changed than texts."""
        hooks = self._config["hooks"]  # of which ours is one
        if self._config.strict or len(hooks) > 1 or not _KNOWN_PLUGINS.issuperset({*self._config.plugins} - {*hooks}):
            return None
        before, after = plugin.vault, plugin.read(self._config)
        edited = {path for path, note in after.notes.items() if note != before.notes.get(path)}
        if self._states != self._state_of_others(after) or not _is_framed_alike(before, after, edited):
            return None
        told, known = plugin.told, plugin.library.recordings
        plugin.take(after)
        paths = edited | _linked(before, edited) | _linked(after, edited) | plugin.articles.showing(edited)
        paths |= {problem.path for problem in {*told} ^ {*plugin.told}}
        pages = [page for page in note_pages(plugin.files) if page.note.path in paths]
        if plugin.library.recordings != known or any(page.calls_macros for page in pages):
            return None
        for page in pages:
            plugin.data.problems[page.note.path] = []
            page.note = after.notes.get(page.note.path, page.note)
        for problem in plugin.told:
            plugin.tell(problem, on_page=problem.path in paths)
        plugin.articles.prepare([page.note for page in pages], plugin.host.places())
        for page in pages:
            page.read_source(self._config)
            page.render(self._config, plugin.files)
        return pages

    def _state_of_others(self, vault: Vault) -> dict[str, Sequence[int]]:
        """The states of all files but notes that the site is made of."""
        watched = [Path(self._config.config_file_path or ""), *map(Path, self._config.watch)]
        files = [file for path in watched for file in (path.rglob("*") if path.is_dir() else (path,))]
        return {str(file): state_of(file) for file in (*files, *(of.location for of in vault.attachments.values()))}


def _is_framed_alike(before: Vault, after: Vault, edited: set[str]) -> bool:
    """True when nothing has changed but what is in notes, and of that only what their own pages and links show."""
    if not (
        list(before.notes) == list(after.notes)
        and all(_head(before.notes[path]) == _head(after.notes[path]) for path in edited)
        and before.locations == after.locations
        and before.drafts == after.drafts
        and before.attachments == after.attachments
        and before.settings == after.settings
        and before.baseline == after.baseline
    ):
        return False
    after.take_answers(before)
    return before.used_attachments == after.used_attachments


def _head(note: Note) -> Note:
    """All of a note that other pages show beside the sentences of its links, or that says which pages there are."""
    return replace(note, body="", first_line=0, headings=(), block_ids=(), mentions=(), problems=())


def _linked(vault: Vault, sources: set[str]) -> set[str]:
    """The notes that `sources` link to: they show the sentences around these links."""
    found = (vault.resolve(mention.reference, path) for path in sources for mention in vault.notes[path].mentions)
    return {resolution.path for resolution in found if not isinstance(resolution, Missing)}


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
