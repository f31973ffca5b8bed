"""`maru new`: a vault to start with, and all that publishes it."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click

from macros.cli.spoken import SpokenCommand, Wrong
from macros.language import language_of_terminal
from macros.publish.redirects.ledger import LEDGER, NO_LEDGER, written
from macros.version import VERSION

_STARTER = Path(__file__).with_name("starter")
_HIDDEN = (("gitignore", ".gitignore"), ("dependabot.yml", ".github/dependabot.yml"))
_WORKFLOW = ".github/workflows/site.yml"
_ADDRESS = re.compile(r"github\.com[:/]([\w.-]+/[\w.-]+?)(?:\.git)?/?$")


@click.command(cls=SpokenCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
def new(folder: Path) -> int:
    """Make a vault in `folder`, which is not there yet or empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Wrong("new.exists", path=folder)
    words, engine = language_of_terminal(), engine_here()
    folder.mkdir(parents=True, exist_ok=True)
    name = folder.resolve().name
    for source in sorted((_STARTER / words.code).iterdir()):
        shown = json.dumps(name, ensure_ascii=False) if source.suffix == ".yml" else name
        (folder / source.name).write_text(source.read_text("utf-8").replace("{name}", shown), "utf-8")
    for source_name, target in _HIDDEN:
        _write(folder / target, (_STARTER / "both" / source_name).read_text("utf-8"))
    _write(folder / LEDGER, written(NO_LEDGER, words))
    workflow = (_STARTER / "both" / "workflow.yml").read_text("utf-8")
    filled = workflow.replace("{repository}", engine.repository).replace("{revision}", engine.revision)
    _write(folder / _WORKFLOW, filled)
    click.echo(words.say("new.done", path=folder, quoted=shlex.quote(str(folder))))
    if not engine.is_known:
        click.echo(words.say("new.engine", file=folder / _WORKFLOW, repository=engine.repository))
    return 0


@dataclass(frozen=True, slots=True)
class Engine:
    """Where the engine came from: `owner/name` on GitHub, and a commit, a tag or a branch."""

    repository: str
    revision: str
    is_known: bool = True


def engine_here() -> Engine:
    """The repository of the engine that runs, as pip or git know it; a name to be filled in where neither does."""
    return _of_pip() or _of_git() or Engine("OWNER/maru", f"v{VERSION}", is_known=False)


def _of_pip() -> Engine | None:
    """What pip wrote down. Source: PEP 610, `direct_url.json`."""
    try:
        told = json.loads(distribution("maru").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError, OSError):
        return None
    found = _ADDRESS.search(str(told.get("url", "")))
    commit = told.get("vcs_info", {}).get("commit_id", "")
    return Engine(found[1], commit) if found and commit else None


def _of_git() -> Engine | None:
    root = Path(__file__).parents[2]
    if not (root / ".git").exists():
        return None
    found = _ADDRESS.search(_git(root, "remote", "get-url", "origin"))
    return Engine(found[1], _git(root, "rev-parse", "HEAD")) if found else None


def _git(root: Path, *command: str) -> str:
    """What git says of the checkout `root`; empty where it does not."""
    git = shutil.which("git")
    if not git:
        return ""
    done = subprocess.run([git, "-C", root, *command], capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    return done.stdout.strip()


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
