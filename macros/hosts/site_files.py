"""The files of a build, as MkDocs asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel

from macros.hosts.note_page import NotePage
from macros.hosts.site import Site, state_of_source


class SiteFiles(Files):
    """The files of a build, of which those that are up to date are not written again."""

    def __init__(self, files: Iterable[File], site: Site) -> None:
        """Write into `site`."""
        super().__init__(files)
        self.site = site
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
        """Copy what is new or changed."""
        for file in self:
            if file.is_documentation_page() or not inclusion(file.inclusion):
                continue
            self.site.expect([file.dest_uri])
            if file.abs_src_path is None:  # it was made for this build
                self.site.remember(file.dest_uri, "", self.site.write(file.dest_uri, file.content_bytes))
            elif not self._is_copied(file):
                version = _version(file.abs_src_path)
                self.site.make_room(file.dest_uri)
                file.copy_file()  # whether it is older than what is there is of no account: it is another one
                self.site.remember(file.dest_uri, version)

    def are_copied(self) -> bool:
        """True while all files that were copied are as they were then."""
        copied = (file for file in self if file.abs_src_path and not file.is_documentation_page())
        return all(self._is_copied(file) for file in copied if file.inclusion.is_included())  # type: ignore[no-untyped-call]

    def _is_copied(self, file: File) -> bool:
        return self.site.is_current(file.dest_uri, _version(file.abs_src_path or ""))


def _version(source: str) -> str:
    return repr(state_of_source(Path(source)))
