"""Which attachments leave, and as what: each is looked at once, and remembered by the state of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from macros.hosts.site import state_of_source
from macros.language import Message, message
from macros.publish.attachments import HEAD, AsItIs, Cleaned, Outcome, Refused, outcome
from macros.render import Store, pack
from macros.render.workers import in_parallel
from macros.settings import Attachments
from macros.vault import Problem, Reason, Vault, VaultFile

_KIND = "attachment"
Verdict = Outcome
"""An outcome without the bytes."""


def outcome_of(path: str, location: Path, allowed: Attachments) -> Outcome:
    """What becomes of the attachment `path`, whose bytes are at `location`; what cannot be read does not leave."""
    try:
        with location.open("rb") as file:
            head = file.read(HEAD)
        return outcome(path, head, location.stat().st_size, location.read_bytes, allowed)
    except OSError:
        return Refused("unreadable")


def looked_at(vault: Vault, allowed: Attachments, store: Store | None, tell: Callable[[Message], None]) -> Vault:
    """`vault` without the attachments that may not leave; what was looked at is kept in `store`, where there is one.

    Where one stays at home, a link to it may lead to another of its name, which is looked at then.
    """
    verdicts = dict[str, Verdict]()
    known = store.load(_KIND) if store else {}
    while new := sorted(vault.used_attachments - verdicts.keys()):
        files = [vault.attachments[path] for path in new]
        verdicts |= dict(zip(new, _verdicts(files, allowed, known, store, tell), strict=True))
        refused = {path: Reason(found.rule) for path in new if isinstance(found := verdicts[path], Refused)}
        if refused:
            vault = _keeping(vault, refused)
    if store:
        store.keep_only(_KIND, known, verdicts)
    lost = [_lost(path, found) for path, found in verdicts.items() if isinstance(found, Cleaned) and found.lost]
    return _telling(vault, lost) if lost else vault


def _verdicts(
    files: Sequence[VaultFile],
    allowed: Attachments,
    known: Mapping[str, Sequence[object]],
    store: Store | None,
    tell: Callable[[Message], None],
) -> Iterator[Verdict]:
    versions = [_version(file, allowed) for file in files]
    unknown = [file for file, version in zip(files, versions, strict=True) if known.get(file.path, ("",))[0] != version]

    def look(file: VaultFile) -> Verdict:
        found = outcome_of(file.path, file.location, allowed)
        return replace(found, data=b"") if isinstance(found, Cleaned) else found

    found = {unknown[index].path: verdict for index, verdict in in_parallel(look, unknown, tell)}
    for file, version in zip(files, versions, strict=True):
        if file not in unknown:
            yield _unpacked(known[file.path])
            continue
        verdict = found[file.path] if file.path in found else look(file)
        if store:
            store.put(_KIND, file.path, pack(_packed(version, verdict)))
        yield verdict


def _version(file: VaultFile, allowed: Attachments) -> str:
    return f"{state_of_source(file.location)!r} {allowed}"


def _packed(version: str, verdict: Verdict) -> Sequence[object]:
    rule = verdict.rule if isinstance(verdict, Refused) else ""
    return [version, rule, verdict.lost if isinstance(verdict, Cleaned) else None]


def _unpacked(entry: Sequence[object]) -> Verdict:
    _, rule, lost = entry
    if rule:
        return Refused(str(rule))
    return Cleaned(b"", tuple(lost)) if isinstance(lost, list) else AsItIs()


def _keeping(vault: Vault, refused: Mapping[str, Reason]) -> Vault:
    """`vault` whose attachments `refused` stay at home, each told once."""
    left = {path: file for path, file in vault.attachments.items() if path not in refused}
    told = [Problem(path, 1, "attachment", reason.told, reason.way_out) for path, reason in refused.items()]
    return replace(
        vault,
        attachments=MappingProxyType(left),
        withheld=MappingProxyType({**vault.withheld, **refused}),
        needed=vault.needed - refused.keys(),
        problems=(*vault.problems, *told),
    )


def _telling(vault: Vault, problems: Sequence[Problem]) -> Vault:
    """`vault` with more to tell; all names lead where they led."""
    other = replace(vault, problems=(*vault.problems, *problems))
    other.take_answers(vault)
    return other


def _lost(path: str, found: Cleaned) -> Problem:
    told = message("attachment.lost", elements=", ".join(f"<{name}>" for name in found.lost))
    return Problem(path, 1, "attachment", told, message("attachment.lost-way"), notice=True)
