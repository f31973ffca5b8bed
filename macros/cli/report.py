"""What a build tells, for a terminal or as annotations of a run on GitHub."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import click

from macros.cli.spoken import Wrong
from macros.publish.redirects.ledger import LEDGER
from macros.settings import SettingsError
from macros.vault import Problem

_TOLD = ("mkdocs.plugins.kb", "mkdocs.livereload")
"""Loggers of which a terminal is told more than warnings."""
_SETTINGS = re.compile(r"(\.?maru\.ya?ml):(\d+): (.+)", re.IGNORECASE)
"""A line of what stops a build whose settings are wrong, of which MkDocs hands on the text alone."""
_MARKS = MappingProxyType({logging.INFO: "", logging.WARNING: "⚠ ", logging.ERROR: "✗ "})


class Reporter(logging.Handler):
    """Tells the warnings of a build, and counts them."""

    def __init__(self, *, annotate: bool) -> None:
        super().__init__(logging.INFO)
        self.annotate = annotate
        self.warnings = 0
        self.vault = Path()
        """Where the paths of problems start."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one line; of MkDocs itself only what went wrong."""
        if record.levelno < logging.WARNING and not record.name.startswith(_TOLD):
            return
        self.warnings += record.levelno >= logging.WARNING
        text = record.getMessage().removeprefix("kb: ")
        problem = getattr(record, "problem", None)
        is_behind = problem is not None and problem.path == LEDGER
        if self.annotate and (record.levelno >= logging.WARNING or is_behind):
            for line in _annotations(record.levelno, text, problem, self.vault):
                click.echo(line)
        else:
            click.echo(f"{_MARKS.get(record.levelno, '')}{text}", err=True)


@contextmanager
def reporting(*, annotate: bool) -> Iterator[Reporter]:
    """Let a reporter hear what MkDocs and its plugins tell; what stops a run on GitHub is an annotation too."""
    logger, reporter = logging.getLogger("mkdocs"), Reporter(annotate=annotate)
    before = logger.level, logger.propagate
    logger.addHandler(reporter)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield reporter
    except Wrong as error:
        if not annotate:
            raise
        click.echo(_annotation(logging.ERROR, error.message))
        raise click.exceptions.Exit(error.exit_code) from error
    except SettingsError as error:
        if not annotate:
            raise
        for problem in error.problems:
            told = error.spoken.tell(problem.message)
            click.echo(_annotation(logging.ERROR, told, _place(reporter.vault, problem.path, problem.line)))
        raise click.exceptions.Exit(2) from error
    finally:
        logger.removeHandler(reporter)
        logger.level, logger.propagate = before


def _annotations(level: int, text: str, problem: Problem | None, vault: Path) -> Iterator[str]:
    """The workflow commands for one record; `maru.yml:2: …` and `maru.yml:5: …` in its text are two."""
    places = [_SETTINGS.fullmatch(line) for line in text.splitlines()]
    settings = [place.groups() for place in places if place]
    if problem:
        told = text.removeprefix(f"{problem.path}:{problem.line}: ")
        yield _annotation(level, told, _place(vault, problem.path, problem.line))
    elif len(settings) < len(places):
        yield _annotation(level, text)
    else:
        yield from (_annotation(level, told, _place(vault, path, line)) for path, line, told in settings)


def _annotation(level: int, text: str, place: str = "") -> str:
    """A workflow command. Source: GitHub, "Workflow commands for GitHub Actions"."""
    kind = "error" if level >= logging.ERROR else "warning" if level >= logging.WARNING else "notice"
    return f"::{kind}{place}::{_escaped(text)}"


def _place(vault: Path, path: str, line: int | str) -> str:
    """Where a file of `vault` lies in the current folder, which is that of the repository."""
    file, here = (vault / path).resolve(), Path.cwd()
    shown = file.relative_to(here).as_posix() if file.is_relative_to(here) else path
    return f" file={_escaped(shown, more=True)},line={line}"


def _escaped(text: str, *, more: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if more else text
