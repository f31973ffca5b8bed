"""What `{{ maru("topics") }}` shows: parts of a home page, made of what is there; no search finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from types import MappingProxyType

from macros import markup
from macros.commands.recording import State
from macros.publish.changed import latest
from macros.publish.folders import ROOT
from macros.publish.made.all_notes import ALL
from macros.publish.made.made_page import Surroundings
from macros.publish.made.terms import listed_in
from macros.publish.trails import Trail
from macros.vault import Note, Vault
from macros.vault.calls import recordings_called

MOST_TOPICS, MOST_NAMED, MOST_TAGS, MOST_RECENT = 24, 4, 20, 7
"""Folders that are topics, notes that one of them names, tags, and notes that were changed."""
MOST_ALONE = 20
"""Notes that are named where there are no folders."""
_Part = Callable[[str, Surroundings], Iterable[str]]


def part(name: str, page: str, around: Surroundings) -> str | None:
    """The HTML of the part `name` on the page of the note `page`; empty where it has nothing to show.

    None for a name that no part has.
    """
    shows = _PARTS.get(name)
    return None if shows is None else "".join(shows(page, around))


def has_parts(vault: Vault) -> Mapping[str, bool]:
    """Which parts, of those that need not be there, have something to show."""
    notes = vault.listed.values()
    recent = bool(latest(vault, notes, 1))
    return {"paths": any(note.stations for note in notes), "tags": bool(vault.tags), "recent": recent}


def _counts(page: str, around: Surroundings) -> Iterator[str]:
    vault, say = around.vault, around.language.say
    terms, recordings = len(vault.glossary.terms), len({*_recordings(around)})
    told = [say("part.notes", count=len(vault.listed))]
    told += [say("part.terms", count=terms)] if terms else []
    told += [say("part.recordings", count=recordings)] if recordings else []
    yield f'<p class="kb-counts">{"".join(f"<span>{text}</span> " for text in told)}</p>'


def _recordings(around: Surroundings) -> Iterator[str]:
    """The ids of the recordings that are true and that a listed note shows."""
    known = around.library.recordings
    for path, note in around.vault.listed.items():
        inside = (f"{path}#{number + 1}" for number in range(len(note.fences)))
        ids = (*recordings_called(note.calls), *inside)
        yield from (id for id in ids if id in known and known[id].state is State.TRUE)  # noqa: A001


def _start(page: str, around: Surroundings) -> Iterator[str]:
    say, trails = around.language.say, around.trails.listed
    yield '<p class="kb-start">'
    if trails:
        yield _link(around.placed.url(trails[0].stations[0], page), say("part.start"), "kb-button")
    find = f'<a class="kb-button" href="{around.placed.url(ALL, page)}">{say("part.search")} <kbd>/</kbd></a>'
    yield f"<{markup.FIND}>{find}</{markup.FIND}></p>"


def _paths(page: str, around: Surroundings) -> Iterator[str]:
    if around.trails.listed:
        yield '<ol class="kb-cards">'
        yield from (_path(trail, page, around) for trail in around.trails.listed)
        yield "</ol>"


def _path(trail: Trail, page: str, around: Surroundings) -> str:
    note, count = around.vault.notes[trail.path], len(trail.stations)
    name = _link(around.placed.url(trail.path, page), note.title, markup.PATH_NAME)
    told = f'<span class="kb-count">{around.language.say("part.notes", count=count)}</span>'
    return f'<li><{markup.PATH} count="{count}">{name}{_summary(note)}{told}</{markup.PATH}></li>'


def _topics(page: str, around: Surroundings) -> Iterator[str]:
    """The folders at the root with how much they list, and the first of their notes; then what is in no folder."""
    folders, outline = around.folders, around.lists.outline
    below = folders.below.get(ROOT, ())
    yield '<ul class="kb-cards">'
    for folder in below[:MOST_TOPICS]:
        front = outline.front_of.get(folder, "")
        url = around.placed.url(front, page) if around.url_of_folder(folder) else ""
        inside = [path for path in _first(folder, around) if path != front]
        yield _topic(outline.folder_title(folder), url, listed_in(folder, around), inside, page, around)
    alone = [path for path in folders.notes.get(ROOT, ()) if path != outline.home]
    if alone:
        named = alone[: MOST_NAMED if below else MOST_ALONE]
        yield _topic(around.language.say("part.others" if below else "list.all"), "", len(alone), named, page, around)
    yield "</ul>"
    count = f'<span class="kb-count">{len(around.vault.listed)}</span>'
    yield f"<p>{_link(around.placed.url(ALL, page), around.language.say('list.all'))} {count}</p>"


def _first(folder: str, around: Surroundings) -> Iterable[str]:
    """The first notes of `folder`, of one that has folders alone those of the first of these."""
    folders = around.folders
    while not folders.notes.get(folder) and folders.below.get(folder):
        folder = folders.below[folder][0]
    return folders.notes.get(folder, ())[: MOST_NAMED + 1]


def _topic(title: str, url: str, count: int, named: Iterable[str], page: str, around: Surroundings) -> str:
    notes = [around.vault.notes[path] for path in named]
    most = max(MOST_NAMED, len(notes) if not url else 0)
    links = "".join(f"<li>{_link(around.placed.url(note.path, page), note.title)}</li>" for note in notes[:most])
    name = _link(url, title, "kb-topic") if url else f'<span class="kb-topic">{escape(title)}</span>'
    return f'<li>{name} <span class="kb-count">{count}</span>{f"<ul>{links}</ul>" if links else ""}</li>'


def _tags(page: str, around: Surroundings) -> Iterator[str]:
    tags = sorted(around.vault.tags.items(), key=lambda item: -len(item[1]))[:MOST_TAGS]
    if tags:
        yield '<p class="kb-top-tags">'
        for tag, paths in tags:
            link = _link(around.placed.tag_url(tag, page), f"#{tag}", markup.TAG)
            yield f'<span>{link}&nbsp;<span class="kb-count">{len(paths)}</span></span> '
        yield "</p>"


def _recent(page: str, around: Surroundings) -> Iterator[str]:
    notes = [note for path, note in around.vault.listed.items() if path != around.vault.home]
    found = latest(around.vault, notes, MOST_RECENT)
    if found:
        items = (
            f"<li>{_link(around.placed.url(note.path, page), note.title)} "
            f'<span class="kb-count">{day.isoformat()}</span>{_summary(note)}</li>'
            for note, day in found
        )
        yield f'<ul class="kb-recent">{"".join(items)}</ul>'


def _summary(note: Note) -> str:
    return f'<span class="kb-summary">{escape(note.summary)}</span>' if note.summary else ""


def _link(url: str, text: str, css: str = markup.LINK) -> str:
    return f'<a class="{css}" href="{escape(url)}">{escape(text)}</a>'


_PARTS: Mapping[str, _Part] = MappingProxyType(
    {"counts": _counts, "start": _start, "paths": _paths, "topics": _topics, "tags": _tags, "recent": _recent}
)
