"""The days of notes on the pages: their own, else those of git's whole history, and how long they take to read."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.conftest import Build, Site, Write


def git(folder: Path, *command: str, day: str = "2024-01-01") -> None:
    names = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": f"{day}T23:30:00+0900", "GIT_COMMITTER_DATE": "2030-01-01T00:00:00+0000"}
    subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True, env={**os.environ, **names, **dates})


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--message=.", day=day)


def days(site: Site, address: str) -> list[str]:
    return [str(time["datetime"]) for time in site.article(address).select(".kb-facts time")]


def history(write: Write) -> Path:
    """A vault in a folder of a repository; one of its notes was moved since."""
    vault = write("가.md: # 가\n\n글", "나.md: ---\nupdated: 2026-11-26\n---\n글", "다.md: 글")
    git(vault.parent, "init")
    commit(vault.parent, "2024-01-01")
    (vault / "가.md").write_text("# 가\n\n고친 글", "utf-8")
    commit(vault.parent, "2024-05-05")
    (vault / "폴더").mkdir()
    git(vault, "mv", "가.md", "폴더/라.md")
    commit(vault.parent, "2025-01-01")
    return vault


def test_a_note_has_its_own_days_or_those_of_its_commits(write: Write, build: Build) -> None:
    vault = history(write)
    write("새.md: 아직 넣지 않은 글")
    site = build(vault)

    assert days(site, "폴더/라") == ["2024-01-01", "2024-05-05"]
    assert days(site, "나") == ["2024-01-01", "2026-11-26"]
    assert days(site, "다") == ["2024-01-01"]
    assert site.article("다").select_one(".kb-facts").get_text(" ", strip=True).startswith("작성 2024-01-01")  # type: ignore[union-attr]
    assert days(site, "새") == []
    recent = [str(item.get_text(" ", strip=True)) for item in site.article().select(".kb-recent li")]
    assert recent == ["나 2026-11-26", "가 2024-05-05", "다 2024-01-01"]

    commit(vault, "2026-12-24")

    assert days(build(vault), "새") == ["2026-12-24"]


def test_a_part_of_the_history_says_nothing(write: Write, build: Build, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth=1", f"file://{history(write).parent}", str(tmp_path / "shallow"))
    site = build(tmp_path / "shallow/vault")

    assert days(site, "다") == []
    assert days(site, "나") == ["2026-11-26"]
    assert "fetch-depth: 0" in site.output


def test_a_page_says_how_long_it_takes_to_read(write: Write, build: Build) -> None:
    code = "```\n" + "code " * 440 + "\n```"
    empty = "빈.md: ---\ncategory: 영화\n---\n# 제목\n\n## 아직"
    notes = (
        empty,
        f"글.md: # 글\n\n{'가' * 1000}\n\n{code}",
        "word.md: " + "word " * 880,
        "index.md: 집",
        "용어/낱말.md: 뜻",
    )
    site = build(write(*notes))

    facts = [site.article(page).select_one(".kb-facts") for page in ("글", "word", "", "용어", "all", "빈")]
    assert [fact and fact.get_text(" ", strip=True) for fact in facts] == ["읽는 데 3분", "읽는 데 4분", *[None] * 4]
    assert site.article("글").select_one("h1 + .kb-facts")
