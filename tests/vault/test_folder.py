"""Folders of a vault that are links, or closed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.vault import Reason, Reference, Selection, Vault, report
from tests.conftest import Write


def leads(vault: Vault, link: str) -> str | None:
    return getattr(vault.resolve(Reference.wiki(link), "글.md"), "path", None)


def test_a_linked_folder_shows_its_notes_in_one_place(write: Write) -> None:
    root = write("글.md: [[링크/가]]", "폴더/가.md: 글", "폴더/나/그림.png: (png)", "폴더/나/index.md: 글")
    (root / "링크").symlink_to("폴더")
    (root / "폴더/나/위").symlink_to("../..")
    (root / "폴더/고리").symlink_to("나")
    vault = Vault.scan(root)

    assert list(vault.notes) == ["글.md", "폴더/가.md", "폴더/나/index.md"]
    assert vault.withheld == {
        "링크": Reason("linked", "폴더"),
        "폴더/고리": Reason("linked", "폴더/나"),
        "폴더/나/위": Reason("linked", "."),
    }
    assert report(vault) == ()
    assert leads(vault, "가") == leads(vault, "링크/가") == leads(vault, "폴더/나/위/폴더/가") == "폴더/가.md"
    assert leads(vault, "링크/고리/그림.png") == leads(vault, "링크/나/위/링크/고리/그림.png") == "폴더/나/그림.png"
    assert leads(vault, "링크/고리") == leads(vault, "폴더/나") == "폴더/나/index.md"
    assert leads(vault, "링크/없음") is None


def test_what_leads_out_is_told_with_its_path(write: Write, tmp_path: Path) -> None:
    outside = tmp_path / "밖"
    outside.mkdir()
    (outside / "비밀.md").write_text("비밀", "utf-8")
    root = write("글.md: 글", ".숨은/가.md: 글", "폴더/나.md: 글")
    (root / "폴더/바깥").symlink_to(outside)
    (root / "위").symlink_to(tmp_path)
    (root / "숨음").symlink_to(".숨은")
    (root / "뺀 것").symlink_to(outside)
    (root / "비밀.md").symlink_to(outside / "비밀.md")
    (root / "없음").symlink_to("없는 폴더")
    excluded = Reason("excluded", "뺀 것/", "maru.yml:1")
    vault = Vault.scan(root, Selection(lambda path: excluded if path == "뺀 것/" else None))

    assert list(vault.notes) == ["글.md", "폴더/나.md"]
    assert vault.withheld["뺀 것"] == excluded
    assert [str(problem).partition(" (")[0] for problem in report(vault)] == [
        "비밀.md:1: it is a link out of the vault, or no regular file",
        *(
            f"{path}:1: it is a link to a folder outside of the vault: what is in there is not published"
            for path in ("숨음", "위", "폴더/바깥")
        ),
    ]


def test_a_folder_that_cannot_be_read_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write("글.md: 글", "폴더/닫힘/가.md: 글", "폴더/나.md: 글")
    scan = os.scandir

    def closed(folder: str) -> Iterator[os.DirEntry[str]]:
        if os.fspath(folder).endswith("닫힘"):
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", closed)
    vault = Vault.scan(root)

    assert list(vault.notes) == ["글.md", "폴더/나.md"]
    assert [str(problem) for problem in report(vault)] == [
        "폴더/닫힘:1: the folder cannot be read, and what is in there is left out: Permission denied "
        "(allow it to be read)"
    ]


def test_a_vault_that_is_reached_by_a_link_is_the_same(write: Write, tmp_path: Path) -> None:
    root = write("글.md: 글", "폴더/가.md: 글")
    (root / "링크").symlink_to("폴더")
    (tmp_path / "다른 길").symlink_to(root)
    vault = Vault.scan(tmp_path / "다른 길")

    assert list(vault.notes) == ["글.md", "폴더/가.md"]
    assert vault.withheld == {"링크": Reason("linked", "폴더")}
