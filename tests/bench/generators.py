"""The site generators that are compared, each a function of a vault and the folder of its site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
Generator = Callable[[Path, Path], None]

_MATERIAL = """\
site_name: bench
docs_dir: {vault}
site_dir: {site}
theme: {{name: material, language: ko, font: false, features: [navigation.prune]}}
plugins: [search]
"""


def rival(program: str) -> str:
    """A program of the environment that `make bench` makes beside the site's own."""
    return str(REPOSITORY / ".cache/bench/bin" / program)


def run(command: Sequence[str], **environment: str) -> None:
    """Run a site generator quietly; what it printed is told when it fails."""
    done = subprocess.run(
        command,
        cwd=REPOSITORY,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")


def maru(vault: Path, site: Path) -> None:
    """Maru, all of its features on."""
    run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], KB_VAULT=str(vault))


def material(vault: Path, site: Path) -> None:
    """MkDocs with Material alone, its navigation pruned: no wiki link is resolved."""
    with tempfile.TemporaryDirectory(prefix="kb-bench-") as work:
        copy = Path(work, "vault")
        shutil.copytree(vault, copy)
        (copy / "index.md").write_text("# index\n", "utf-8")
        configuration = Path(work, "mkdocs.yml")
        configuration.write_text(_MATERIAL.format(vault=copy, site=site), "utf-8")
        run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration)])
