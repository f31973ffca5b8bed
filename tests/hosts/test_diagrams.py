"""Diagrams that are drawn when a site is built, by a Chromium that the machine has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Build, Serve, Site, Write, fetch, wait_for

DIAGRAM = "```mermaid\nflowchart LR\n  A[브라우저] --> B[서버]\n```"
OTHER = "```mermaid\ngitGraph\n  commit\n  branch next\n  commit\n```"
"""Its commits have names by chance."""
WRONG = "```mermaid\nflowchart LR\n  A -->\n```"
NOWHERE = "/nowhere/chromium"


def pictures(site: Site, address: str) -> list[str]:
    return [str(svg) for svg in site.article(address).select("kb-diagram > svg")]


@pytest.fixture
def drawn(build: Build, tmp_path: Path) -> Build:
    """Build a vault that wants its diagrams drawn, with nothing remembered of other tests."""

    def built(vault: Path, *options: str, **environment: str) -> Site:
        return build(vault, *options, **{"KB_DIAGRAMS": "build", "KB_CACHE": str(tmp_path / "cache"), **environment})

    return built


def test_a_picture_is_text_and_shapes_with_its_source_below(write: Write, drawn: Build) -> None:
    site = drawn(write(f"가.md: {DIAGRAM}\n\n{DIAGRAM}", "나.md: ![[가]]", "다.md: > [!tip]\n> 글"))

    assert site.exit_code == 0, site.output
    article = site.article("가")
    (first, second) = article.select("kb-diagram > svg")
    assert (first["role"], first["aria-label"]) == ("img", "흐름도: 브라우저, 서버")
    assert [text.get_text() for text in first.select("text")] == ["브라우저", "서버"]
    assert not article.select("style, foreignobject, svg [class], svg [style]")
    assert "var(--kb-diagram-ink)" in str(first)
    ids = [tag["id"] for svg in (first, second) for tag in svg.select("[id]")]
    assert ids
    assert len(ids) == len({*ids})
    assert {*re.findall(r"url\(#([^)]+)\)", f"{first}{second}")} == {*ids}
    assert "A[브라우저] --> B[서버]" in article.select("kb-diagram > details pre")[0].get_text()
    assert len(pictures(site, "나")) == 2
    assert not [name for name in site.files() if "mermaid" in name]


def test_what_is_remembered_needs_no_browser_and_is_what_would_be_drawn(
    write: Write, drawn: Build, tmp_path: Path
) -> None:
    vault = write(f"가.md: {DIAGRAM}", f"나.md: {OTHER}")
    first = drawn(vault)
    before = [*pictures(first, "가"), *pictures(first, "나")]
    again = drawn(vault, KB_SITE_NAME="다른 이름", KB_CHROMIUM=NOWHERE)
    anew = drawn(vault, KB_CACHE=str(tmp_path / "other"))

    assert len(before) == 2
    assert again.exit_code == 0, again.output
    assert [*pictures(again, "가"), *pictures(again, "나")] == before
    assert [*pictures(anew, "가"), *pictures(anew, "나")] == before


def test_an_edit_draws_what_it_has_changed(write: Write, drawn: Build, tmp_path: Path) -> None:
    vault = write(f"가.md: {DIAGRAM}", f"나.md: ![[가]]\n\n{OTHER}")
    drawn(vault)
    write(f"가.md: {DIAGRAM.replace('서버', '서버 둘')}")
    edited = drawn(vault)
    pages = {name: (edited.folder / name).read_bytes() for name in edited.files() if name.endswith(".html")}
    clean = drawn(vault, KB_CACHE=str(tmp_path / "other"))

    assert "서버 둘" in pictures(edited, "나")[0]
    assert pages == {name: (clean.folder / name).read_bytes() for name in pages}


def test_without_a_browser_the_build_says_what_to_do(write: Write, drawn: Build) -> None:
    vault = write(f"가.md: {DIAGRAM}")

    site = drawn(vault, KB_CHROMIUM=NOWHERE)
    assert site.exit_code == 1
    assert NOWHERE in site.output
    assert "Traceback" not in site.output
    site = drawn(vault, KB_CHROMIUM="false", KB_LANGUAGE="en")
    assert site.exit_code == 1
    assert "does not start" in site.output
    assert "Traceback" not in site.output
    site = drawn(vault, KB_CHROMIUM="", KB_DIAGRAMS="browser")
    assert site.exit_code == 0, site.output


def test_a_preview_needs_none(write: Write, serve: Serve, project: Path) -> None:
    (project / "docs/index.md").write_text(f"# 집\n\n{DIAGRAM}\n", "utf-8")
    (project / "docs/maru.yml").write_text("diagrams: build\n", "utf-8")
    address = serve(project, KB_CHROMIUM=NOWHERE)

    assert wait_for(lambda: "<kb-diagram><pre" in fetch(address))


def test_what_cannot_be_drawn_is_told_with_its_line_and_shown_as_code(write: Write, drawn: Build) -> None:
    vault = write(f"가.md: ---\ntitle: 가\n---\n글\n\n{WRONG}\n\n{DIAGRAM}\n\n[[가]]")

    for _ in range(2):  # the second remembers it
        site = drawn(vault)
        assert [text for text in site.warnings if text.startswith("가.md:6: 이 그림을 그릴 수 없습니다: Parse error")]
        assert "A -->" in site.article("가").select("div.highlight pre")[0].get_text()
        assert len(pictures(site, "가")) == 1
    assert drawn(vault, "--strict").exit_code == 1
