"""The files of a build, as MkDocs asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel

from macros.hosts.attachments import outcome_of
from macros.hosts.note_page import NoteFile, NotePage
from macros.hosts.site import Site, state_of_source
from macros.hosts.teller import Teller
from macros.publish.attachments import AsItIs, Cleaned, Outcome
from macros.render.workers import in_parallel
from macros.settings import Attachments
from macros.vault import Problem, Reason


class SiteFiles(Files):
    """The files of a build, of which those that are up to date are not written again."""

    def __init__(self, files: Iterable[File], site: Site, allowed: Attachments, tell: Teller) -> None:
        """Write into `site`, and of attachments what is `allowed`."""
        super().__init__(files)
        self.site = site
        self._allowed = allowed
        self._tell = tell
        self.notes_are_written = False
        """Set when MkDocs has the pages of other plugins left to write, and none of ours."""
        self.have_made_way = set[str]()
        """The paths of files in whose place another was put without removing them."""

    def append(self, file: File) -> None:
        """See MkDocs. Who adds a file need not know that there is one of its path."""
        if before := self.get_file_from_path(file.src_uri):
            self.have_made_way.add(file.src_uri)
            self.remove(before)
        super().append(file)

    def documentation_pages(self, *, inclusion: Any = None) -> Sequence[File]:
        """All pages; to MkDocs, which alone says `inclusion`, only those of others once notes are written."""
        pages = super().documentation_pages(**({"inclusion": inclusion} if inclusion else {}))
        if inclusion and self.notes_are_written and inclusion is not InclusionLevel.is_in_nav:
            return [file for file in pages if not isinstance(file.page, NotePage)]
        return pages

    def copy_static_files(self, dirty: bool = False, *, inclusion: Any = InclusionLevel.is_included) -> None:  # noqa: FBT001, FBT002 - MkDocs' own
        """Copy what is new or changed; of attachments what may leave of them."""
        changed = list[NoteFile]()
        for file in self:
            if file.is_documentation_page() or not inclusion(file.inclusion):
                continue
            self.site.expect([file.dest_uri])
            if file.abs_src_path is None:  # it was made for this build
                self.site.remember(file.dest_uri, "", self.site.write(file.dest_uri, file.content_bytes))
            elif self._is_copied(file):
                continue
            elif isinstance(file, NoteFile):
                changed.append(file)
            else:
                self._copy(file)
        self._let_leave(changed)

    def are_copied(self) -> bool:
        """True while all files that were copied are as they were then."""
        copied = (file for file in self if file.abs_src_path and not file.is_documentation_page())
        return all(self._is_copied(file) for file in copied if file.inclusion.is_included())  # type: ignore[no-untyped-call]

    def _let_leave(self, files: Sequence[NoteFile]) -> None:
        """Write attachments, cleaned where that has to be."""
        versions, done = [*map(self._version, files)], set[int]()

        def look(file: NoteFile) -> Outcome:
            return outcome_of(file.src_uri, Path(file.abs_src_path or ""), self._allowed)

        for index, found in in_parallel(look, files, self._tell.warn):
            done.add(index)
            self._write(files[index], versions[index], found)
        for index, file in enumerate(files):
            if index not in done:
                self._write(file, versions[index], look(file))

    def _write(self, file: NoteFile, version: str, found: Outcome) -> None:
        if isinstance(found, Cleaned):
            self.site.remember(file.dest_uri, version, self.site.write(file.dest_uri, found.data))
        elif isinstance(found, AsItIs):
            self._copy(file)
        else:  # it was changed since the build began
            reason = Reason(found.rule)
            self.site.expect_no_more([file.dest_uri])
            self._tell.problem(Problem(file.src_uri, 1, "attachment", reason.told, reason.way_out))

    def _copy(self, file: File) -> None:
        version = self._version(file)
        self.site.make_room(file.dest_uri)
        file.copy_file()  # whether it is older than what is there is of no account: it is another one
        self.site.remember(file.dest_uri, version)

    def _is_copied(self, file: File) -> bool:
        return self.site.is_current(file.dest_uri, self._version(file))

    def _version(self, file: File) -> str:
        """What the file of the site depends on: the state of its source, and what is taken out of attachments."""
        state = repr(state_of_source(Path(file.abs_src_path or "")))
        return f"{state} {self._allowed}" if isinstance(file, NoteFile) else state
