"""`maru record` and `maru check`: run recordings, write them back or compare them."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from macros.cli.commands import Outcome, Workshop
from macros.cli.consent import is_of_this_repository, may_run
from macros.cli.folders import chosen_vault, vault_option
from macros.cli.spoken import SpokenCommand, SpokenOption
from macros.commands.library import Library
from macros.commands.library_report import STALE
from macros.commands.place import find_machine
from macros.commands.properties import DISPLAY
from macros.commands.recording import Recording
from macros.commands.session import Watch
from macros.hosts.engine import cache_folder, configuration_file
from macros.hosts.opened import Opened, open_vault
from macros.vault import nfc

_How = Callable[[Workshop, Recording, Watch], Outcome]


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.argument("ids", metavar="[ID]...", nargs=-1),
        click.option("--engine", default="", metavar="NAME", help="help.option.engine", cls=SpokenOption),
        click.option("--strict", is_flag=True, help="help.option.strict-run", cls=SpokenOption),
        click.option("--yes", is_flag=True, help="help.option.yes-run", cls=SpokenOption),
        vault_option,
    ):
        command = option(command)
    return command


@click.command(cls=SpokenCommand)
@_options
@click.option("--changed", is_flag=True, help="help.option.changed", cls=SpokenOption)
def record(ids: tuple[str, ...], engine: str, named: Path | None, *, strict: bool, yes: bool, changed: bool) -> int:
    """Run the recordings `ids`, all when there are none, and write down what they give; 1 where one is not well.

    With `changed`, those that give what they gave stay as they are.
    """
    how = Workshop.record_changed if changed else Workshop.record
    return _run(ids, engine, named, strict=strict, yes=yes, how=how)


@click.command(cls=SpokenCommand)
@_options
def check(ids: tuple[str, ...], engine: str, named: Path | None, *, strict: bool, yes: bool) -> int:
    """Run them and compare; 1 where one gives something else now."""
    return _run(ids, engine, named, strict=strict, yes=yes, how=Workshop.check)


def _run(ids: tuple[str, ...], engine: str, named: Path | None, *, strict: bool, yes: bool, how: _How) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a session is cleaned up then, too
    opened = open_vault(chosen_vault(named))
    library = Library.of(opened.vault)
    wanted = frozenset(map(nfc, ids))
    trusted, say = is_of_this_repository(opened.root), opened.language.say
    machine = find_machine(cache_folder(configuration_file().parent), trusted=trusted)
    workshop = Workshop(library, machine, opened.language, wanted)
    broken = [problem for problem in library.problems if problem.code != STALE and not problem.notice]
    for problem in broken:
        click.echo(problem.told(opened.language))
    chosen = [*workshop.chosen(map(nfc, ids), engine)]
    runnable = [one for one in chosen if not isinstance(one, str) and workshop.can_run(one)]
    if not may_run(runnable, library, opened.language, yes=yes or trusted):
        return 1
    unknown, outcomes = False, []
    for recording in chosen:
        if isinstance(recording, str):
            click.echo(recording)
            unknown = True
            continue
        outcome = _one(workshop, recording, how)
        if outcome.written:
            outcome = workshop.write(library.places[recording.id], outcome.written, outcome)
            if library.places[recording.id].lines:
                library = _again(opened)  # the lines of the recordings below it in its note are others now
        click.echo(outcome.text)
        outcomes.append((recording.engine, outcome))
    well = not broken and not unknown and all(outcome.well for _, outcome in outcomes)
    if strict and not all(outcome.ran or engine == DISPLAY for engine, outcome in outcomes):
        well = False
    click.echo(workshop.summary(outcomes))
    count = sum(outcome.ran for _, outcome in outcomes)
    click.echo(say("record.well" if well else "record.not-well", count=count))
    return int(not well)


def _one(workshop: Workshop, recording: Recording, how: _How) -> Outcome:
    watch = _progress(recording)
    watch(0)
    outcome = how(workshop, recording, watch)
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    return outcome


def _again(opened: Opened) -> Library:
    return Library.of(open_vault(opened.root).vault)


def _progress(recording: Recording) -> Watch:
    """Shows on a terminal which command of `recording` is running."""

    def watch(ended: int) -> None:
        if sys.stderr.isatty() and recording.steps:
            step = recording.steps[min(max(ended, 0), len(recording.steps) - 1)]
            done = f"{min(max(ended, 0) + 1, len(recording.steps))}/{len(recording.steps)}"
            click.echo(f"\r\033[K… {recording.id} {done} $ {step.command.split(chr(10))[0][:60]}", nl=False, err=True)

    return watch
