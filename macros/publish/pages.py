"""Pages that the vault does not have but its readers need: a home, a list of tags, a list of terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from urllib.parse import quote

from macros.language import Language
from macros.publish.letters import KOREAN, LATIN, letter_of
from macros.publish.long_list import LONGEST, Listed, Lists, LongList, anchor, label
from macros.vault import Note, Vault, fold, is_index, slugify
from macros.vault.note_reader import GLOSSARY, read_note

HOME = "index.md"
TAGS = ".maru/tags.md"
"""A path that no note has: an author may write a note `tags.md`."""
TERMS = f"{GLOSSARY}/index.md"
ADDRESSES: Mapping[str, str] = MappingProxyType({HOME: HOME, TAGS: "tags.md", TERMS: TERMS})
"""The note whose address each of these pages has, reserved for it."""
_NOT_IN_ID = re.compile(r"""^_|[%\s"'<>\\`\x00-\x1f\x7f-\x9f]""")


@dataclass(frozen=True, slots=True)
class Group:
    """Notes under a heading of a page that lists notes."""

    title: str
    anchor: str
    notes: tuple[Listed, ...]
    more: LongList | None = None
    """Notes that are on a page of their own."""


def missing_pages(vault: Vault) -> Iterator[str]:
    """The paths of the pages that have to be made for `vault`."""
    if not vault.home:
        yield HOME
    yield TAGS
    if vault.glossary.terms and not any(
        note.folder == GLOSSARY and is_index(path) for path, note in vault.notes.items()
    ):
        yield TERMS


def made_page(vault: Vault, path: str, language: Language) -> Note:
    """The page `path`, one of `missing_pages`."""
    return {HOME: home_page, TAGS: tags_page, TERMS: terms_page}[path](vault, language)


def home_page(vault: Vault, language: Language) -> Note:
    """The home page of a vault that has none: it lists the notes by folder."""
    return _made(HOME, language.say("home.title"), language.say("home.text", count=len(vault.listed)))


def tags_page(vault: Vault, language: Language) -> Note:
    """The page that every tag leads to."""
    count = len(vault.tags)
    return _made(TAGS, language.say("tags.title"), language.say("tags.text" if count else "tags.none", count=count))


def terms_page(vault: Vault, language: Language) -> Note:
    """The glossary: every term in the order of the alphabets, 가나다 before ABC."""
    return _made(TERMS, language.say("terms.title"), language.say("terms.text", count=len(vault.glossary.terms)))


def listing(vault: Vault, page: Note, language: Language, lists: Lists) -> Iterable[Group]:
    """The groups that `page` lists: none unless it is one of the pages above, or that of a long one of `lists`."""
    if page.path in vault.notes:
        return ()
    if page.path == TAGS:
        return tuple(
            Group(tag, tag_id(tag), _listed([vault.notes[path] for path in paths])) for tag, paths in vault.tags.items()
        )
    if page.path == TERMS:
        return tuple(_terms(vault, language.say("terms.signs")))
    if long := lists.long.get(page.path):
        return tuple(Group(label(letter, language), anchor(letter), tuple(notes)) for letter, notes in long.by_letter())
    return tuple(_folders(vault, lists))


def tag_id(tag: str) -> str:
    """The id of a tag's list on the page of tags: the tag itself, in small letters.

    Two tags have two ids, whatever signs they have: `a/b` and `a-b`, `c#` and `c++`. Only what an id cannot have, or
    what the theme would take for its own, is a percent sign and a number.
    """
    return _NOT_IN_ID.sub(lambda found: "".join(f"%{byte:02x}" for byte in found[0].encode()), fold(tag))


def tag_anchor(tag: str) -> str:
    """The same, encoded for an address."""
    return quote(tag_id(tag))


def _folders(vault: Vault, lists: Lists) -> Iterator[Group]:
    """Folders and notes in the order of the navigation."""
    outline, long = lists.outline, {found.folder: found for found in lists.long.values()}
    by_folder: dict[str, list[Note]] = {}
    for path in sorted(vault.listed, key=outline.key):
        note = vault.notes[path]
        by_folder.setdefault(note.folder, []).append(note)
    for folder in sorted(by_folder, key=outline.folder_key):
        more = long.get(folder)
        elsewhere = {note.path for note in more.notes} if more else set[str]()
        here = _listed([note for note in by_folder[folder] if note.path not in elsewhere])
        yield Group(folder, tag_id(f"{folder}/"), here, more)


def _listed(notes: Sequence[Note]) -> tuple[Listed, ...]:
    """`notes` with what is said of them, or their titles alone where they are so many that nobody reads it."""
    if len(notes) <= LONGEST:
        return tuple(map(_told, notes))
    return tuple(Listed(note.path, note.title) for note in notes)


def _told(note: Note) -> Listed:
    aliases = tuple(name for name in note.aliases if name != note.title) if note.is_term else ()
    return Listed(note.path, note.title, note.summary, aliases)


def _terms(vault: Vault, signs: str) -> Iterator[Group]:
    notes = sorted((vault.notes[term.path] for term in vault.glossary.terms), key=lambda note: _order(note.title))
    for initial, group in groupby(notes, key=lambda note: _order(note.title)[1] or signs):
        yield Group(initial, slugify(initial), tuple(map(_told, group)))


def _order(title: str) -> tuple[int, str, str]:
    """Sorts 가나다, then ABC, then the rest; the second part is the heading, empty for signs."""
    letter = letter_of(title)
    if letter and letter in KOREAN:
        return 0, letter, title
    return (1, letter, title.casefold()) if letter and letter in LATIN else (2, "", title)


def _made(path: str, title: str, body: str) -> Note:
    return read_note(path, f"# {title}\n\n{body}\n".encode(), largest=10_000)
