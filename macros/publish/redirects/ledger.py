"""The addresses that a site has had: a file of the vault, a line for each.

/docker/도커/ <tab> APwzDHRSDgTj…      a page, and the trace of its note
/git/옛 이름/ <tab> > /git/새 이름/     an address that leads on to another
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import unquote

from macros.language import Language, Message, message
from macros.publish.redirects.trace import Trace
from macros.vault import Problem, nfc

LEDGER = ".kb-addresses"
"""The name of the file, at the root of the vault: Obsidian does not show it, and it is never published."""
LARGEST = 20_000_000
"""Bytes that it may have."""
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: |$)")
"""A line by which git marks what two branches have changed."""
_LED_ON = "> "
_ESCAPED = re.compile(r"[%\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNSAFE = re.compile(r"(?:^|/)(?:\.[^/]*)?(?:/|$)")
"""An empty name in a path, or a hidden one: `..` is one too."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Addresses that were published, decoded, with a slash in front: `/docker/도커/`, `/a.html`."""

    pages: Mapping[str, Trace] = field(default_factory=lambda: MappingProxyType({}))
    """The trace of the note that an address led to when a site was last built."""
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Addresses that lead on to another."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line of each address in the file, from 1."""
    problems: tuple[Problem, ...] = ()
    """What in the file is not understood: it is not heard, and the file is not written."""
    is_kept: bool = False
    """True where the vault has such a file."""


NO_LEDGER = Ledger()


def read_ledger(data: bytes) -> Ledger:
    """What the file `data` says. Lines of a conflict, and those that are none of the two kinds, are problems."""
    pages, moved, lines = dict[str, Trace](), dict[str, str](), dict[str, int]()
    problems = list[Problem]()
    in_conflict = False
    for number, line in enumerate(data.decode("utf-8-sig", errors="replace").split("\n"), 1):
        text = line.rstrip("\r")
        if found := _CONFLICT.match(text):
            if not in_conflict:
                problems.append(_problem(number, message("ledger.conflict")))
            in_conflict = found[1][0] != ">"
        elif not in_conflict and text.strip() and not text.startswith("#"):
            try:
                address, entry = _read(text)
            except ValueError:
                problems.append(_problem(number, message("ledger.no-line")))
                continue
            lines[address] = number
            if isinstance(entry, Trace):
                pages[address] = entry
            else:
                moved[address] = entry
    return Ledger(
        MappingProxyType(pages), MappingProxyType(moved), MappingProxyType(lines), tuple(problems), is_kept=True
    )


def written(ledger: Ledger, language: Language) -> str:
    """The text of its file: a comment for who opens it, and a line for each address in their order."""
    head = (f"# {line}" for line in language.say("ledger.head").split("\n"))
    entries = [f"{_encoded(address)}\t{trace}" for address, trace in ledger.pages.items()]
    entries += [f"{_encoded(address)}\t{_LED_ON}{_encoded(to)}" for address, to in ledger.moved.items()]
    return "\n".join([*head, *sorted(entries), ""])


def changed_addresses(before: Ledger, after: Ledger) -> tuple[int, int]:
    """How many addresses `after` has more, and how many lead on that did not, or elsewhere."""
    known = {*before.pages, *before.moved}
    return len({*after.pages, *after.moved} - known), len(after.moved.items() - before.moved.items())


def unread(reason: Message | str) -> Ledger:
    """That of a vault whose file cannot be read."""
    return Ledger(problems=(_problem(1, message("ledger.unreadable", reason=reason)),), is_kept=True)


def _read(line: str) -> tuple[str, Trace | str]:
    """One line; ValueError where it is none."""
    address, tab, entry = line.partition("\t")
    if not tab:
        raise ValueError(line)
    return _decoded(address), _decoded(entry.removeprefix(_LED_ON)) if entry.startswith(_LED_ON) else Trace.read(entry)


def _decoded(written_so: str) -> str:
    address = nfc(unquote(written_so.strip(), errors="strict"))
    path = address.removeprefix("/").removesuffix("/")
    if not address.startswith("/") or (path and _UNSAFE.search(path)) or (address != "/" and not path):
        raise ValueError(written_so)
    return address


def _encoded(address: str) -> str:
    return _ESCAPED.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


def _problem(line: int, told: Message) -> Problem:
    return Problem(LEDGER, line, "ledger", told, message("ledger.way-out"))
