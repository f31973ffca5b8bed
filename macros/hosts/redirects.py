"""Which addresses of a site lead on to others, and the files that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_relative_url

from macros.hosts.addresses import Addresses, page_file
from macros.hosts.permalinks import address_of, file_of
from macros.hosts.search_index import is_excluded
from macros.language import Language, message
from macros.publish.redirects.aliases import alias_paths, have_files
from macros.publish.redirects.ledger import LEDGER, Ledger
from macros.publish.redirects.moved import Moves
from macros.publish.redirects.names import NAMES, names_of
from macros.publish.redirects.page import SCRIPT, redirect_page
from macros.vault import Problem, Vault, fold


@dataclass(frozen=True)
class Redirects:
    """Addresses that lead on to where a note is."""

    vault: Vault
    addresses: Addresses
    files: Mapping[str, str]
    """The files of the site that lead on, each with the path of its note."""
    asked: Mapping[str, str]
    """Those of them that are there because a note asked for an address, as addresses."""
    moves: Moves

    @classmethod
    def of(cls, vault: Vault, ledger: Ledger, addresses: Addresses, *, directories: bool) -> Redirects:
        """Those of a site whose notes have `addresses`. What an author asked for comes first, aliases last."""
        paths = {address_of(addresses.files[path]): path for path in vault.notes}
        pages = {address: vault.notes[path] for address, path in paths.items()}
        at_home = {*_at_home(vault, directories=directories)} if ledger.pages or ledger.moved else ()
        moves = Moves(ledger, pages, at_home)
        asked = {file: path for path, file in addresses.granted.others.items()}
        wanted = [*asked.items(), *((file_of(old), paths[to]) for old, to in moves.to.items())]
        aliases = alias_paths(vault.listed.values())
        if have_files(aliases, len(vault.notes)):
            named = ((page_file(path, is_index=False, directories=directories), note) for path, note in aliases.items())
            wanted += named
        files = dict[str, str]()
        for file, path in wanted:
            if addresses.taken.has_room(file):
                addresses.taken.add(file, is_ours=True)
                files[file] = path
        led_on = {address_of(file): address_of(addresses.files[path]) for file, path in asked.items() if file in files}
        return cls(vault, addresses, files, led_on, moves)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is told of addresses: wishes that cannot be had, lines of the ledger that are not understood."""
        return (*self.addresses.collisions, *self.moves.ledger.problems, *self._unsure())

    @cached_property
    def next_ledger(self) -> Ledger:
        """What the ledger is to say of this site."""
        return self.moves.next_ledger(self.asked)

    def _unsure(self) -> Iterator[Problem]:
        for old, pages in self.moves.unsure.items():
            told = message("ledger.unsure", address=old, pages=", ".join(self.moves.pages[page].path for page in pages))
            name = old.rstrip("/").rpartition("/")[2].removesuffix(".html")
            line = self.moves.ledger.lines.get(old, 1)
            yield Problem(LEDGER, line, "address", told, message("ledger.unsure-way", name=name), notice=True)

    def names(self) -> str:
        """What the page of lost addresses has to know: of notes that a list may name and a search may find."""
        before: dict[str, list[str]] = {}
        for old, to in {**self.moves.to, **self.asked}.items():
            before.setdefault(to, []).append(old)
        shown = {
            address: note
            for address, note in self.moves.pages.items()
            if note.path in self.vault.listed and not is_excluded(note)
        }
        return names_of(shown, before)


def redirect_files(
    redirects: Redirects, urls: Mapping[str, str], config: MkDocsConfig, language: Language
) -> Iterable[File]:
    """The pages that lead on to notes, which have `urls` by their paths, and what the page of lost addresses reads."""
    yield File.generated(config, NAMES, content=redirects.names(), inclusion=InclusionLevel.INCLUDED)
    for name, path in redirects.files.items():
        file = File.generated(config, name, content="", inclusion=InclusionLevel.INCLUDED)
        note, to = redirects.vault.notes[path], get_relative_url(urls[path], file.url)
        is_told = config.site_url and note.visibility.is_listed
        canonical = f"{config.site_url}{'' if urls[path] == './' else urls[path]}" if is_told else to
        script = get_relative_url(SCRIPT, file.url)
        file.content_string = redirect_page(note.title, to, canonical, script, language)
        yield file


def _at_home(vault: Vault, *, directories: bool) -> Iterator[str]:
    """The addresses, folded, that notes would have which stay at home: nothing leads on from there."""
    for path in vault.withheld:
        if path.endswith(".md"):
            for is_index in (True, False):
                yield fold(address_of(page_file(path, is_index=is_index, directories=directories)))
    for note in vault.drafts.values():
        if note.permalink:
            yield fold(address_of(file_of(note.permalink.address)))
