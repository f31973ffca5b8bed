"""The pages of tags: one for each, one for all, and those that rare tags of a large vault share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from macros.language import Language
from macros.publish.letters import letter_of
from macros.publish.long_list import LONGEST, anchor, label
from macros.publish.made.listing import LISTING, Group, bar, by_letter, listed, listing, name_id, named
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.publish.made.wanted import WANTED
from macros.publish.tag_tree import Tag, TagTree, tag_key
from macros.vault import Note, Vault
from macros.vault.folder import MADE

TAGS = f"{MADE}/tags.md"
_ADDRESS = "tags.md"
_INDEX, _PAGE = "tags", "tag"
"""The templates."""
_ROOM, _MARKS = 90_000, 30
"""Bytes of the index that rare tags may have, and those of the marks around one."""


def tags_pages(vault: Vault, tree: TagTree, language: Language) -> Iterator[MadePage]:
    """The index of all tags of `vault`, the page of each tag, and the pages of those that have none."""
    count = len(vault.tags)
    text = language.say("tags.text" if count else "tags.none", count=count)
    note = made_note(TAGS, language.say("tags.title"), text)
    yield MadePage(note, _ADDRESS, _INDEX, _shows_all, is_in_navigation=False)
    for tag in tree.tags.values():
        if tag.key in tree.paged:
            yield _page(tag, language)
    for letter, keys in tree.rare.items():
        title = language.say("tags.rare", letter=label(letter, language))
        note = made_note(_rare(letter), title, language.say("tags.rare-text", count=len(keys)))
        shows = partial(_shows_rare, letter)
        yield MadePage(note, f"tags/-{letter or 'others'}.md", LISTING, shows, is_in_navigation=False)


def tag_place(tag: str, tree: TagTree) -> tuple[str, str]:
    """The path of the page that lists the notes with `tag`, and the id of the list on it, encoded for an address.

    Both are empty for what is no tag of a note, the id for a tag with a page of its own.
    """
    key = tag_key(tag)
    if key in tree.paged:
        return _own(tree.tags[key]), ""
    return (_rare(letter_of(key)), quote(name_id(key))) if key in tree.tags else ("", "")


def _rare(letter: str) -> str:
    return f"{MADE}/rare/{anchor(letter)}.md"


def _own(tag: Tag) -> str:
    return f"{MADE}/tags/{tag.file}/-.md"  # whatever it is called, it is no index of a folder


def _page(tag: Tag, language: Language) -> MadePage:
    note = made_note(_own(tag), f"#{tag.name}", language.say("tag.text", count=len(tag.notes)))
    return MadePage(note, f"tags/{tag.file}.md", _PAGE, partial(_shows, tag.key), is_in_navigation=False)


def _shows_all(around: Surroundings) -> Mapping[str, Any]:
    """The tree of tags; a long one is looked through by letter."""
    groups: dict[str, list[Tag]] = {}
    tags = around.tags.tags
    is_long = len(around.tags.paged) > LONGEST
    for tag in filter(around.tags.has_page, around.tags.top()):
        groups.setdefault(letter_of(tag.key) if is_long else "", []).append(tag)
    headings = [Group(label(letter, around.language), anchor(letter), ()) for letter in groups]
    wanted = around.placed.site_url(WANTED)
    return {
        "letters": bar(headings) if is_long else None,
        "groups": [
            {
                "title": heading.title if is_long else "",
                "anchor": heading.anchor,
                "tags": [_entry(tag, around) for tag in tags],
            }
            for heading, tags in zip(headings, groups.values(), strict=True)
        ],
        "rare": [_rare_entry(letter, map(tags.__getitem__, keys), around) for letter, keys in around.tags.rare.items()],
        "wanted": wanted,
    }


def _entry(tag: Tag, around: Surroundings) -> dict[str, Any]:
    return {
        "anchor": name_id(tag.key),
        "label": tag.label,
        "url": _url(tag, around),
        "count": len(tag.notes),
        "below": [_entry(around.tags.tags[key], around) for key in tag.below if key in around.tags.paged],
    }


def _rare_entry(letter: str, tags: Iterable[Tag], around: Surroundings) -> dict[str, Any]:
    """The page of the rare tags of a letter, and their names: where these are too many, only their ids."""
    is_named = sum(2 * len(key.encode()) + _MARKS for keys in around.tags.rare.values() for key in keys) <= _ROOM
    return {
        "label": label(letter, around.language),
        "url": around.placed.site_url(_rare(letter)),
        "tags": [
            {"anchor": name_id(tag.key), "label": tag.name if is_named else "", "count": len(tag.notes)} for tag in tags
        ],
    }


def _url(tag: Tag, around: Surroundings) -> str:
    path, place = tag_place(tag.key, around.tags)
    url = around.placed.site_url(path)
    return f"{url}#{place}" if place else url


def _shows(key: str, around: Surroundings) -> Mapping[str, Any]:
    """A tag with those above and below it, and its notes in the order of the site, or by letter where they are many."""
    tags = around.tags.tags
    tag = tags[key]
    notes = _notes(tag, around)
    groups = by_letter(named(notes), around.language) if len(notes) > LONGEST else [Group("", "", listed(notes))]
    return {
        **listing(groups, around, is_dense=len(notes) > LONGEST),
        "letters": bar(groups) if len(notes) > LONGEST else None,
        "above": [
            _all_tags(around),
            *({"label": tags[up].label, "url": _url(tags[up], around)} for up in _ups(tag, tags)),
        ],
        "below": [
            {"label": tags[nested].label, "url": _url(tags[nested], around), "count": len(tags[nested].notes)}
            for nested in tag.below
        ],
    }


def _shows_rare(letter: str, around: Surroundings) -> Mapping[str, Any]:
    keys = around.tags.rare[letter]
    tags = map(around.tags.tags.__getitem__, keys)
    groups = [Group(f"#{tag.name}", name_id(tag.key), listed(_notes(tag, around))) for tag in tags]
    return {**listing(groups, around), "above": [_all_tags(around)]}


def _all_tags(around: Surroundings) -> Mapping[str, str]:
    """The way to the index."""
    return {"label": around.language.say("tags.title"), "url": around.placed.site_url(TAGS)}


def _notes(tag: Tag, around: Surroundings) -> list[Note]:
    places = around.lists.places
    paths = sorted(tag.notes, key=lambda path: (places.get(path, 0), path))
    return [around.vault.notes[path] for path in paths]


def _ups(tag: Tag, tags: Mapping[str, Tag]) -> Iterable[str]:
    """The keys of the tags that `tag` is nested in, the outermost first."""
    found = list[str]()
    while tag.above:
        found.append(tag.above)
        tag = tags[tag.above]
    return reversed(found)
