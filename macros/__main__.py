"""`python -m macros …`: the commands of the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from macros.cli import doctor
from macros.hosts.mkdocs import open_vault
from macros.vault.baseline import BASELINE, entry
from macros.vault.repair import revisions


def main(arguments: list[str] | None = None) -> int:
    """Run the command that `arguments` (by default the process's) name; the exit code is 0, or 1 for what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_doctor(commands.add_parser("doctor", help="find what is wrong in a vault, and mend it"))
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


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


if __name__ == "__main__":
    sys.exit(main())
