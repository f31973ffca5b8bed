"""Hostile vaults, built as any other: none stops a build, takes its time or memory, or loses a note in silence.

`KB_HOSTILE=200` makes that many; `KB_SEED` says where the dice begin.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.hosts.hostile_vaults import make

COUNT = int(os.environ.get("KB_HOSTILE", "2"))
SEED = int(os.environ.get("KB_SEED", "1"))
_SECONDS, _BYTES = 20, 1_000_000_000
SCRIPT = "assets/kb/maru.js"
"""One of ours, whose name some of the vaults take."""
_MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-d", sys.argv[1]], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, done.stdout + done.stderr, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]))
"""


@pytest.mark.parametrize("seed", range(SEED, SEED + COUNT))
def test_a_hostile_vault_is_built_in_bounds_and_loses_nothing_in_silence(seed: int, tmp_path: Path) -> None:
    vault, site = tmp_path / "vault", tmp_path / "site"
    vault.mkdir()
    words = make(vault, seed)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(site)],
        cwd=REPOSITORY,
        env={**os.environ, "KB_VAULT": str(vault), "KB_LANGUAGE": "en", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    code, output, seconds, size = json.loads(done.stdout)
    pages = {file: file.read_text("utf-8") for file in site.rglob("*.html") if file.is_file()}

    assert code == 0, output[-3_000:]
    assert seconds < _SECONDS
    assert size < _BYTES
    assert max(map(len, pages.values())) < 10_000_000
    lost = [name for name, word in words.items() if not any(word in text for text in pages.values())]
    assert [name for name in lost if name.rpartition("/")[2] not in output] == []
    shown = "\n".join(pages.values())
    assert [fault for fault in ("Traceback", str(tmp_path), str(REPOSITORY), "object at 0x") if fault in shown] == []
    assert (site / SCRIPT).read_bytes() == (REPOSITORY / "overrides" / SCRIPT).read_bytes()
