"""The same notes make the same site, to the byte, wherever and however they are built."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.render.test_incremental import HEADS, RECORDINGS, TEXTS, contents, differences

REVERSED = """
import os

class Backwards:
    def __init__(self, found):
        with found:
            self._left = [*found]

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        return self._left.pop()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    close = __exit__

_scandir, _listdir = os.scandir, os.listdir
os.scandir = lambda *path: Backwards(_scandir(*path))
os.listdir = lambda *path: _listdir(*path)[::-1]
"""
"""A `sitecustomize` that lists folders the other way round than the file system does, for all that Python reads."""


def vault(folder: Path, *, backwards: bool) -> Path:
    """Notes of each kind, enough for several processes; written in another order, at another time, by other rights."""
    files = {f"글 {number}.md": HEADS[number % 9] + "\n\n".join(TEXTS[number % 11 :][:2]) for number in range(40)}
    files |= {
        "도커.md": TEXTS[0],
        "폴더/컨테이너.md": HEADS[2] + TEXTS[1],
        "폴더/이미지.md": TEXTS[9],
        "포드.md": TEXTS[7],
    }
    files |= {"그림.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>", "표.base": "views: []", "폴더/자료.csv": "가,나"}
    files["maru.yml"] = "name: 이름"  # without one, the site has that of its folder
    files |= dict.fromkeys(RECORDINGS, "---\nengine: display\n---\n$ ls\n가")
    files["글 3.md"] += "\n\n![[그림.svg]] ![[폴더/자료.csv]] {{ note_count() }}"
    for number, (name, text) in enumerate(sorted(files.items(), reverse=backwards)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
        (folder / name).chmod(0o600 if backwards else 0o664)
        os.utime(folder / name, (number * 10**6, number * 10**6))
    return folder


def built(configuration: Path, notes: Path, site: Path, umask: int, **environment: str) -> Path:
    process = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", str(site)],
        cwd=site.parent,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))},
            "KB_VAULT": str(notes),
            "KB_CACHE": str(site.parent / "cache"),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1700000000",
            "KB_SITE_URL": "https://example.org/",
            "PYTHONPATH": str(configuration.parent),
            **environment,
        },
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stdout + process.stderr
    return site


def test_two_builds_in_different_surroundings_are_the_same_bytes(tmp_path: Path, project: Path) -> None:
    here, there = tmp_path / "여기", tmp_path / "far/away"
    for folder in (here, there):
        folder.mkdir(parents=True)
    (there / "sitecustomize.py").write_text(REVERSED, "utf-8")
    one = built(
        Path(__file__).parents[2] / "mkdocs.yml",
        vault(here / "노트", backwards=False),
        here / "site",
        0o022,
        PYTHONHASHSEED="1",
        TZ="Asia/Seoul",
        LC_ALL="ko_KR.UTF-8",
        KB_WORKERS="1",
        HOME="/",
    )
    other = built(
        project / "mkdocs.yml",
        vault(there / "vault", backwards=True),
        there / "public",
        0o077,
        PYTHONHASHSEED="2",
        TZ="America/Los_Angeles",
        LC_ALL="C",
        KB_WORKERS="3",
        PYTHONPATH=f"{there}{os.pathsep}{project}",
        USER="somebody",
        HOME=str(there),
    )

    assert differences(one, other) == []
    assert len(contents(one)) > 80
    assert dates(one) == ["2023-11-14"]


def dates(site: Path) -> Sequence[str]:
    """The days that the map of the site names, in both of its files."""
    maps = (site / "sitemap.xml").read_bytes(), gzip.decompress((site / "sitemap.xml.gz").read_bytes())
    return sorted(
        {line.decode()[9:19] for text in maps for line in map(bytes.strip, text.splitlines()) if b"lastmod" in line}
    )
