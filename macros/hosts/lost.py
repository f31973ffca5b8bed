"""What is offered to who has found nothing: on the page of lost addresses, and below the search box."""

from __future__ import annotations

from collections.abc import Iterator

from macros.hosts.build import Build
from macros.publish.made.all_notes import ALL
from macros.publish.made.tags import TAGS
from macros.vault import is_index
from macros.vault.note_reader import GLOSSARY


def ways_on(build: Build) -> Iterator[dict[str, str]]:
    """Title and address, seen from the root, of pages from which all notes are found."""
    say, vault = build.sources.language.say, build.sources.vault
    yield {"title": say("lost.home"), "url": "."}
    yield {"title": say("list.all"), "url": build.host.site_url(ALL)}
    if vault.tags:
        yield {"title": say("tags.title"), "url": build.host.site_url(TAGS)}
    for page in build.pages:
        if page.note.folder == GLOSSARY and is_index(page.note.path) and page.note.visibility.is_listed:
            yield {"title": page.note.title, "url": page.url}
