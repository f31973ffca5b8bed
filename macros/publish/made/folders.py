"""The page of a folder for which nobody wrote one: the folders and the notes in it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from macros.language import Language
from macros.publish.made.listing import Group, listed, listing
from macros.publish.made.long_pages import whole
from macros.publish.made.made_page import MadePage, Surroundings, made_note
from macros.vault import Vault, is_index
from macros.vault.folder import folders_of

FOLDER_PAGE = "folder"
"""The kind of these pages."""
_NAMES = ("index.md", "README.md")
"""What the note of a folder's page is called: what makes it the front of the folder, and nobody took."""


def folder_pages(
    vault: Vault, titles: Mapping[str, str], made: Collection[str], language: Language
) -> Iterator[MadePage]:
    """A page for each folder of listed notes that has none yet, neither of the vault nor `made`.

    `titles` of the settings are by paths with a slash at their end.
    """
    counts = Counter(folder for path in vault.listed for folder in folders_of(path))
    fronted = {posixpath.dirname(path) for path in (*vault.notes, *made) if is_index(path) and path != vault.home}
    for folder in sorted(counts.keys() - fronted):
        path = next((at for name in _NAMES if (at := f"{folder}/{name}") not in vault.notes), "")
        if path:
            title = titles.get(f"{folder}/") or posixpath.basename(folder)
            note = made_note(path, title, language.say("folder.text", count=counts[folder]))
            yield MadePage(note, path, FOLDER_PAGE, partial(_shows, folder))


def empty_in_navigation(made: Collection[MadePage], visible: Collection[str]) -> frozenset[str]:
    """The paths of the folder pages among `made` whose folders have none of the notes that are `visible` there."""
    shown = {folder for path in visible for folder in folders_of(path)}
    pages = (page.path for page in made if page.kind == FOLDER_PAGE)
    return frozenset(path for path in pages if posixpath.dirname(path) not in shown)


def _shows(folder: str, around: Surroundings) -> Mapping[str, Any]:
    outline, vault = around.lists.outline, around.vault
    long = around.lists.long.get(outline.front_of.get(folder, ""))
    elsewhere = {note.path for note in long.notes} if long else set[str]()
    paths = [path for path in around.folders.notes.get(folder, ()) if path not in elsewhere]
    group = Group("", "", listed([vault.notes[path] for path in paths]))
    groups = [group] if paths else []
    below = [
        {
            "title": outline.folder_title(at),
            "url": around.url_of_folder(at),
            "count": around.folders.counts[at],
        }
        for at in around.folders.below.get(folder, ())
    ]
    return {"folders": below, **(whole(long, around, groups) if long else listing(groups, around))}
