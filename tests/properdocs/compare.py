"""Builds vaults with MkDocs and with ProperDocs, its maintained fork, and tells where the sites differ.

`python -m tests.properdocs.compare` wants an environment that has both: `make test-properdocs` makes one. Only the tag
that names the generator may differ. The exit code is 1 when anything else does.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).parents[2]
VAULTS = ("tests/e2e/vault", "tests/e2e/notes")
SETTINGS = (
    (
        "maru.yml",
        "name: 노트\nlanguage: en\npublish: marked\nnavigation: [둘.md]\ncolors: {primary: teal}\ncss: [내.css]\n",
    ),
    ("내.css", "article { color: teal }\n"),
    ("하나.md", "---\npublish: true\n---\n[[둘]]과 [[셋]]을 본다. #태그\n"),
    ("둘.md", "---\npublish: true\nrender_macros: true\n---\n{{ note_count() }}\n\n```mermaid\ngraph LR\n```\n"),
    ("셋.md", "비밀"),
)
"""A vault of which the settings say much: MkDocs' configuration is made from them."""
GENERATOR = re.compile(rb'<meta name="generator" content="([^"]*)">')

_SHOWN = 20
"""Differences of a vault that are told one by one."""


class Built(NamedTuple):
    """A site, and what its build said."""

    files: Mapping[str, bytes]
    told: list[str]
    exit_code: int


def differences(one: Built, other: Built) -> list[str]:
    """What of `other` is not as in `one`: `exit code`, lines that only one of the builds said, names of files."""
    found = ["exit code"] * (one.exit_code != other.exit_code) + sorted({*one.told} ^ {*other.told})
    found += sorted(one.files.keys() ^ other.files.keys())
    return found + [
        name for name in sorted(one.files.keys() & other.files.keys()) if _page(one, name) != _page(other, name)
    ]


def generators(site: Built) -> set[str]:
    """The names in the pages' generator tags, without their versions."""
    tags = [found[1].decode() for name in site.files if (found := GENERATOR.search(site.files[name]))]
    return {re.split(r"[ -]\d", tag)[0] for tag in tags}


def build(generator: str, vault: Path, beside: Path) -> Built:
    """Build `vault` with `python -m generator`, with a memory of its own, into a folder below `beside`."""
    site = beside / generator / "site"
    own = {"KB_VAULT": str(vault), "KB_CACHE": str(beside / generator / "memory"), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", generator, "build", "-d", str(site)],
        cwd=REPOSITORY,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    told = [line for line in done.stdout.splitlines() if re.match(r"WARNING|ERROR|\S*(Error|Exception)\b", line)]
    return Built(files, told, done.returncode)


def compare(vault: Path) -> list[str]:
    """What differs between the two sites of `vault`, and whether each was built at all, by whom it should have been."""
    with tempfile.TemporaryDirectory(prefix="kb-properdocs-") as folder:
        mkdocs, properdocs = (build(generator, vault, Path(folder)) for generator in ("mkdocs", "properdocs"))
    names = (generators(mkdocs), generators(properdocs))
    unexpected = [f"built by {names}"] * (names != ({"mkdocs"}, {"mkdocs-ProperDocs"}))
    return unexpected + differences(mkdocs, properdocs)


def main() -> int:
    """Compare the sites of all vaults, and tell."""
    with tempfile.TemporaryDirectory(prefix="kb-properdocs-vault-") as folder:
        for name, text in SETTINGS:
            (Path(folder) / name).write_text(text, "utf-8")
        found = {vault: compare(REPOSITORY / vault) for vault in VAULTS}
        found["a vault with settings"] = compare(Path(folder))
    for vault, lines in found.items():
        sys.stdout.write("\n  ".join([f"{vault}: {len(lines)} differences", *lines[:_SHOWN]]) + "\n")
    return int(any(found.values()))


def _page(site: Built, name: str) -> bytes:
    return GENERATOR.sub(b"", site.files[name], count=1)


if __name__ == "__main__":
    sys.exit(main())
