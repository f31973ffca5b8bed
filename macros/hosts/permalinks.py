"""Which notes get the addresses that they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.hosts.taken import INDEX, Reserved, Taken
from macros.language import message
from macros.vault import Problem, fold
from macros.vault.permalink import PERMALINK, Permalink


@dataclass(frozen=True, slots=True)
class Granted:
    """The files of the site that notes asked for and get, by the paths of the notes."""

    files: Mapping[str, str]
    others: Mapping[str, str]
    """Files that lead on to these notes: those of their names, and what the home asked for, which stays at the root."""
    problems: tuple[Problem, ...]
    """What is told of those that do not get it."""


def grant(asked: Mapping[str, Permalink], wanted: Mapping[str, str], home: str, reserved: Reserved) -> Granted:
    """Give each note, by its path, the address that it `asked` for, unless another file wants that for its own name.

    `wanted` are the addresses of all files by their names. Of two notes that ask for the same the first one gets it.
    """
    if not asked:
        return Granted({}, {}, ())
    taken, owners = Taken(reserved), dict[str, str]()
    for path, file in wanted.items():
        taken.add(file, is_ours=False)
        owners.setdefault(fold(file), path)
    files, others, problems = dict[str, str](), dict[str, str](), list[Problem]()
    for path, permalink in sorted(asked.items(), key=lambda item: item[0]):
        file = file_of(permalink.address)
        owner = owners.get(fold(file))
        if owner == path:
            files[path] = file  # at most in other letters
        elif owner is None and taken.has_room(file):
            files[path], others[path] = (wanted[path], file) if path == home else (file, wanted[path])
            taken.add(file, is_ours=False)
            owners[fold(file)] = path
        else:
            problems.append(_taken(path, permalink, owner if owner and owner.endswith(".md") else "", wanted[path]))
    return Granted(files, others, tuple(problems))


def file_of(address: str) -> str:
    """The file of the site at `address`, decoded: `docker/index.html` of `docker` and `/docker/`."""
    path = address.lstrip("/")
    return path if path.endswith(".html") else f"{path.rstrip('/')}/{INDEX}".lstrip("/")


def address_of(file: str) -> str:
    """The address of a `file` of the site, decoded, with a slash in front: `/docker/`, `/a.html`."""
    return "/" if file == INDEX else f"/{file.removesuffix(INDEX) if file.endswith(f'/{INDEX}') else file}"


def _taken(path: str, permalink: Permalink, owner: str, instead: str) -> Problem:
    asked, other = f"/{permalink.address}", address_of(instead)
    told = (
        message("permalink.taken", address=asked, path=owner, other=other)
        if owner
        else message("permalink.reserved", address=asked, other=other)
    )
    return Problem(path, permalink.line, PERMALINK, told, message("permalink.free"))
