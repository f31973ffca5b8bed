"""`maru changes`: what will change on the web since a commit, as Markdown that a pull request shows."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from macros.cli.folders import chosen_vault, vault_option
from macros.cli.spoken import SpokenCommand, Wrong
from macros.hosts.opened import open_vault
from macros.language import Language
from macros.publish.changes import Changes, changes
from macros.settings import SettingsError
from macros.vault import Vault

_MOST = 200
"""Lines of one list."""


@click.command(cls=SpokenCommand, name="changes")
@click.argument("commit", metavar="COMMIT")
@vault_option
def changes_since(commit: str, named: Path | None) -> int:
    """List what is public now and was not at `commit`, and what stays at home with its reason."""
    opened = open_vault(chosen_vault(named))
    with tempfile.TemporaryDirectory(prefix="maru-") as folder:
        before = _vault_at(commit, opened.root.resolve(), Path(folder))
        found = changes(before, opened.vault)
    click.echo("\n".join(as_markdown(found, opened.language)))
    return 0


def as_markdown(found: Changes, language: Language) -> Iterator[str]:
    """The lists, each below its heading; a sentence where there is nothing to list."""
    say = language.say
    reasons = [f"{_name(path)}: {language.tell(reason.told)}" for path, reason in found.at_home.items()]
    lists = (
        ("changes.notes", [*map(_name, found.notes)]),
        ("changes.files", [*map(_name, found.files)]),
        ("changes.gone", [*map(_name, found.gone)]),
        ("changes.at-home", reasons),
    )
    yield f"## {say('changes.title')}"
    for key, lines in lists:
        if lines:
            yield from ("", f"### {say(key, count=len(lines))}", "", *(f"- {line}" for line in lines[:_MOST]))
        if len(lines) > _MOST:
            yield f"- {say('changes.more', count=len(lines) - _MOST)}"
    if not any(lines for _, lines in lists):
        yield from ("", say("changes.nothing"))
    if found.others_at_home:
        yield from ("", say("changes.others", count=found.others_at_home))


def _name(path: str) -> str:
    """A path as code, in which nothing is a mark of Markdown."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in path)
    return f"`` {shown} ``" if "`" in shown else f"`{shown}`"


def _vault_at(commit: str, root: Path, folder: Path) -> Vault | None:
    """The vault `root` as it was at `commit`, written into `folder`; None where nothing could be published then."""
    top = Path(_git(root, folder, "rev-parse", "--show-toplevel"))
    tree = _git(root, folder, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}")
    place = folder / "files" / root.relative_to(top.resolve())
    _git(top, folder, "read-tree", tree)
    _git(top, folder, "checkout-index", "--all", "--quiet", f"--prefix={folder / 'files'}/")
    try:
        return open_vault(place).vault if place.is_dir() else None
    except SettingsError:  # so no site was built
        return None


def _git(repository: Path, folder: Path, *command: str) -> str:
    """What git says, which leaves the index of the repository alone."""
    git = shutil.which("git")
    if not git:
        raise Wrong("changes.no-git", reason="git")
    environment = {**os.environ, "GIT_INDEX_FILE": str(folder / "index")}
    done = subprocess.run(  # noqa: S603 - fixed words, and a commit behind `--end-of-options`
        [git, "-C", repository, "-c", f"core.hooksPath={os.devnull}", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Wrong("changes.no-git", reason=(done.stderr.strip().splitlines() or [""])[-1])
    return done.stdout.strip()
