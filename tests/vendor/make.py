"""`make vendor`: the libraries and the font that sites serve, made of the packages whose hashes are locked.

`python -m tests.vendor.make PYTHON`, PYTHON being one that has fonttools. files.json then lists what was made, by hash.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.vendor.packages import HERE, locked, unpacked

ASSETS = HERE.parents[1] / "overrides/assets"
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
}
"""By package the files of it that are served as they are, and the folder of each below `vendor/PACKAGE/`."""
FONT = "dist/web/variable/woff2/PretendardVariable.woff2"
FACE = re.compile(r"url\(\./pretendard/([\w-]+)\.woff2\)[^}]*?unicode-range: ([^;]+);")
"""A part of the font in its style sheet, which is written by hand: its name and its letters."""
CUT = (
    "--flavor=woff2",
    "--no-hinting",
    "--name-IDs=0,1,2,3,4,5,6,13,14",
    "--obfuscate-names",  # the licence reserves the name for what was not changed
)
FEATURES = ("--layout-features+=ss05", "--layout-features-=calt,clig,liga")
LATIN = ("--layout-features=*",)
"""Signs take the height of their neighbours there."""


def main(python: str) -> None:
    """Make all files anew, and their list."""
    with tempfile.TemporaryDirectory() as folder:
        for name, patterns in LIBRARIES.items():
            copy(unpacked(name, Path(folder)), ASSETS / "vendor" / name, patterns)
        cut(unpacked("pretendard", Path(folder)) / FONT, Path(folder, "parts"), python)
        shutil.rmtree(ASSETS / "fonts/pretendard", ignore_errors=True)
        shutil.copytree(Path(folder, "parts"), ASSETS / "fonts/pretendard")
    SUMS.write_text(json.dumps(listed(), indent=1) + "\n", "utf-8")


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


def cut(font: Path, target: Path, python: str) -> None:
    """Cut `font` into its parts."""
    target.mkdir()
    for name, letters in FACE.findall((ASSETS / "fonts/pretendard.css").read_text("utf-8")):
        features = LATIN if name == "latin" else FEATURES
        unicodes, output = f"--unicodes={letters.replace(' ', '')}", f"--output-file={target / name}.woff2"
        subprocess.run([python, "-m", "fontTools.subset", font, unicodes, *CUT, *features, output], check=True)


def listed() -> dict[str, dict[str, str]]:
    """Each package as `name version` with its files, and their SHA-256."""
    versions = {name: entry.version for name, entry in locked().items()}
    return {f"{name} {versions[name]}": dict(_sums(folder)) for name, folder in folders().items()}


def folders() -> dict[str, Path]:
    """Where the files of each package are."""
    return {**{name: ASSETS / "vendor" / name for name in LIBRARIES}, "pretendard": ASSETS / "fonts/pretendard"}


def _sums(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file.relative_to(ASSETS).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1])
