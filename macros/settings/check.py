"""Whether the notes and files that the settings name are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pathspec import GitIgnoreSpec

from macros.language import message
from macros.settings.read import SettingsError
from macros.settings.settings import Settings
from macros.vault import Problem, Vault, fold
from macros.vault.nearest import did_you_mean, nearest

_NEVER_LISTED = re.compile(r"!?/?(?:\*\*/)?(?:\.|node_modules)")


def check_files(settings: Settings, vault: Vault) -> None:
    """SettingsError, with the place, for a home, a logo, an icon or a style sheet that is not in the vault.

    A file is named as it is spelt, for pages ask a web server for that.
    """
    problems = []
    if settings.home and fold(vault.home) not in (fold(settings.home), fold(f"{settings.home}.md")):
        problems.append(_missing(settings, "home", "settings.no-note", settings.home, vault.notes))
    for option, paths in settings.files.items():
        problems += [
            _missing(settings, option, "settings.no-file", path, vault.attachments)
            for path in paths
            if path not in vault.attachments
        ]
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
    for pattern in _idle(settings.exclude, vault):
        file, line = settings.place("exclude")
        told = message("settings.idle", option="exclude", pattern=pattern)
        yield Problem(file, line, "settings", told, notice=True)


def _idle(patterns: Iterable[str], vault: Vault) -> Iterator[str]:
    """Those of `patterns` that no file fits: perhaps a slip that publishes. Hidden files are left out without one."""
    paths = (*vault.notes, *vault.attachments, *vault.withheld)
    used = {reason.text for reason in vault.withheld.values() if reason.rule == "excluded"}
    for pattern in patterns:
        if pattern in used or _NEVER_LISTED.match(pattern):
            continue
        spec = GitIgnoreSpec.from_lines([pattern])
        if all(spec.check_file(path).include is None for path in paths):
            yield pattern


def _missing(settings: Settings, option: str, key: str, path: str, known: Iterable[str]) -> Problem:
    file, line = settings.place(option)
    told = message(key, option=option, path=path)
    return Problem(file, line, "settings", told, did_you_mean(nearest(path, known, 1)))
