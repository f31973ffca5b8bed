"""The engines that run recordings: each with the same face."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from macros.commands.recording import Recording, Step
from macros.commands.session import SEARCHED, run_session

_DATE = "2026-01-02T03:04:05+09:00"
_VERSION = re.compile(r"\d+(?:\.\d+)+")


class Engine(Protocol):
    """Runs the commands of a recording for real, in a place of its own."""

    def missing(self, recording: Recording) -> str:
        """What has to be installed before `recording` can run; empty when nothing is missing."""

    def versions(self, recording: Recording) -> str:
        """What the record is made with, as in `git 2.39.5 · x86_64`."""

    def run(self, recording: Recording) -> tuple[Step, ...]:
        """The commands of `recording` with what they give now; SessionError when they do not come to an end."""


@dataclass(frozen=True, slots=True)
class ShellEngine:
    """A bash session in which `program` is the one that counts."""

    program: str
    package: str
    """Debian's package of the program."""
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def missing(self, recording: Recording) -> str:
        """See `Engine`."""
        if not _where(self.program):
            return f"{self.program} (Debian: apt-get install {self.package})"
        return ", ".join(program for program in recording.needs if not _where(program))

    def versions(self, recording: Recording) -> str:
        """See `Engine`."""
        programs = (self.program, *recording.needs)
        return " · ".join([*(f"{program} {_version(program)}" for program in programs), platform.machine()])

    def run(self, recording: Recording) -> tuple[Step, ...]:
        """See `Engine`."""
        return run_session(recording, self.environment)


def _where(program: str) -> str | None:
    return shutil.which(program, path=SEARCHED)


def _version(program: str) -> str:
    said = subprocess.run([_where(program) or program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = _VERSION.search(said.stdout)
    return found[0] if found else ""


ENGINES: Mapping[str, Engine] = MappingProxyType(
    {
        "shell": ShellEngine("bash", "bash"),
        "python": ShellEngine("python3", "python3", MappingProxyType({"PYTHONDONTWRITEBYTECODE": "1"})),
        "git": ShellEngine(
            "git",
            "git",
            MappingProxyType(
                {
                    "GIT_CONFIG_NOSYSTEM": "1",
                    "GIT_CONFIG_COUNT": "2",
                    "GIT_CONFIG_KEY_0": "init.defaultBranch",
                    "GIT_CONFIG_VALUE_0": "main",
                    "GIT_CONFIG_KEY_1": "core.quotePath",
                    "GIT_CONFIG_VALUE_1": "false",
                    "GIT_AUTHOR_NAME": "마루",
                    "GIT_AUTHOR_EMAIL": "maru@example.com",
                    "GIT_AUTHOR_DATE": _DATE,
                    "GIT_COMMITTER_NAME": "마루",
                    "GIT_COMMITTER_EMAIL": "maru@example.com",
                    "GIT_COMMITTER_DATE": _DATE,
                }
            ),
        ),
        "svn": ShellEngine("svn", "subversion"),
        "cvs": ShellEngine("cvs", "cvs"),
    }
)
"""Engines by the name that a recording gives them. Dates and identities are fixed, so that a record can be repeated."""
