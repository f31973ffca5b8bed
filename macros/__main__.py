"""`python -m macros …`: the commands of the terminal."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

from macros.cli import commands, doctor
from macros.commands.library import STALE, Library
from macros.commands.place import find_machine
from macros.commands.properties import DISPLAY
from macros.commands.recording import Recording
from macros.commands.session import Watch
from macros.hosts.mkdocs import open_vault
from macros.vault import nfc
from macros.vault.baseline import BASELINE, entry
from macros.vault.repair import revisions


def main(arguments: list[str] | None = None) -> int:
    """Run the command that `arguments` (by default the process's) name; the exit code is 0, or 1 for what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_doctor(subparsers.add_parser("doctor", help="find what is wrong in a vault, and mend it"))
    for name, text in (("record", "run recordings and write down what they give"), ("check", "run them and compare")):
        _add_commands(subparsers.add_parser(name, help=text), record=name == "record")
    chosen = parser.parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except KeyboardInterrupt:
        return 130


def _add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--vault", type=Path, metavar="DIR", help="the folder of notes (default: docs, or $KB_VAULT)")
    parser.add_argument("--json", action="store_true", help="print a JSON list instead of text")
    parser.add_argument("--strict", action="store_true", help="let notices fail too")
    parser.add_argument("--fix", action="store_true", help="show the repairs that leave no choice, and write them")
    parser.add_argument("--yes", action="store_true", help="with --fix: write without asking")
    parser.add_argument("--write-baseline", action="store_true", help=f"write all that is left into {BASELINE}")
    parser.set_defaults(run=_doctor)


def _doctor(chosen: argparse.Namespace) -> int:
    root, vault = open_vault(chosen.vault)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if chosen.fix:
        planned = list(revisions(vault))
        print("\n".join(doctor.as_diff(planned, colour=colour)) or "There is nothing that mends itself.")
        if planned and (chosen.yes or not sys.stdin.isatty() or input("Write this? [y/N] ").casefold() == "y"):
            doctor.write(planned)
            root, vault = open_vault(chosen.vault)
    problems = doctor.examine(vault)
    if chosen.write_baseline:
        lines = dict.fromkeys(entry(problem) for problem in problems)
        (root / BASELINE).write_text(
            "\n".join(["# Known problems, see `python -m macros doctor`.", *lines, ""]), "utf-8"
        )
        print(f"{len(lines)} known problems are in {root / BASELINE}.")
        return 0
    if chosen.json:
        print(doctor.as_json(problems, vault.baseline))
    else:
        print("\n".join(doctor.as_text(problems, vault.baseline, colour=colour)))
    unknown = [problem for problem in problems if entry(problem) not in vault.baseline]
    return int(doctor.fails(unknown, strict=chosen.strict))


def _add_commands(parser: argparse.ArgumentParser, *, record: bool) -> None:
    parser.add_argument("ids", nargs="*", metavar="ID", help="recordings below docs/commands; all when there are none")
    parser.add_argument("--engine", default="", help="only those of this engine")
    parser.add_argument("--vault", type=Path, metavar="DIR", help="the folder of notes (default: docs, or $KB_VAULT)")
    parser.add_argument("--strict", action="store_true", help="a recording that cannot be run here is wrong too")
    parser.set_defaults(run=_commands, record=record)


def _commands(chosen: argparse.Namespace) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a session is cleaned up then, too
    library = _library(chosen)
    workshop = commands.Workshop(library, find_machine(Path(".cache")), frozenset(map(nfc, chosen.ids)))
    broken = [problem for problem in library.problems if problem.code != STALE and not problem.notice]
    for problem in broken:
        print(problem)
    unknown, outcomes = False, []
    for recording in workshop.chosen(map(nfc, chosen.ids), chosen.engine):
        if isinstance(recording, str):
            print(recording)
            unknown = True
            continue
        watch = _progress(recording)
        watch(0)
        outcome = (workshop.record if chosen.record else workshop.check)(recording, watch)
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr)
        if outcome.written:
            outcome = commands.write(library.places[recording.id], outcome)
            if library.places[recording.id].lines:
                library = _library(chosen)  # the lines of the recordings below it in its note are others now
        print(outcome.text, flush=True)
        outcomes.append((recording.engine, outcome))
    well = not broken and not unknown and all(outcome.well for _, outcome in outcomes)
    if chosen.strict and not all(outcome.ran or engine == DISPLAY for engine, outcome in outcomes):
        well = False
    print(commands.summary(outcomes))
    print(f"{sum(outcome.ran for _, outcome in outcomes)} run, {'all is well' if well else 'not all is well'}")
    return int(not well)


def _library(chosen: argparse.Namespace) -> Library:
    return Library.of(open_vault(chosen.vault)[1])


def _progress(recording: Recording) -> Watch:
    """Shows on a terminal which command of `recording` is running."""

    def watch(ended: int) -> None:
        if sys.stderr.isatty():
            step = recording.steps[min(max(ended, 0), len(recording.steps) - 1)] if recording.steps else None
            command = step.command.split("\n")[0][:60] if step else ""
            done = f"{min(max(ended, 0) + 1, len(recording.steps))}/{len(recording.steps)}"
            print(f"\r\033[K… {recording.id} {done} $ {command}", end="", file=sys.stderr, flush=True)

    return watch


if __name__ == "__main__":
    sys.exit(main())
