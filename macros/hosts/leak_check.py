"""The last look at a site: whether something of what stays at home is in it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from macros.commands.library import Library
from macros.hosts.build import Build
from macros.hosts.site import state_of
from macros.language import Language, Message
from macros.publish.leaks.needles import needles_of
from macros.publish.leaks.public import Public
from macros.publish.leaks.search import Leak, Search
from macros.publish.leaks.told import is_fault, problem_of
from macros.render import Store, digest, pack
from macros.render.workers import in_parallel
from macros.vault import Note, Problem, Vault
from macros.vault.baseline import entry
from macros.vault.folder import walk
from macros.vault.note_reader import read_note
from macros.vault.vault import LARGEST_NOTE

_KIND, _KEY = "leaks", "checked"
MOST = 100_000_000
"""Bytes that are looked at of one file."""
_Looked = Sequence[Any]
"""What is remembered of a file: its state, its leaks, and by what public words others were excused, if any."""


@dataclass(frozen=True, slots=True)
class Leaks:
    """What was found in a site: what may not be published, and what is only told."""

    faults: tuple[Problem, ...]
    others: tuple[Problem, ...]


@dataclass(frozen=True)
class LeakCheck:
    """Looks for what of `vault`, in the folder `root`, and of this machine must not be published."""

    vault: Vault
    root: Path
    library: Library
    language: Language
    tell: Callable[[Message], None]

    def of(self, files: Mapping[str, Path], store: Store | None = None) -> Leaks:
        """What is in `files`, by their names on the site; `store` knows those that were looked at before."""
        key, public = self._key(), Public(self.vault, map(str, self.library.recordings.values()), self.language)
        known_key, remembered = (store.get(_KIND, _KEY) if store else None) or ("", {})
        known: Mapping[str, _Looked] = remembered if known_key == key else {}
        leave = digest(*public.texts) if any(leans for _, _, leans in known.values()) else ""
        states = {name: [*state_of(file)] for name, file in files.items()}
        stays = {
            name: looked for name, looked in known.items() if looked[0] == states.get(name) and looked[2] in ("", leave)
        }
        new = [name for name in states if name not in stays]
        looked = {**stays, **(self._looked_at(files, new, states, public) if new else {})}
        if store and looked != known:
            store.put(_KIND, _KEY, pack((key, looked)))
        return self._told(Leak.unpacked(name, packed) for name in sorted(looked) for packed in looked[name][1])

    def _looked_at(
        self, files: Mapping[str, Path], names: Sequence[str], states: Mapping[str, Sequence[int]], public: Public
    ) -> Mapping[str, _Looked]:
        """What a look at each of `names` gave."""
        withheld = chain(self.vault.drafts.values(), self._left_out_notes())
        places = (Path.home(), self.root.resolve(), Path.cwd(), Path(tempfile.gettempdir()).resolve())
        search = Search(needles_of(withheld, self.vault.notes.values(), places), public.has)

        def look(name: str) -> tuple[list[Sequence[object]], bool]:
            with files[name].open("rb") as file:
                seen = search.look(name, file.read(MOST))
            return [leak.packed for leak in seen.leaks], seen.leans

        found = {names[index]: seen for index, seen in in_parallel(look, names, self.tell)}
        found |= {name: look(name) for name in names if name not in found}
        leave = digest(*public.texts) if any(leans for _, leans in found.values()) else ""
        return {name: [states[name], leaks, leave if leans else ""] for name, (leaks, leans) in found.items()}

    def _told(self, leaks: Iterable[Leak]) -> Leaks:
        faults, others = list[Problem](), list[Problem]()
        for leak in leaks:
            problem = problem_of(leak)
            is_known = entry(problem) in self.vault.baseline
            (faults if is_fault(leak) and not is_known else others).append(problem_of(leak, is_known=is_known))
        return Leaks(tuple(faults), tuple(others))

    def _key(self) -> str:
        """What is looked for, as a short text."""
        notes = (text for note in self.vault.drafts.values() for text in (note.path, repr(note.properties), note.body))
        files = (text for path, file in self._left_out_files() for text in (path, repr(state_of(file))))
        return digest(*notes, "", *files, "", *sorted(self.vault.baseline), str(Path.cwd()), str(Path.home()))

    def _left_out_files(self) -> Iterator[tuple[str, Path]]:
        """The notes that a rule keeps at home, so that they were not read."""
        wanted = {path for path in self.vault.withheld if path.endswith(".md") and path not in self.vault.drafts}
        if wanted:
            files = (file for file, _ in walk(self.root, lambda _: None))
            yield from ((file.path, file.location) for file in files if file.path in wanted)

    def _left_out_notes(self) -> Iterator[Note]:
        for path, location in self._left_out_files():
            if location.is_file() and location.stat().st_size <= LARGEST_NOTE:
                yield read_note(path, location.read_bytes(), largest=LARGEST_NOTE)


def require_no_leak(build: Build) -> None:
    """Tell what is about to be published and should not be; PluginError for words of what stays at home, and for keys.

    What the theme and the engine bring along is the same on all sites.
    """
    sources, folders = build.sources, tuple(build.config.theme.dirs)
    theirs = {file.dest_uri for file in build.files if file.src_dir in folders and file.abs_src_path}
    root = Path(build.config.docs_dir)
    drawn = set(build.data.cards.files) if build.data.cards else set()  # of titles that are published, in no letters
    check = LeakCheck(sources.vault, root, sources.library, sources.language, sources.tell.warn)
    leaks = check.of(
        {name: file for name, file in build.site.files().items() if name not in theirs | drawn}, sources.store
    )
    for problem in leaks.others:
        sources.tell.problem(problem)
    for problem in leaks.faults:
        sources.tell.fault(problem)
    if leaks.faults:
        raise PluginError(sources.language.say("leak.failed", count=len(leaks.faults)))
