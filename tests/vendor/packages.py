"""Packages of npm by the lock beside this: fetched by Deno, and unpacked where they are those whose hashes are locked.

`python -m tests.vendor.packages NAME FOLDER` unpacks one; without arguments the lock is made anew from package.json.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
NPM = "npm:npm@11.21.2"
"""What Deno fetches with: it may start no program, and is not believed, for hashes are compared here."""


class Locked(NamedTuple):
    """A package as package-lock.json has it: `sha512-…`, the hash of the archive in base64."""

    version: str
    integrity: str


def locked() -> Mapping[str, Locked]:
    """The packages that package.json asks for, by their names."""
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = lock[""]
    names = {**wanted["dependencies"], **wanted["devDependencies"], **wanted["optionalDependencies"]}
    found = {name: lock[f"node_modules/{name}"] for name in names}
    return {name: Locked(entry["version"], entry["integrity"]) for name, entry in found.items()}


def unpacked(name: str, folder: Path) -> Path:
    """Fetch the package `name` and unpack it below `folder`: where it is. SystemExit for another one than is locked."""
    version, integrity = locked()[name]
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        npm(Path(made), "pack", f"{name}@{version}", "--silent")
        (archive,) = Path(made).glob("*.tgz")
        if integrity != f"sha512-{base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()}":
            raise SystemExit(f"{name} {version} is not the package whose hash is locked: nothing of it is used.")
        with tarfile.open(archive) as files:
            options = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # since Python 3.11.4
            files.extractall(folder / name, **options)  # type: ignore[arg-type]  # noqa: S202 - its hash is locked
    return folder / name / "package"


def npm(folder: Path, *arguments: str) -> None:
    """Run npm in `folder`, without a word where all is well; what packages would run is not run."""
    deno = shutil.which("deno", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}") or "deno"
    rights = (f"--allow-{right}" for right in ("read", "write", "net", "env", "sys"))
    command = [deno, "run", "--quiet", *rights, NPM, *arguments, "--ignore-scripts"]
    environment = {**os.environ, "DENO_NO_UPDATE_CHECK": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"npm {' '.join(arguments)}:\n{done.stderr}{done.stdout}")


def lock() -> None:
    """Make package-lock.json anew, with no address in it."""
    with tempfile.TemporaryDirectory() as made:
        for name in ("package.json", ".npmrc"):
            shutil.copy(HERE / name, made)
        npm(Path(made), "install", "--package-lock-only", "--no-audit", "--no-fund")
        shutil.copy(Path(made, "package-lock.json"), HERE)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        unpacked(sys.argv[1], Path(sys.argv[2]))
    else:
        lock()
