"""Addresses that lead on: of whole sites, and the list of addresses that a build keeps in the vault."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config

from macros.hosts.ledger import ledger_of
from macros.publish.redirects.ledger import LEDGER, read_ledger
from tests.conftest import REPOSITORY, Site, Write

URL = "https://me.github.io/notes/"
TEXT = "하나를 쓴다. 둘을 쓴다. 셋을 쓴다. 넷을 쓴다."


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds are those of an author, not of CI."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("KB_LANGUAGE", "en")
    monkeypatch.setenv("KB_SITE_URL", URL)


@pytest.fixture
def again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Callable[[], Site]:
    """Build the vault, in this process, for that is done many times."""
    monkeypatch.setenv("KB_VAULT", str(tmp_path / "vault"))
    monkeypatch.setenv("KB_CACHE", str(tmp_path / "cache"))
    caplog.set_level("INFO", "mkdocs.plugins.kb")

    def built() -> Site:
        caplog.clear()
        mkdocs.build(load_config(str(REPOSITORY / "mkdocs.yml"), site_dir=str(tmp_path / "site")))
        return Site(
            tmp_path / "site", "\n".join(f"{record.levelname} {record.message}" for record in caplog.records), 0
        )

    return built


def led_on(site: Site) -> dict[str, str]:
    """Where each page that leads on leads to, by their addresses on the site."""
    found = {}
    for name in sorted(site.files()):
        html = (site.folder / name).read_text("utf-8") if name.endswith(".html") else ""
        if "assets/kb/moved.js" in html:
            link = BeautifulSoup(html, "lxml").select_one("body a")
            assert link is not None
            found[name.removesuffix("index.html")] = str(link["href"])
    return found


def test_a_note_is_at_its_permalink_and_the_address_of_its_name_leads_there(
    write: Write, again: Callable[[], Site]
) -> None:
    write(
        "글.md: [[도커/배|배]]로 가는 글",
        "도커/배.md: ---\npermalink: /d/%EB%B0%B0.html\n---\n배의 글 [[글]]",
        "깃.md: ---\nPermalink: vcs/git\naliases: [판]\n---\n깃의 글",
    )
    site = again()

    assert "WARNING" not in site.output
    assert led_on(site) == {"도커/배/": "../../d/%EB%B0%B0.html", "깃/": "../vcs/git/", "판/": "../vcs/git/"}
    assert site.article("글").select_one("a.kb-link")["href"] == "../d/%EB%B0%B0.html"  # type: ignore[index]
    page = BeautifulSoup((site.folder / "d/배.html").read_text("utf-8"), "lxml")
    assert page.select_one("link[rel=canonical]")["href"] == f"{URL}d/%EB%B0%B0.html"  # type: ignore[index]
    assert page.select_one("article a.kb-link")["href"] == "../%EA%B8%80/"  # type: ignore[index]
    old = BeautifulSoup((site.folder / "깃/index.html").read_text("utf-8"), "html.parser")
    assert old.select_one("link[rel=canonical]")["href"] == f"{URL}vcs/git/"  # type: ignore[index]
    assert old.select_one("noscript meta[http-equiv=refresh]")["content"] == "0; url=../vcs/git/"  # type: ignore[index]
    assert old.select_one("meta[name=robots]")["content"] == "noindex"  # type: ignore[index]
    listed = re.findall("<loc>(.*)</loc>", (site.folder / "sitemap.xml").read_text("utf-8"))
    assert [address.removeprefix(URL) for address in listed if "%EA%B9%83" in address or "vcs" in address] == [
        "vcs/git/"
    ]
    searched = "".join((site.folder / name).read_text("utf-8") for name in site.files() if name.startswith("search/"))
    assert "vcs/git/" in searched
    assert "kb-moved" not in searched


def test_a_permalink_that_cannot_be_had_is_told_once_and_the_note_stays(
    write: Write, again: Callable[[], Site]
) -> None:
    bad = ("https://a.b/c", "//a.b/c", "../밖", "a/../b", "a?b=1", "a#b", ".git/x", "a//b", "a:b", "[a, b]", "{a: b}")
    write(
        *(f"나쁜 {number}.md: ---\ntitle: 글\npermalink: {text!r}\n---\n글" for number, text in enumerate(bad[:-2])),
        *(f"목록 {number}.md: ---\npermalink: {text}\n---\n글" for number, text in enumerate(bad[-2:])),
        *(f"빈 {number}.md: ---\npermalink: {text}\n---\n글" for number, text in enumerate(("", "''", "null", "[]"))),
        "a.md: ---\npermalink: /b/\n---\n글",
        "b.md: 글",
        "c.md: ---\npermalink: /둘/\n---\n글",
        "d.md: ---\npermalink: 둘\n---\n글",
        "e.md: ---\npermalink: /tags/\n---\n글 #태그",
        "f.md: ---\npermalink: /404.html\n---\n글",
        "g.md: ---\npermalink: /search/words-0.txt\n---\n글",
        "h.md: ---\npermalink: /\n---\n글",
        "초안.md: ---\ndraft: true\npermalink: /초안의-주소/\n---\n글",
    )
    site = again()

    warnings = re.findall("^WARNING kb: (.*)", site.output, re.MULTILINE)
    told = [warning.split(": ", 1) for warning in warnings]
    places = [*(f"나쁜 {number}.md:3" for number in range(9)), *(f"목록 {number}.md:2" for number in range(2))]
    assert [place for place, _ in told] == [*places, *(f"{name}.md:2" for name in "adefgh")]
    assert "is that of b.md: this note is published as /a/" in told[11][1]
    assert "is that of c.md: this note is published as /d/" in told[12][1]
    assert {"a/index.html", "b/index.html", "둘/index.html", "d/index.html", "나쁜 0/index.html"} <= site.files()
    assert led_on(site) == {"c/": "../%EB%91%98/"}


def test_an_alias_leads_on_where_nothing_has_its_address(write: Write, again: Callable[[], Site]) -> None:
    write(
        "도커.md: ---\naliases: [배, 깃, tags, old/Docker, 비밀]\n---\n글",
        "깃.md: 깃의 글",
        "비밀.md: ---\ndraft: true\naliases: [숨긴 별명]\n---\n글",
        "뒤.md: ---\nunlisted: true\npermalink: /뒤의-주소/\naliases: [뒤의 별명]\n---\n글",
    )
    site = again()

    assert "WARNING" not in site.output
    assert led_on(site) == {
        "old/Docker/": "../../%EB%8F%84%EC%BB%A4/",
        "배/": "../%EB%8F%84%EC%BB%A4/",
        "비밀/": "../%EB%8F%84%EC%BB%A4/",
        "뒤/": "../%EB%92%A4%EC%9D%98-%EC%A3%BC%EC%86%8C/",
    }
    assert "깃의 글" in site.article("깃").text
    names = (site.folder / "assets/kb/kb-names.txt").read_text("utf-8")
    assert {line.split("\t")[0] for line in names.splitlines()} == {"/도커/", "/깃/"}
    assert "숨긴 별명" not in names


def test_a_build_keeps_the_addresses_and_leads_on_from_old_ones(write: Write, again: Callable[[], Site]) -> None:
    vault = write("index.md: 홈", f"git/깃.md: {TEXT}", "뒤.md: ---\nunlisted: true\n---\n뒤의 글", (LEDGER, b""))
    first = again()
    assert {*read_ledger((vault / LEDGER).read_bytes()).pages} == {"/git/깃/", "/뒤/"}
    assert "2 addresses more" in first.output
    (vault / "vcs").mkdir()
    (vault / "git/깃.md").rename(vault / "vcs/깃 판.md")
    assert led_on(again()) == {"git/깃/": "../../vcs/%EA%B9%83%20%ED%8C%90/"}
    text = (vault / LEDGER).read_text("utf-8")
    assert "/git/깃/\t> /vcs/깃 판/\n" in text
    last = again()

    assert led_on(last) == {"git/깃/": "../../vcs/%EA%B9%83%20%ED%8C%90/"}
    assert (vault / LEDGER).read_text("utf-8") == text
    assert LEDGER not in last.output, "nothing new, nothing told"
    assert "WARNING" not in last.output
    assert not [name for name in last.files() if LEDGER in name]
    assert "/git/깃/" in (last.folder / "assets/kb/kb-names.txt").read_text("utf-8")


@pytest.mark.parametrize(("asked", "address"), [("", "깃의 이야기"), ("permalink: /길/", "길")])
def test_a_note_that_became_a_draft_is_named_nowhere_although_its_address_was_public(
    write: Write, again: Callable[[], Site], asked: str, address: str
) -> None:
    vault = write("index.md: 홈", f"깃의 이야기.md: ---\n{asked}\n---\n{TEXT}", (LEDGER, b""))
    assert f"{address}/index.html" in again().files()
    draft = f"깃의 이야기.md: ---\ndraft: true\n{asked}\n---\n{TEXT}"
    write(draft, "다른 글.md: 하나를 쓴다. 둘을 쓴다. 셋을 쓴다. 다섯.")
    site = again()

    assert led_on(site) == {}
    assert not [name for name in site.files() if "이야기" in name or name.startswith("길")]
    assert "이야기" not in (site.folder / "assets/kb/kb-names.txt").read_text("utf-8")
    assert f"/{address}/" in read_ledger((vault / LEDGER).read_bytes()).pages


def test_nothing_is_written_into_a_vault_without_a_list_nor_in_ci_nor_over_a_conflict(
    write: Write, again: Callable[[], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = write(f"깃.md: {TEXT}")
    again()
    assert [path.name for path in vault.iterdir()] == ["깃.md"]

    conflict = "<<<<<<< HEAD\n/옛/\t> /깃/\n=======\n>>>>>>> 가지\n/전/\t> /깃/\n".encode()
    (vault / LEDGER).write_bytes(conflict)
    site = again()
    assert f"WARNING kb: {LEDGER}:1: git could not merge these lines" in site.output
    assert led_on(site) == {"전/": "../%EA%B9%83/"}
    assert (vault / LEDGER).read_bytes() == conflict

    (vault / LEDGER).write_bytes(b"")
    with monkeypatch.context() as patch:
        patch.setenv("CI", "true")
        assert f"INFO kb: {LEDGER}:1: it lacks 1 address" in again().output
        assert (vault / LEDGER).read_bytes() == b""
    monkeypatch.setattr(tempfile, "mkstemp", _closed)
    assert f"INFO kb: {LEDGER} cannot be written: Permission denied" in again().output
    assert (vault / LEDGER).read_bytes() == b""


def _closed(**_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_list_that_is_no_file_of_its_own_is_told(write: Write, tmp_path: Path) -> None:
    vault = write("깃.md: 글")
    assert not ledger_of(vault).is_kept
    (tmp_path / "밖").write_text("", "utf-8")
    for make in (os.mkfifo, os.mkdir, lambda file: file.symlink_to(tmp_path / "밖")):
        make(vault / LEDGER)
        assert [problem.line for problem in ledger_of(vault).problems] == [1]
        (vault / LEDGER).rmdir() if (vault / LEDGER).is_dir() else (vault / LEDGER).unlink()


def test_home_stays_at_the_root_and_its_permalink_leads_there(write: Write, again: Callable[[], Site]) -> None:
    write("index.md: ---\npermalink: /시작/\naliases: [처음]\n---\n홈", "글.md: [[index]]")

    assert led_on(again()) == {"시작/": "../", "처음/": "../"}
