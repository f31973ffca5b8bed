"""`maru doctor`: what is wrong in a vault, and what can be mended."""

from __future__ import annotations

import difflib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from macros.cli.folders import chosen_vault, vault_argument, vault_option
from macros.cli.spoken import SpokenCommand, SpokenOption
from macros.commands.library import Library
from macros.hosts.opened import Opened, open_vault, report_all
from macros.language import Language
from macros.macro_report import survey_macros
from macros.settings import Settings
from macros.vault import Problem, Vault
from macros.vault.baseline import BASELINE, LEAK, entry, written
from macros.vault.repair import Revision, revisions
from macros.vault.replace import replace_file
from macros.vault.survey import survey


@click.command(cls=SpokenCommand)
@vault_argument
@vault_option
@click.option("--json", "as_list", is_flag=True, help="help.option.json", cls=SpokenOption)
@click.option("--strict", is_flag=True, help="help.option.strict-doctor", cls=SpokenOption)
@click.option("--fix", is_flag=True, help="help.option.fix", cls=SpokenOption)
@click.option("--yes", is_flag=True, help="help.option.yes", cls=SpokenOption)
@click.option("--write-baseline", is_flag=True, help="help.option.baseline", cls=SpokenOption)
def doctor(folder: Path | None, named: Path | None, **options: bool) -> int:
    """Tell what is wrong in the vault; 1 where something is to be mended."""
    opened = open_vault(chosen_vault(folder, named))
    if options["fix"]:
        opened = _fix(opened, yes=options["yes"], quiet=options["as_list"])
    problems = examine(opened.vault, opened.settings)
    language, known = opened.language, opened.vault.baseline
    if options["write_baseline"]:
        lines = dict.fromkeys(entry(problem) for problem in problems)
        leaks = sorted(line for line in known if line.startswith(f"{LEAK} "))
        written(opened.root, language.say("doctor.baseline-head"), [*lines, *leaks])
        click.echo(language.say("doctor.baseline", count=len(lines), file=opened.root / BASELINE))
        return 0
    if options["as_list"]:
        click.echo(as_json(problems, known, language))
    else:
        for line in as_text(problems, known, language):
            click.echo(line)
    unknown = [problem for problem in problems if entry(problem) not in known]
    return int(fails(unknown, strict=options["strict"]))


def _fix(opened: Opened, *, yes: bool, quiet: bool) -> Opened:
    """Show the repairs and write them after a yes; the vault as it is then. `quiet` leaves the output to others."""
    planned, language = list(revisions(opened.vault)), opened.language
    for line in as_diff(planned) if planned else [language.say("doctor.nothing")]:
        click.echo(line, err=quiet)
    if not planned:
        return opened
    if not yes and not sys.stdin.isatty():
        click.echo(language.say("doctor.not-asked"), err=True)
        return opened
    if yes or click.confirm(language.say("doctor.ask"), err=quiet):
        write(planned)
        return open_vault(opened.root)
    return opened


def examine(vault: Vault, settings: Settings) -> tuple[Problem, ...]:
    """Everything that can be said of the vault, in the order of path and line."""
    library = Library.of(vault)
    return tuple(sorted({*report_all(vault, settings, library), *survey(vault), *survey_macros(vault, library)}))


def as_text(problems: tuple[Problem, ...], baseline: frozenset[str], language: Language) -> Iterator[str]:
    """The problems by note, and a last line that counts them; known ones are only counted."""
    told = [problem for problem in problems if entry(problem) not in baseline]
    path = ""
    for problem in told:
        if problem.path != path:
            path = problem.path
            yield click.style(path, bold=True)
        mark = click.style("·", fg="yellow") if problem.notice else click.style("✗", fg="red")
        way_out = f" ({language.tell(problem.suggestion)})" if problem.suggestion else ""
        quiet = click.style(problem.code, dim=True)
        yield f"  {mark} {problem.line}: {language.tell(problem.message)}{click.style(way_out, dim=True)} {quiet}"
    counts = Counter(problem.notice for problem in told)
    summary = language.say("doctor.summary", wrong=counts[False], notices=counts[True])
    if len(told) < len(problems):
        summary += language.say("doctor.known", known=len(problems) - len(told))
    yield click.style(summary, fg="red" if counts[False] else "green")


def as_json(problems: Iterable[Problem], baseline: frozenset[str], language: Language) -> str:
    """The problems as a JSON list of objects: path, line, code, message, suggestion, notice, known."""
    objects = [
        {
            "path": problem.path,
            "line": problem.line,
            "code": problem.code,
            "message": language.tell(problem.message),
            "suggestion": language.tell(problem.suggestion),
            "notice": problem.notice,
            "known": entry(problem) in baseline,
        }
        for problem in problems
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2)


def as_diff(planned: Iterable[Revision]) -> Iterator[str]:
    """What the revisions change, as a unified diff."""
    colours = {"-": "red", "+": "green", "@": "cyan"}
    for revision in planned:
        before, after = revision.before.splitlines(), revision.after.splitlines()
        for line in difflib.unified_diff(before, after, revision.path, revision.path, n=0, lineterm=""):
            yield click.style(line, fg=colours.get(line[0]))


def write(planned: Iterable[Revision]) -> None:
    """Write the revised notes, line ends and all, each at once or not at all."""
    for revision in planned:
        replace_file(revision.location, revision.after.encode())


def fails(problems: Iterable[Problem], *, strict: bool) -> bool:
    """True when one of `problems` is more than a notice, or with `strict` when there is any."""
    return any(strict or not problem.notice for problem in problems)
