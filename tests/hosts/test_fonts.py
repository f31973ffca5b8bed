"""A site has the letters of its pages, and makes its fonts anew when they have others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from macros.hosts.fonts import AREAS
from tests.conftest import REPOSITORY, Build, Write


def letters(site: Path) -> str:
    """Those of all fonts of a site."""
    files = sorted((site / "assets/fonts").glob("*.woff2"))
    return "".join(chr(number) for file in files for number in sorted(TTFont(file).getBestCmap()))


def test_a_site_has_the_letters_that_it_publishes(write: Write, build: Build) -> None:
    site = build(
        write(
            "index.md: # 꿩\n\n뜰 %%뷁%% <!-- 쀍 -->\n\n`쬲`\n\n[[챺]]",
            "쌰/가.md: ---\ntags: [쿄]\naliases: [퀘]\nsummary: 뚱\n---\n글",
            "나.md: ---\ndraft: true\n---\n뙇",
        )
    )

    assert {*"꿩뜰쬲챺쌰쿄퀘뚱"} <= {*letters(site.folder)}, site.output
    assert not {*"뷁쀍뙇"} & {*letters(site.folder)}


@pytest.mark.parametrize(("text", "is_made_anew"), [("글글 글", False), ("글 뀼", True)])
def test_fonts_are_made_where_a_letter_is_new(
    write: Write, build: Build, tmp_path: Path, text: str, *, is_made_anew: bool
) -> None:
    build(write("index.md: 글"), KB_CACHE=str(tmp_path / "cache"))
    before = _states(tmp_path / "site")
    site = build(write(f"index.md: {text}"), KB_CACHE=str(tmp_path / "cache"))
    incremental = {file.name: file.read_bytes() for file in (site.folder / "assets/fonts").iterdir()}

    assert (_states(site.folder) != before) == is_made_anew, site.output
    build(write(), KB_CACHE=str(tmp_path / "another"))
    assert incremental == {file.name: file.read_bytes() for file in (site.folder / "assets/fonts").iterdir()}


def test_a_site_whose_pages_do_not_ask_for_fonts_has_none(write: Write, build: Build, project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  - assets/fonts/fonts.css\n", ""), "utf-8")
    site = build(write("index.md: 글"), "-f", str(config))

    assert not [*site.folder.glob("assets/fonts/*.woff2")], site.output
    assert "fonts" not in (site.folder / "index.html").read_text("utf-8")


def test_the_words_that_templates_show_are_among_the_letters() -> None:
    texts = (path.read_text("utf-8") for path in (REPOSITORY / "overrides").rglob("*.html"))

    assert {area for text in texts for area in re.findall(r'say\("([\w-]+)\.', text)} <= {*AREAS}


def _states(site: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in (site / "assets/fonts").glob("*.woff2")}
