"""The site generators that are compared, each a function of a vault and a folder that it may work in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
Generator = Callable[[Path, Path], list[str]]
"""Prepares a folder for a vault, and gives the command that builds there, into `site`."""

_MATERIAL = """\
site_name: bench
docs_dir: docs
site_dir: site
theme: {name: material, language: ko, font: false, features: [navigation.prune]}
plugins: [search]
"""
_ZENSICAL = _MATERIAL.replace("plugins: [search]\n", "")
_HUGO = """\
baseURL = "http://example.org/"
title = "bench"
publishDir = "site"
disableKinds = ["taxonomy", "term", "RSS"]
"""
_HUGO_PAGE = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}"
_HUGO_LIST = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'


def rival(program: str) -> str:
    """A program of the environment that `make bench` makes beside the site's own."""
    return str(REPOSITORY / ".cache/bench/bin" / program)


def maru(vault: Path, work: Path) -> list[str]:
    """Maru, all of its features on."""
    for name in ("macros", "overrides"):
        (work / name).symlink_to(REPOSITORY / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", work)
    (work / "docs").symlink_to(vault)
    return [sys.executable, "-m", "mkdocs", "build", "-q"]


def material(vault: Path, work: Path) -> list[str]:
    """MkDocs with Material alone, its navigation pruned: no wiki link is resolved."""
    _copy(vault, work / "docs")
    (work / "mkdocs.yml").write_text(_MATERIAL, "utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q"]


def zensical(vault: Path, work: Path) -> list[str]:
    """Zensical, its navigation pruned: no wiki link is resolved."""
    _copy(vault, work / "docs")
    (work / "mkdocs.yml").write_text(_ZENSICAL, "utf-8")
    return [rival("zensical"), "build", "--clean"]


def hugo(vault: Path, work: Path) -> list[str]:
    """Hugo with the barest of themes: no wiki link, no navigation, no search."""
    _copy(vault, work / "content")
    (work / "hugo.toml").write_text(_HUGO, "utf-8")
    (work / "layouts/_default").mkdir(parents=True)
    (work / "layouts/_default/single.html").write_text(_HUGO_PAGE, "utf-8")
    (work / "layouts/_default/list.html").write_text(_HUGO_LIST, "utf-8")
    return [rival("hugo"), "--quiet"]


def run(command: Sequence[str], folder: Path) -> None:
    """Run a command in `folder` quietly; what it printed is told when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")


def _copy(vault: Path, folder: Path) -> None:
    shutil.copytree(vault, folder)
    (folder / "index.md").write_text("# index\n", "utf-8")
