"""`mkdocs serve`: a save is seen at once where it changed nothing but the texts of notes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from macros.commands.library import Library
from macros.hosts.assets import drawn_on
from macros.hosts.build import Build
from macros.hosts.command import Command, Shown
from macros.hosts.finishing import finish, index_of
from macros.hosts.fonts import Fonts
from macros.hosts.naming import show_naming
from macros.hosts.note_page import NotePage
from macros.hosts.opened import scan
from macros.hosts.others import nobody_else
from macros.hosts.pages import write_pages
from macros.hosts.site import state_of
from macros.language import language_of_terminal
from macros.macro_report import calls_macros, results
from macros.publish.linking import hubs
from macros.publish.made.recordings import page_of, shown_in
from macros.publish.neighbours import near_changes
from macros.publish.redirects.ledger import LEDGER
from macros.render import collector, reader
from macros.settings import FILES
from macros.vault import Missing, Note, Vault

log = get_plugin_logger("kb")
_OF_PROGRAMS = (".git", ".obsidian", "__pycache__")


class Preview:
    """Builds the site of `mkdocs serve` anew: as a whole, or only the pages that show an edited text."""

    def __init__(
        self, command: Command, config: MkDocsConfig, build_whole: Callable[[], None], watched: Callable[[], set[str]]
    ) -> None:
        """Go on from the last build of `command`. MkDocs has its own way to `build_whole`, and has `watched` paths."""
        self._command = command
        self._config = config
        self._build_whole = build_whole
        self._watched = watched
        self._states = self._states_of_others()

    def build(self) -> None:
        """Bring the site up to date."""
        begun = time.monotonic()
        self._command.give_up()
        last, self._command.shown = self._command.shown, None  # nothing is known of a site whose build fails
        if not isinstance(last, Shown):  # it failed, or an edited engine was loaded, of which this one knows nothing
            self._build_anew()
            return
        collector.pause()
        try:
            changed = self._changed(last.build)
            if changed:
                build, pages = changed
                write_pages(pages, build, last.frame)
                self._command.shown = replace(
                    last, build=build, finishing=finish(build, index_of(build), Fonts(build), is_whole=False)
                )
        except BaseException:
            collector.resume()
            raise
        if not changed:
            self._build_anew()
            return
        seconds = f"{time.monotonic() - begun:.2f}"
        log.info("%s", build.sources.language.say("build.pages", count=len(pages), seconds=seconds))

    def catch_up(self) -> None:
        """Build anew when something was saved since the command began: so far MkDocs has watched nothing."""
        paths, now = [*self._others(), Path(self._config.docs_dir)], time.time()
        times = (state_of(file)[-1] / 1e9 for path in paths for file in _with_all_below(path))
        if any(self._command.begun_at < at <= now for at in times):
            self._build_anew()

    def _build_anew(self) -> None:
        states = self._states_of_others()  # what changes while MkDocs builds is new to the next build
        try:
            self._build_whole()
        except Abort:  # what is wrong has been told; MkDocs itself would let all pages wait until it is mended
            log.warning("%s", language_of_terminal().say("build.stays"))
        if isinstance(self._command.shown, Shown):
            self._config = self._command.shown.build.config
            self._states = states

    def _changed(self, last: Build) -> tuple[Build, Sequence[NotePage]] | None:
        """The next build and the pages that an edit changes, rendered; None where more has changed than texts."""
        sources = last.sources
        if not _knows_all(last) or sources.store.is_lost or self._states != self._states_of_others():
            return None
        before = sources.vault
        after = scan(last.config, sources.settings, reader(sources.store, sources.tell.warn), store=sources.store)
        edited = {path for path, note in after.notes.items() if note != before.notes.get(path)}
        if not _is_framed_alike(before, after, edited) or not last.files.are_copied():
            return None
        if drawn_on(before, last.config, sources.diagrams) != drawn_on(after, last.config, sources.diagrams):
            return None
        after.take_answers(before)
        build = last.of_vault(after)
        library = build.sources.library
        recorded_before, recorded = shown_in(before, sources.library), shown_in(after, library)
        others = before.used_attachments != after.used_attachments or [*hubs(before)] != [*hubs(after)]
        if others or _titles(recorded_before, sources.library) != _titles(recorded, library):
            return None
        recordings = library.changed_since(sources.library)
        paths = edited | _linked(before, edited) | _linked(after, edited) | near_changes(before, after, edited)
        paths |= {page.path for page in build.contents.made if page.shows_links}
        paths |= build.articles.showing(edited, recordings)
        paths |= {page_of(id) for id, notes in recorded.items() if notes != recorded_before[id]}  # noqa: A001
        paths |= {problem.path for problem in {*last.problems} ^ {*build.problems}}
        if _calls_change(before, after, paths):
            return None
        pages = [page for page in build.pages if page.note.path in paths]
        _tell(build)
        _render(pages, build)
        named = [page for page in show_naming(build) if page.note.path not in paths]
        _render(named, build)
        show_naming(build)
        return build, [*pages, *named]

    def _states_of_others(self) -> Mapping[str, Sequence[int]]:
        """The states of all that the site is made of beside the vault and what is copied from it."""
        return {str(file): state_of(file) for path in self._others() for file in _with_all_below(path)}

    def _others(self) -> set[Path]:
        config = self._config
        theme = filter(None, [config.theme.custom_dir])
        watched = {*self._watched(), *config.watch, *theme, *config["hooks"]}
        paths = {Path(path).resolve() for path in watched} - {Path(config.docs_dir).resolve()}
        return paths | {Path(config.docs_dir, name) for name in (*FILES, LEDGER)}


def _with_all_below(path: Path) -> Iterator[Path]:
    """`path`, and what is in it, but for what programs keep there while they run."""
    yield path
    for folder, below, names in os.walk(path):
        below[:] = [name for name in below if name not in _OF_PROGRAMS]
        yield from (Path(folder, name) for name in (*below, *names))


def _knows_all(build: Build) -> bool:
    """True when a warning does not end `build`, and what becomes of it is known without asking others."""
    return not build.config.strict and nobody_else(build.config)


def _titles(recorded: Iterable[str], library: Library) -> Sequence[tuple[str, str]]:
    """The pages of the recordings with these ids."""
    return [(id, library.recordings[id].title) for id in recorded]  # noqa: A001


def _tell(build: Build) -> None:
    for problem in build.problems:
        build.sources.tell.problem(problem)


def _render(pages: Sequence[NotePage], build: Build) -> None:
    """Do for `pages` what MkDocs does for all before the templates."""
    for page in pages:
        page.take_note(build.sources.vault.notes.get(page.note.path, page.note), build.data)
    build.articles.prepare(build.host, build.host.places(), [page.note for page in pages])
    for page in pages:
        page.take_article(build.articles)


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
        and before.history == after.history
    )


def _calls_change(before: Vault, after: Vault, paths: set[str]) -> bool:
    """True when mkdocs-macros has to make a page: one of `paths`, or one that shows something else of the vault."""
    calling = (note for note in after.notes.values() if calls_macros(note))
    return any(note.path in paths or results(note, before) != results(note, after) for note in calling)


def _head(note: Note) -> Note:
    """All of a note that other pages show beside the sentences of its links, or that says which pages there are."""
    note = replace(note, body="", first_line=0, headings=(), block_ids=(), anchors=(), calls=(), fences=())
    return replace(note, mentions=(), problems=(), drawn=(), diagrams=())


def _linked(vault: Vault, sources: set[str]) -> set[str]:
    """The notes that `sources` link to: they show the sentences around these links."""
    found = (vault.resolve(mention.reference, path) for path in sources for mention in vault.notes[path].mentions)
    return {resolution.path for resolution in found if not isinstance(resolution, Missing)}
