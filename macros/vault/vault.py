"""The vault: every note read once, and every question about them answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from macros.vault.backlinks import Backlink, Links, links_of
from macros.vault.baseline import read_baseline
from macros.vault.contents import Read, read_contents
from macros.vault.dates import UNDATED, Dates, dates_of
from macros.vault.drawing import pictures_of
from macros.vault.folder import VaultFile, folders_of, home_among, walk
from macros.vault.glossary import Glossary
from macros.vault.index import Ambiguous, Found, Index, Missing, OnlyInObsidian, Resolution, Withheld
from macros.vault.names import fold
from macros.vault.note import Note
from macros.vault.note_reader import read_note
from macros.vault.obsidian import ObsidianSettings, read_obsidian_settings
from macros.vault.overruled import is_overruled
from macros.vault.passage import fragment_of, passage_of
from macros.vault.plugins import plugin_of_file
from macros.vault.problem import Problem
from macros.vault.reference import Reference
from macros.vault.titles import titled
from macros.vault.withheld import Reason, Selection, left_behind, left_out

LARGEST_NOTE = 1_000_000
"""Bytes up to which a note is parsed."""
EVERYTHING = Selection()
NOTHING_WITHHELD: Mapping[str, Reason] = MappingProxyType({})
ReadAll = Callable[[Mapping[str, bytes]], Mapping[str, Note]]
"""Makes notes of the bytes of files by their paths, in the same order."""


def read_each(data: Mapping[str, bytes]) -> Mapping[str, Note]:
    """Read one note after another."""
    return {path: read_note(path, contents, largest=LARGEST_NOTE) for path, contents in data.items()}


@dataclass(frozen=True, repr=False)
class Vault:
    """An immutable index of a folder of notes. Paths are POSIX, NFC, relative to the folder.

    It has no words of its own: they would be those of all notes, and mkdocs-macros asks for them at every build.
    """

    notes: Mapping[str, Note]
    """Published notes by path."""
    drafts: Mapping[str, Note]
    """Notes that say `draft: true` or `publish: false`, or not what they would have to say, by path."""
    attachments: Mapping[str, VaultFile]
    """All other files by path, among them the notes that are drawings."""
    locations: Mapping[str, Path]
    """Where the bytes of each note are."""
    settings: ObsidianSettings
    baseline: frozenset[str]
    """Known problems, see `macros.vault.baseline`."""
    problems: tuple[Problem, ...]
    """What went wrong while reading; what is wrong with links is told by `macros.vault.report`."""
    home: str
    """The note that is the home page, empty where there is none."""
    withheld: Mapping[str, Reason]
    """Why a file stays at home, by path: drafts, and all that a rule left out."""
    needed: frozenset[str] = frozenset()
    """The attachments that the site itself needs, such as its logo."""
    history: Mapping[str, Dates] = field(default_factory=lambda: MappingProxyType({}))
    """What git says of notes, by their paths."""

    @classmethod
    def scan(cls, root: Path, selection: Selection = EVERYTHING, read_all: ReadAll = read_each) -> Vault:
        """Read what `selection` says of the folder `root`. Each file is read once."""
        settings = read_obsidian_settings(root)
        files, withheld = list[VaultFile](), dict[str, Reason]()

        def rule(path: str) -> Reason | None:
            return selection.rule(path) or settings.reason(path) or left_behind(path)

        for file, reason in walk(root, rule):
            if reason and not is_overruled(reason, file, rule, only_marked=selection.only_marked, largest=LARGEST_NOTE):
                withheld[file.path] = reason
            else:
                files.append(file)
        linked = tuple((path, reason.text) for path, reason in withheld.items() if reason.rule == "linked")
        settings = replace(settings, linked=linked)
        readable = ((file, file.location.read_bytes) for file in files)
        return cls.of(readable, settings, read_baseline(root), read_all, selection, withheld)

    @classmethod
    def of(
        cls,
        files: Iterable[tuple[VaultFile, Read]],
        settings: ObsidianSettings,
        baseline: frozenset[str] = frozenset(),
        read_all: ReadAll = read_each,
        selection: Selection = EVERYTHING,
        withheld: Mapping[str, Reason] = NOTHING_WITHHELD,
    ) -> Vault:
        """Index `files`, each with the function that reads its bytes; `read_all` makes notes of them."""
        contents = read_contents(files)
        locations, attachments = contents.locations, dict(contents.attachments)
        found = read_all(contents.notes)
        reasons = {path: reason for path, note in found.items() if (reason := selection.reason_of(note))}
        published = {path: note for path, note in found.items() if path not in reasons}
        told = (*settings.unread, *contents.problems, *left_out({**withheld, **reasons}))
        problems = (*told, *(problem for note in published.values() for problem in note.problems))
        notes = {path: note for path, note in published.items() if not note.is_drawing}
        home = _spelt(selection.home, notes) or _spelt(f"{selection.home}.md", notes) or home_among(notes)
        attachments |= {path: VaultFile(path, locations[path]) for path in published if path not in notes}
        return cls(
            notes=MappingProxyType(titled(notes, home, settings.name)),
            drafts=MappingProxyType({path: found[path] for path in reasons}),
            attachments=MappingProxyType(attachments),
            locations=locations,
            settings=settings,
            baseline=baseline,
            problems=problems,
            home=home,
            withheld=MappingProxyType({**withheld, **reasons}),
            needed=frozenset(path for path in selection.needed if path in attachments),
        )

    def resolve(self, reference: Reference, source: str) -> Resolution:
        """Where `reference` in the note `source` leads; a drawing is its exported picture."""
        asked = (reference.name, source)
        if asked not in self._resolved:
            self._resolved[asked] = self._shown(self._index.resolve(*asked), *asked)
        return self._resolved[asked]

    def take_answers(self, before: Vault) -> None:
        """Answer as `before` did, in which every name led to the same file."""
        vars(self).update(_index=before._index, _withheld_index=before._withheld_index, _resolved=before._resolved)

    def close_to(self, name: str) -> tuple[str, ...]:
        """The names nearest to `name`."""
        return self._index.close_to(name)

    @property
    def shared_aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Aliases that more than one note claims, with the notes."""
        return self._index.shared_aliases

    def fragment(self, path: str, reference: Reference) -> str | None:
        """The id that `#section` or `#^block` has on the page of `path`.

        Empty when the reference names no part of the note; None when the note has no such part. A section is
        found by its text or its id, and `#outer#inner` is the first `inner` below `outer`.
        """
        note = self.notes.get(path)
        return fragment_of(note, reference) if note else "#".join(reference.sections)

    def passage(self, path: str, fragment: str) -> str:
        """The Markdown that an embed shows: the whole body, the section of an id, or the block `^id`."""
        return passage_of(self.notes[path], fragment)

    def dates(self, path: str) -> Dates:
        """When the note `path` was made and changed; no days of a page that nobody wrote."""
        note = self.notes.get(path)
        return dates_of(note.properties, self.history.get(path, UNDATED)) if note else UNDATED

    @cached_property
    def listed(self) -> Mapping[str, Note]:
        """The published notes that a list may name, by path."""
        return MappingProxyType({path: note for path, note in self.notes.items() if note.visibility.is_listed})

    @cached_property
    def links(self) -> Links:
        """The links of the notes that a list may name."""
        return links_of(self.listed, self.resolve)

    @property
    def backlinks(self) -> Mapping[str, tuple[Backlink, ...]]:
        """For each path the notes that link to it, in the order of the vault."""
        return self.links.back

    @cached_property
    def used_attachments(self) -> frozenset[str]:
        """The attachments that a published note or the site shows or links to: only these may leave the machine."""
        resolutions = (
            self.resolve(mention.reference, source) for source, note in self.notes.items() for mention in note.mentions
        )
        return self.needed | frozenset(
            resolution.path
            for resolution in resolutions
            if isinstance(resolution, Found | Ambiguous) and resolution.path in self.attachments
        )

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The folders that have published notes at any depth, with a slash at the end, in the order of the notes."""
        return tuple(dict.fromkeys(f"{folder}/" for path in self.listed for folder in folders_of(path)))

    @cached_property
    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """Each tag as it is first written, with the paths of its notes, in the order of the alphabet."""
        spelling: dict[str, str] = {}
        tagged: dict[str, list[str]] = {}
        for path, note in self.listed.items():
            for tag in note.tags:
                tagged.setdefault(spelling.setdefault(fold(tag), tag), []).append(path)
        return MappingProxyType({tag: tuple(tagged[tag]) for tag in sorted(tagged, key=fold)})

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that the published notes explain."""
        return Glossary(self.listed.values())

    @cached_property
    def pictures(self) -> Mapping[str, str]:
        """The drawings that were exported, each with the picture that stands for it."""
        return pictures_of(self.attachments)

    def _shown(self, resolution: Resolution, name: str, source: str) -> Resolution:
        """`resolution` where a browser can show its file; for all else the picture of it, or why there is none."""
        if isinstance(resolution, Missing):
            at_home = self._withheld_index.resolve(name, source)
            return resolution if isinstance(at_home, Missing) else Withheld(name)
        if resolution.path not in self.attachments:
            return resolution
        path = resolution.path
        plugin = plugin_of_file(path)
        if path in self.pictures:
            return replace(resolution, path=self.pictures[path])
        return OnlyInObsidian(name, path, plugin) if plugin else resolution

    @cached_property
    def _resolved(self) -> dict[tuple[str, str], Resolution]:
        """Answers of the index that were given: a link is asked for by the report, the backlinks and its page."""
        return {}

    @cached_property
    def _index(self) -> Index:
        return Index(self.notes.values(), self.attachments, self.settings.attachment_folder, self.settings.linked)

    @cached_property
    def _withheld_index(self) -> Index:
        return Index(self.drafts.values(), (path for path in self.withheld if path not in self.drafts))


def _spelt(path: str, known: Iterable[str]) -> str:
    """The path of `known` that `path` names, in any case and Unicode form; empty where there is none."""
    folded = fold(path)
    return next((other for other in known if fold(other) == folded), "") if path else ""
