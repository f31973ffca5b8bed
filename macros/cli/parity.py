"""`maru parity`: run recordings in the labs that they name, and write down which gave what was recorded."""

from __future__ import annotations

from pathlib import Path

import click

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
from macros.language import Message
from macros.vault import nfc


@click.command(cls=SpokenCommand)
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--strict", is_flag=True, help="help.option.strict-parity", cls=SpokenOption)
@vault_option
def parity(ids: tuple[str, ...], named: Path | None, *, strict: bool) -> int:
    """Run the recordings `ids`, all that name a lab when there are none.

    1 where there are no labs, and when it is `strict` where one gave something else.
    """
    opened = open_vault(chosen_vault(named))
    library, language = Library.of(opened.vault), opened.language
    labs = Labs.of(labs_folder(configuration_file()))
    if not labs.labs:
        click.echo(language.say("parity.no-labs", folder=labs.folder))
        return 1
    wanted = {*map(nfc, ids)} or {one.id for one in library.recordings.values() if one.properties.lab}
    chosen = [library.recordings[id] for id in sorted(wanted & library.recordings.keys())]  # noqa: A001
    faults = {recording.id: _fault(recording, library, labs) for recording in chosen}
    for id in sorted(wanted - library.recordings.keys()):  # noqa: A001
        click.echo(f"✗ {language.say('recording.unknown', id=id)}")
    for id, fault in faults.items():  # noqa: A001
        if fault:
            click.echo(f"✗ {id}: {language.tell(fault)}")
    findings: list[Finding] = []
    try:
        for finding in compare([library.chain(one) for one in chosen if not faults[one.id]], labs):
            findings.append(finding)
            click.echo(_told(finding))
    except ParityError as error:
        click.echo(f"✗ {language.tell(error.told)}")
        return 1
    keep(labs, findings)
    equal = sum(not finding.differs for finding in findings)
    click.echo(language.say("parity.summary", equal=equal, count=len(wanted)))
    return int(strict and equal < len(wanted))


def _fault(recording: Recording, library: Library, labs: Labs) -> Message | None:
    if not recording.state.may_be_shown:
        return recording.state.told
    return chain_fault(recording, library.recordings) or unfit(recording, labs)


def _told(finding: Finding) -> str:
    first = f"{'✗' if finding.differs else '✓'} {finding.id} ({finding.lab}, {finding.seconds:.1f} s)"
    return "\n".join(filter(None, (first, finding.differs)))
