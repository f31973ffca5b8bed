"""Reading `maru.yml`: the settings, or every wrong line of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode

from macros.language import NOTHING, Language, Message, ToldError, language, language_of_terminal, message
from macros.settings.kinds import WrongValueError
from macros.settings.schema import SCHEMA
from macros.settings.settings import Settings
from macros.vault import Problem, nfc, read_obsidian_settings
from macros.vault.bounded_yaml import refuse_depth
from macros.vault.nearest import did_you_mean, nearest

FILES = ("maru.yml", ".maru.yml")
"""The names that the file may have, at the root of the vault."""
_MISSPELT = frozenset({"maru.yml", ".maru.yml", "maru.yaml", ".maru.yaml"})
_LARGEST = 100_000
"""Bytes that a file of settings may have."""


class SettingsError(Exception):
    """Settings that are not understood, so nothing is published by them: what is wrong, with file and line."""

    def __init__(self, problems: tuple[Problem, ...], language: str = "") -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
        self.language = language
        """The language that the settings themselves name."""

    @property
    def spoken(self) -> Language:
        """The language to tell it in: that of the settings, or of the terminal."""
        return language(self.language) if self.language else language_of_terminal()


def is_settings_file(path: str) -> bool:
    """True for the path of a file of settings: it is never published."""
    return path.casefold() in _MISSPELT


def read_settings(root: Path, environment: Mapping[str, str]) -> Settings:
    """The settings of the vault at `root`; those of `environment` come before those of the file.

    SettingsError when anything is not understood, in what Obsidian leaves out too: it would publish too much.
    """
    problems = [*read_obsidian_settings(root).faults]
    values: dict[str, Any] = {}
    places: dict[str, tuple[str, int]] = {}
    for file, line, key, node in (*_from_file(root, problems), *_from_environment(environment)):
        option = SCHEMA.get(key)
        if option is None:
            told = message("settings.unknown", key=key)
            problems.append(Problem(file, line, "settings", told, _near(key, tuple(SCHEMA))))
            continue
        if key in values and places[key][0] == file:
            problems.append(Problem(file, line, "settings", message("settings.twice", key=key)))
        try:
            values[key] = option.read(node)
            places[key] = (file, line)
        except WrongValueError as error:
            at = error.node.start_mark.line + 1 if error.node.start_mark else line
            told = message(error.told.key, option=key, **dict(error.told.values))
            way_out = _offered(error.node, error.choices) or error.way_out
            problems.append(Problem(file, at, "settings", told, way_out))
    if problems:
        raise SettingsError(tuple(sorted(problems)), values.get("language", ""))
    return Settings(**values, places=MappingProxyType(places))


def _from_file(root: Path, problems: list[Problem]) -> Iterator[tuple[str, int, str, Node]]:
    """File, line, key and value of each entry."""
    found = _found(root)
    for name in found:
        if name not in FILES:
            told, way_out = message("settings.misspelt"), message("suggest.rename-to", name="maru.yml")
            problems.append(Problem(name, 1, "settings", told, way_out))
    if len(found) > 1:
        problems.append(Problem(found[0], 1, "settings", message("settings.both", files=", ".join(found))))
    if problems or not found:
        return
    (name,) = found
    node = _composed(root / name, problems)
    if node is None or (isinstance(node, ScalarNode) and not node.value):
        return
    if not isinstance(node, MappingNode):
        problems.append(Problem(name, 1, "settings", message("settings.no-list")))
        return
    for key, value in node.value:
        if isinstance(key, ScalarNode):
            yield name, key.start_mark.line + 1, str(key.value), value
        else:
            problems.append(Problem(name, key.start_mark.line + 1, "settings", message("settings.no-list")))


def _found(root: Path) -> list[str]:
    try:
        names = [entry.name for entry in root.iterdir() if nfc(entry.name).casefold() in _MISSPELT]
    except OSError:
        return []
    return sorted(names, key=lambda name: (name.startswith("."), name))


def _composed(file: Path, problems: list[Problem]) -> Node | None:
    """The YAML of `file` as a node; None when it is empty or cannot be read, which is told."""
    told: Message
    try:
        if not file.is_file():
            raise ToldError(message("settings.no-regular-file"))  # noqa: TRY301 - a pipe or a device would never end
        data = file.read_bytes()
        if len(data) > _LARGEST:
            raise ToldError(message("settings.too-large", largest=f"{_LARGEST:,}"))  # noqa: TRY301
        source = data.decode("utf-8-sig")
        refuse_depth(source)
        return yaml.compose(source, Loader=yaml.SafeLoader)
    except (OSError, ToldError) as error:
        reason = error.told if isinstance(error, ToldError) else error.strerror or error
        told, line = message("settings.unreadable", reason=reason), 1
    except UnicodeDecodeError as error:
        told, line = message("settings.not-utf-8"), error.object[: error.start].count(b"\n") + 1
    except (yaml.YAMLError, RecursionError, ValueError, ArithmeticError) as error:
        mark = getattr(error, "problem_mark", None)
        odd = message("settings.too-deep" if isinstance(error, RecursionError) else "settings.no-character")
        reason = getattr(error, "problem", None) or odd
        told, line = message("settings.no-yaml", reason=reason), mark.line + 1 if mark else 1
    problems.append(Problem(file.name, line, "settings", told))
    return None


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, int, str, Node]]:
    for key, option in SCHEMA.items():
        if option.environment and environment.get(option.environment):
            yield option.environment, 1, key, ScalarNode("tag:yaml.org,2002:str", environment[option.environment])


def _offered(node: Node, choices: tuple[str, ...]) -> Message:
    """Which of `choices` the text `node` may mean. A list is not written out: aliases make it as long as they like."""
    return _near(str(node.value), choices) if isinstance(node, ScalarNode) and choices else NOTHING


def _near(written: str, choices: tuple[str, ...]) -> Message:
    folded = written.strip().casefold()
    same = [choice for choice in choices if choice.casefold() == folded or choice.rstrip("s") == folded.rstrip("s")]
    return did_you_mean(same or nearest(written, choices))
