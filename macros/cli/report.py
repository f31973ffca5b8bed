"""What a build tells, for a terminal or as annotations of a run on GitHub."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import click

from macros.vault import Problem

_TOLD = ("mkdocs.plugins.kb", "mkdocs.livereload")
"""Loggers of which a terminal is told more than warnings."""
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
        if self.annotate and record.levelno >= logging.WARNING:
            click.echo(_annotation(record.levelno, text, problem, self.vault))
        else:
            click.echo(f"{_MARKS.get(record.levelno, '')}{text}", err=True)


@contextmanager
def reporting(*, annotate: bool) -> Iterator[Reporter]:
    """Let a reporter hear what MkDocs and its plugins tell."""
    logger, reporter = logging.getLogger("mkdocs"), Reporter(annotate=annotate)
    before = logger.level, logger.propagate
    logger.addHandler(reporter)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield reporter
    finally:
        logger.removeHandler(reporter)
        logger.level, logger.propagate = before


def _annotation(level: int, text: str, problem: Problem | None, vault: Path) -> str:
    """A workflow command. Source: GitHub, "Workflow commands for GitHub Actions"."""
    kind, place = "error" if level >= logging.ERROR else "warning", ""
    if problem:
        path = (vault / problem.path).resolve()
        here = Path.cwd()
        shown = path.relative_to(here).as_posix() if path.is_relative_to(here) else problem.path
        place = f" file={_escaped(shown, more=True)},line={problem.line}"
        text = text.removeprefix(f"{problem.path}:{problem.line}: ")
    return f"::{kind}{place}::{_escaped(text)}"


def _escaped(text: str, *, more: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if more else text
