"""Which file of the site a note or an attachment becomes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from macros.language import message
from macros.vault import Problem, fold, is_index


class Addresses:
    """Gives each file an address of its own; `collisions` are those that could not have the one of their name."""

    def __init__(self, config: MkDocsConfig, others: Iterable[File], home: str = "") -> None:
        """Know the site of `config`, in which `others` have their addresses already, and the note that is its home."""
        self._config = config
        self._home = home
        self._taken = {fold(file.dest_uri) for file in others}
        self.collisions: list[Problem] = []

    def file(self, path: str, location: Path | None) -> File:
        """The file of the site for the vault path `path`: its bytes are at `location`, or made by us."""
        config = self._config
        if location is None:
            file = File.generated(config, path, content="", inclusion=InclusionLevel.INCLUDED)
        else:
            file = File(
                path, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED
            )
            file.abs_src_path = str(location)
        folder, name = posixpath.split(path)
        if path == self._home:
            file.dest_uri, file.name = "index.html", "index"
        elif is_index(path) and not folder and self._home:  # it stands for nothing here, and MkDocs would not know
            file.name = name.removesuffix(".md")
            file.dest_uri = f"{file.name}/index.html" if config.use_directory_urls else f"{file.name}.html"
        elif is_index(path):
            file.dest_uri, file.name = posixpath.join(folder, "index.html"), "index"
        first = file.dest_uri
        file.dest_uri = self._free(first)
        if file.dest_uri != first:
            told = message("problem.collision", address=first, other=file.dest_uri)
            self.collisions.append(Problem(path, 1, "collision", told, message("suggest.rename-one")))
        self._taken.add(fold(file.dest_uri))
        return file

    def _free(self, first: str) -> str:
        """`first`, or the nearest address to it that no file has."""
        address, number = first, 2
        if fold(first) in self._taken and first.endswith("/index.html"):
            address = f"{posixpath.dirname(first)}.html"
        while fold(address) in self._taken:
            stem, extension = posixpath.splitext(first)
            folder, name = posixpath.split(stem)
            stem = f"{folder}-{number}/{name}" if name == "index" and folder else f"{stem}-{number}"
            address = stem + extension
            number += 1
        return address
