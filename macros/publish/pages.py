"""Pages that the vault does not have but its readers need: a home and a list of tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from macros.vault import INDEXES, Note, Vault, slugify
from macros.vault.note import read_note

HOME = "index.md"
TAGS = "tags.md"


@dataclass(frozen=True, slots=True)
class Group:
    """Notes under a heading of a page that lists notes."""

    title: str
    anchor: str
    notes: tuple[Note, ...]


def missing_pages(vault: Vault) -> Iterator[str]:
    """The paths of the pages that have to be made for `vault`."""
    if not any(path in vault.notes for path in INDEXES):
        yield HOME
    if TAGS not in vault.notes:
        yield TAGS


def home_page(vault: Vault) -> Note:
    """The home page of a vault that has none: it lists the notes by folder."""
    return _made(HOME, "홈", f"노트 {len(vault.notes)}개가 있습니다.")


def tags_page(vault: Vault) -> Note:
    """The page that every tag leads to."""
    return _made(TAGS, "태그", f"태그 {len(vault.tags)}개가 있습니다." if vault.tags else "아직 태그가 없습니다.")


def listing(vault: Vault, page: Note) -> Iterable[Group]:
    """The groups that `page` lists: none unless it is one of the pages above."""
    if page.path in vault.notes:
        return ()
    if page.path == TAGS:
        return tuple(
            Group(tag, tag_slug(tag), tuple(vault.notes[path] for path in paths)) for tag, paths in vault.tags.items()
        )
    folders = dict.fromkeys(sorted(note.folder for note in vault.notes.values()))
    return tuple(
        Group(folder, slugify(folder), tuple(note for note in vault.notes.values() if note.folder == folder))
        for folder in folders
    )


def tag_slug(tag: str) -> str:
    """The id of a tag's list on the page of tags."""
    return slugify(tag.replace("/", "-"))


def tag_anchor(tag: str) -> str:
    """The same, encoded for an address."""
    return quote(tag_slug(tag))


def _made(path: str, title: str, body: str) -> Note:
    return read_note(path, f"# {title}\n\n{body}\n".encode(), largest=10_000)
