"""`make scripts`: the few files that sites serve, made by esbuild of what is in macros/browser/.

They are committed, so that nobody needs esbuild to build a site; scripts.json says by hash what they were made of.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.vendor.packages import HERE, locked, unpacked

ROOT = HERE.parents[1]
SOURCES = "macros/browser"
MADE_IN = "overrides/assets/kb"
SUMS = HERE / "scripts.json"
ENTRIES: Mapping[str, str] = {
    "maru.js": "maru.js",
    "maru.css": "maru.css",
    "compare.js": "compare/panel.js",
    "compare-worker.js": "compare/worker.js",
    "diagram.js": "diagram/diagram.js",
    "lab.js": "live/panel.js",
    "lab-worker.js": "lab/worker.js",
    "lost.js": "kb-lost.js",
    "moved.js": "kb-moved.js",
    "search-worker.js": "kb-search-worker.js",
}
"""The files that sites serve, each with the source that it begins with.

Each has in it all that it needs, so that none waits for another, and keeps its name from build to build: a page or a
script that a browser kept may still ask for it.
"""
OPTIONS = (
    *("--bundle", "--minify", "--format=esm", "--charset=utf8", "--log-level=warning"),
    "--external:*/kb-words.js",  # each site makes its own
)
PROGRAMS: Mapping[tuple[str, str], str] = {
    ("Darwin", "arm64"): "@esbuild/darwin-arm64",
    ("Darwin", "x86_64"): "@esbuild/darwin-x64",
    ("Linux", "aarch64"): "@esbuild/linux-arm64",
    ("Linux", "x86_64"): "@esbuild/linux-x64",
}
"""The packages that have esbuild, by the machines that it runs on."""


def main() -> None:
    """Make all files anew, and the list of what they were made of."""
    with tempfile.TemporaryDirectory() as made:
        entries = (f"{name.rpartition('.')[0]}={source}" for name, source in ENTRIES.items())
        subprocess.run([_esbuild(), *entries, *OPTIONS, f"--outdir={made}"], cwd=ROOT / SOURCES, check=True)
        shutil.rmtree(ROOT / MADE_IN, ignore_errors=True)
        (ROOT / MADE_IN).mkdir()
        for file in Path(made).iterdir():
            shutil.copyfile(file, ROOT / MADE_IN / file.name)
    SUMS.write_text(json.dumps(listed(), indent=1) + "\n", "utf-8")


def listed() -> dict[str, str]:
    """By what the files are made, and the SHA-256 of what they are made of and of themselves."""
    programs = {locked()[name].version for name in PROGRAMS.values()}
    return {"esbuild": " ".join((*sorted(programs), *OPTIONS)), **dict(_sums(SOURCES)), **dict(_sums(MADE_IN))}


def changed() -> list[str]:
    """What is not as it was when the files were made."""
    before, now = json.loads(SUMS.read_text("utf-8")), listed()
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))


def _sums(folder: str) -> Iterator[tuple[str, str]]:
    for file in sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in (".css", ".js")):
        yield file.relative_to(ROOT).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()


def _esbuild() -> Path:
    """The program, fetched once. SystemExit where there is none for this machine."""
    name = PROGRAMS.get((platform.system(), platform.machine()))
    if not name:
        raise SystemExit("`make scripts` runs on Linux and macOS, on machines of 64 bits.")
    folder = ROOT / ".cache/esbuild" / locked()[name].version
    program = folder / name / "package/bin/esbuild"
    return program if program.is_file() else unpacked(name, folder) / "bin/esbuild"


if __name__ == "__main__":
    main()
