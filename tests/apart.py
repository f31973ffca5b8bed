"""The suite of `make test` in a clone of what is committed, whose docs/ are two notes: the engine knows no others.

`python -m tests.apart` hands its arguments to pytest; its exit code is pytest's.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
NOTES = (("index.md", "# 하나\n\n[[둘]]을 본다.\n"), ("둘.md", "글. [[index|처음]]으로 돌아간다.\n"))


def main(arguments: list[str]) -> int:
    """Run pytest with `arguments` in the clone."""
    with tempfile.TemporaryDirectory(prefix="kb-apart-") as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
        _replace_notes(clone / "docs")
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=clone, check=False).returncode


def _replace_notes(docs: Path) -> None:
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir()
    for name, text in NOTES:
        (docs / name).write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
