"""Whether the notes and files that the settings name are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pathspec import GitIgnoreSpec

from macros.language import message
from macros.settings.read import SettingsError
from macros.settings.settings import Settings
from macros.vault import Problem, Vault, fold
from macros.vault.folder import folders_of
from macros.vault.nearest import did_you_mean, nearest

_DRAFT = "draft"
_MAY_BE_IDLE = re.compile(r"!|/?(?:\.|node_modules)|.*[*?\[]")


def check_files(settings: Settings, vault: Vault) -> None:
    """SettingsError, with the place, for a home, a logo, an icon or a style sheet that is not in the vault.

    A file is named as it is spelt, for pages ask a web server for that.
    """
    problems = []
    if settings.home and fold(vault.home) not in (fold(settings.home), fold(f"{settings.home}.md")):
        problems.append(_missing(settings, "home", "settings.no-note", settings.home, vault.notes))
    for option, paths in settings.files.items():
        for path in paths:
            if reason := vault.withheld.get(path):
                file, line = settings.place(option)
                told = message("settings.at-home", option=option, path=path, reason=reason.told)
                problems.append(Problem(file, line, "settings", told, reason.way_out))
            elif path not in vault.attachments:
                problems.append(_missing(settings, option, "settings.no-file", path, vault.attachments))
    if problems:
        raise SettingsError(tuple(problems), settings.language)


def report_settings(settings: Settings, vault: Vault) -> Iterator[Problem]:
    """What the settings say of nothing: entries of the navigation, and with a notice patterns of what is left out."""
    known = [*vault.notes, *vault.folders]
    folded = {fold(path) for path in known}
    file, _ = settings.place("navigation")
    for entry in settings.navigation:
        if fold(entry.path) not in folded:
            told = message("settings.no-note", option="navigation", path=entry.path)
            yield Problem(file, entry.line, "settings", told, did_you_mean(nearest(entry.path, known, 1)))
    file, line = settings.place("exclude")
    for pattern, close in _idle(settings, vault):
        told = message("settings.idle", option="exclude", pattern=pattern)
        yield Problem(file, line, "settings", told, did_you_mean(close), notice=True)

    if not settings.draft_status:
        yield from _perhaps_drafts(vault)


def _perhaps_drafts(vault: Vault) -> Iterator[Problem]:
    """Once for all notes that say `status: draft`: to many that means something else than a note that stays at home."""
    found = [path for path, note in vault.notes.items() if _DRAFT in map(fold, note.statuses)]
    if found:
        told = message("settings.status", count=len(found))
        yield Problem(found[0], 1, "status", told, message("settings.draft-status"), notice=True)


def _idle(settings: Settings, vault: Vault) -> Iterator[tuple[str, Sequence[str]]]:
    """The patterns of `exclude` that no file fits, perhaps a slip that publishes, each with the path nearest to it.

    One with a wildcard may be for what is yet to come, `!` for nothing; a hidden file is never listed.
    """
    used = {reason.text for reason in vault.withheld.values() if reason.rule == "excluded"}
    idle = (pattern for pattern in settings.exclude if pattern not in used and not _MAY_BE_IDLE.match(pattern))
    for pattern in idle:
        files = (*vault.notes, *vault.attachments, *vault.withheld)
        if all(GitIgnoreSpec.from_lines([pattern]).check_file(path).include is None for path in files):
            folders = {f"{folder}/" for path in files for folder in folders_of(path)}
            yield pattern, nearest(pattern, sorted(folders | {*files}), 1)


def _missing(settings: Settings, option: str, key: str, path: str, known: Iterable[str]) -> Problem:
    file, line = settings.place(option)
    told = message(key, option=option, path=path)
    return Problem(file, line, "settings", told, did_you_mean(nearest(path, known, 1)))
