"""`make vendor`: libraries that sites serve and the fonts that theirs are cut from, of packages with locked hashes.

`python -m tests.vendor.make PYTHON`, PYTHON being one that has fonttools. files.json then lists what was made, by hash.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.vendor.packages import HERE, locked, unpacked

REPOSITORY = HERE.parents[1]
ASSETS = REPOSITORY / "overrides/assets"
WHOLE = REPOSITORY / "macros/fonts"
SUMS = HERE / "files.json"
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "katex": {
        "LICENSE": "",
        "dist/katex.mjs": "",
        "dist/katex.min.css": "",
        "dist/fonts/*.woff2": "fonts",
    },
    "mermaid": {
        "LICENSE": "",
        "dist/mermaid.esm.min.mjs": "",
        "dist/chunks/mermaid.esm.min/*.mjs": "chunks/mermaid.esm.min",
    },
    "v86": {
        "LICENSE": "",
        "build/libv86.mjs": "",
    },
    "@xterm/xterm": {
        "LICENSE": "",
        "lib/xterm.mjs": "",
        "css/xterm.css": "",
    },
}
"""By package the files of it that are served as they are, and the folder of each below `vendor/PACKAGE/`."""
PACKED: Mapping[str, str] = {"v86": "build/v86.wasm"}
"""By package the file that is served as `NAME.gz`, for a plain server compresses nothing: our script inflates it."""
FONTS: Mapping[str, tuple[str, str]] = {
    "@kfonts/d2coding": ("src/D2Coding.ttf", "d2coding.ttf.br"),
    "pretendard": ("dist/public/variable/PretendardVariable.ttf", "pretendard.ttf.br"),
}
"""By package the font in it, and what is kept of it below macros/fonts/."""


def main(python: str) -> None:
    """Make all files anew, and their list."""
    with tempfile.TemporaryDirectory() as folder:
        for name, patterns in LIBRARIES.items():
            package, target = unpacked(name, Path(folder)), served(name)
            copy(package, target, patterns)
            if packed := PACKED.get(name):
                made = target / f"{Path(packed).name}.gz"
                subprocess.run([python, "-m", "tests.vendor.gzip", package / packed, made], cwd=REPOSITORY, check=True)
        for name, (font, kept) in FONTS.items():
            source = unpacked(name, Path(folder)) / font
            subprocess.run([python, "-m", "tests.vendor.font", source, WHOLE / kept], cwd=REPOSITORY, check=True)
    SUMS.write_text(json.dumps(listed(), indent=1) + "\n", "utf-8")


def served(name: str) -> Path:
    """The folder that sites serve the package `name` from: `@xterm/xterm` is in `vendor/xterm`."""
    return ASSETS / "vendor" / name.rpartition("/")[2]


def copy(package: Path, target: Path, patterns: Mapping[str, str]) -> None:
    """Put the files of `package` that `patterns` name into `target`, which then has no others."""
    shutil.rmtree(target, ignore_errors=True)
    for pattern, folder in patterns.items():
        (target / folder).mkdir(parents=True, exist_ok=True)
        found = [*package.glob(pattern)]
        if not found:
            raise SystemExit(f"{package.parent.name} has no {pattern} any more.")
        for file in found:
            shutil.copyfile(file, target / folder / file.name)


def listed() -> dict[str, dict[str, str]]:
    """Each package as `name version` with its files, and their SHA-256."""
    versions = {name: entry.version for name, entry in locked().items()}
    return {f"{name} {versions[name]}": dict(_sums(files)) for name, files in made().items()}


def made() -> dict[str, list[Path]]:
    """The files of each package."""
    libraries = {name: served(name).rglob("*") for name in LIBRARIES}
    fonts = {name: [WHOLE / kept] for name, (_, kept) in FONTS.items()}
    return {name: sorted(filter(Path.is_file, files)) for name, files in {**libraries, **fonts}.items()}


def _sums(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for file in files:
        base = ASSETS if file.is_relative_to(ASSETS) else REPOSITORY
        yield file.relative_to(base).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1])
