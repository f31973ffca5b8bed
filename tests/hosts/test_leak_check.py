"""The last look at a site, and `maru check-leaks`: what fails a build, and what is only told."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from macros.cli.maru import main
from macros.commands.library import Library
from macros.hosts import leak_check
from macros.hosts.leak_check import LeakCheck
from macros.hosts.opened import open_vault
from macros.publish.leaks.search import Look, Search
from macros.render import Store
from tests.conftest import Build, Write

WORDS = "내일 새벽에 아무도 모르게 바다로 떠난다"
LEFT_OUT = "오늘은 맑아서 혼자 산에 올라갔다가 넘어졌다"
NOTES = (
    "maru.yml: exclude: [일기/]",
    "글.md: ---\ncontact: kim@home.example.org\n---\n![[자료.txt]] ![[자료.gz]] [[초안]] AKIAIOSFODNN7EXAMPLE",
    f"초안.md: ---\ndraft: true\n---\n{WORDS}.",
    f"일기/월.md: {LEFT_OUT}.",
    "자료.txt: 자료",
    ("자료.gz", gzip.compress(b"a")),
)
TOLD = "자료.txt:1: it has words of 초안.md, which stays at home"


def test_words_of_what_stays_at_home_fail_a_build_and_the_rest_is_told(write: Write, build: Build) -> None:
    vault = write(*NOTES)
    assert build(vault, KB_LANGUAGE="en").exit_code == 0
    write(f"자료.txt: 글\n\n{WORDS} kim@home.example.org", ("자료.gz", gzip.compress(LEFT_OUT.encode())))
    site = build(vault, KB_LANGUAGE="en")

    assert site.exit_code == 1
    assert "자료.txt:3: it has words of 초안.md, which stays at home (see 초안.md:4" in site.output
    assert "자료.gz:1: it has words of 일기/월.md, which stays at home (see 일기/월.md:1" in site.output
    assert "자료.txt:3: it has the address kim@home.example.org" in site.warnings[0]
    assert WORDS not in site.output and LEFT_OUT not in site.output
    assert build(vault).exit_code == 1, "what has failed once is not passed over"

    write("자료.txt: 자료", ("자료.gz", gzip.compress(b"a")))
    assert build(vault).exit_code == 0


def test_words_that_are_public_no_more_are_a_leak_where_nothing_else_changed(write: Write, build: Build) -> None:
    files = ("자료.txt: " + WORDS, f"초안.md: ---\ndraft: true\n---\n{WORDS}.")
    vault = write(*files, f"글.md: [[자료.txt]] [[다른 글]] {WORDS}", "다른 글.md: 글")
    assert build(vault, KB_LANGUAGE="en").exit_code == 0
    write("다른 글.md: 다른 말")
    assert build(vault, KB_LANGUAGE="en").exit_code == 0

    write("글.md: [[자료.txt]]")
    site = build(vault, KB_LANGUAGE="en")
    assert site.exit_code == 1
    assert TOLD in site.output


def test_a_folder_that_somebody_made_is_looked_at_and_what_is_known_is_known(
    write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_LANGUAGE", "en")
    call = ["check-leaks", str(tmp_path / "site"), "--vault", str(write(*NOTES))]
    (tmp_path / "site").mkdir()
    assert (main(call), capsys.readouterr().out) == (0, "nothing leaks, in 0 files\n")

    (tmp_path / "site/자료.txt").write_text(WORDS, "utf-8")
    assert main(call) == 1
    assert capsys.readouterr().out.startswith(f"✗ {TOLD}")
    assert main([*call, "--write-baseline"]) == 0
    assert main(["doctor", "--vault", call[-1], "--write-baseline"]) == 0, "which keeps it"
    capsys.readouterr()
    assert (main(call), capsys.readouterr().out[: len(TOLD) + 2]) == (0, f"· {TOLD}")


def test_a_file_is_looked_at_again_when_it_or_what_stays_at_home_has_changed(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, site = write(*NOTES), tmp_path / "site"
    site.mkdir()
    for name in ("가.html", "나.html"):
        (site / name).write_text("글", "utf-8")
    looked = list[str]()

    class Counted(Search):
        def look(self, name: str, data: bytes) -> Look:
            looked.append(name)
            return super().look(name, data)

    monkeypatch.setattr(leak_check, "Search", Counted)

    def check() -> tuple[list[str], int]:
        looked.clear()
        opened = open_vault(vault)
        store = Store(tmp_path / "store.db", "", print)
        checked = LeakCheck(opened.vault, opened.root, Library.of(opened.vault), opened.language, print)
        found = checked.of({name: site / name for name in ("가.html", "나.html")}, store)
        store.save()
        return [*looked], len(found.faults)

    assert check() == (["가.html", "나.html"], 0)
    assert check() == ([], 0)
    (site / "나.html").write_text(LEFT_OUT, "utf-8")
    assert check() == (["나.html"], 1)
    assert check() == ([], 1)
    write("일기/월.md: 고친 글")
    assert check() == (["가.html", "나.html"], 0)
