"""`maru parity`: run recordings in the labs that they name, and write down which gave what was recorded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from macros.cli.commands import unknown
from macros.cli.folders import chosen_vault, vault_option
from macros.cli.spoken import SpokenCommand, SpokenOption
from macros.commands.library import Library
from macros.commands.library_report import chain_fault
from macros.commands.recording import Recording
from macros.hosts.engine import configuration_file
from macros.hosts.labs import labs_folder
from macros.hosts.opened import open_vault
from macros.labs.labs import Labs
from macros.labs.parity import Finding, ParityError, compare, keep, unfit
from macros.language import NOTHING, Message, message
from macros.vault import nfc


@click.command(cls=SpokenCommand)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--strict", is_flag=True, help="help.option.strict-parity", cls=SpokenOption)
@click.option("--changed", is_flag=True, help="help.option.changed-parity", cls=SpokenOption)
@vault_option
def parity(ids: tuple[str, ...], named: Path | None, *, strict: bool, changed: bool) -> int:
    """Run the recordings `ids`, all that name a lab when there are none; where `changed`, only what is not known yet.

    1 where there are no labs, and when it is `strict` where one gave something else.
    """
    opened = open_vault(chosen_vault(named))
    library, language = Library.of(opened.vault), opened.language
    labs = Labs.of(labs_folder(configuration_file()))
    if not labs.labs:
        click.echo(language.say("parity.no-labs", folder=labs.folder))
        return 1
    wanted = [*map(nfc, ids)] or [one.id for one in library.recordings.values() if one.properties.lab]
    known, chains = list[Sequence[Recording]](), list[Sequence[Recording]]()
    for id in wanted:  # noqa: A001
        if fault := _fault(id, library, labs):
            click.echo(f"✗ {language.tell(fault)}")
            continue
        chain = library.chain(library.recordings[id])
        (known if changed and labs.is_known(chain) else chains).append(chain)
    findings: list[Finding] = []
    try:
        for finding in compare(chains, labs):
            findings.append(finding)
            click.echo(_told(finding))
    except ParityError as error:
        click.echo(f"✗ {language.tell(error.told)}")
        return 1
    finally:
        keep(labs, findings)
    equal = sum(finding.is_equal for finding in findings) + sum(labs.offer(chain) is not None for chain in known)
    click.echo(language.say("parity.summary", equal=equal, count=len(wanted)))
    return int(strict and equal < len(wanted))


def _fault(id: str, library: Library, labs: Labs) -> Message:  # noqa: A002 - what macros call it too
    """Why the recording `id` is not even run in a lab; nothing when it is."""
    recording = library.recordings.get(id)
    if recording is None:
        return unknown(library, id)
    untrue = NOTHING if recording.state.may_be_shown else recording.state.told
    fault = untrue or chain_fault(recording, library.recordings) or unfit(recording, labs)
    return message("record.told", id=id, told=fault) if fault else NOTHING


def _told(finding: Finding) -> str:
    first = f"{'✓' if finding.is_equal else '✗'} {finding.id} ({finding.lab}, {finding.seconds:.1f} s)"
    return "\n".join(filter(None, (first, finding.differs, finding.error)))
