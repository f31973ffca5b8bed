"""The link doctor, over a vault with one of each problem."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.cli.maru import main
from tests.conftest import REPOSITORY, Write
from tests.pictures import png

SICK = (
    "index.md: [[쪽]] [[도커]] [[가/둘]] [[나/둘]] [[머리말]] [[두 별명]]",
    "쪽.md: `[[도거]]` [[도거]]와 [[도거#설치|글]]\n\n"
    "| 표 |\n| --- |\n| [[도거\\|글]] |\n\n"
    "[[도커#설지]] [[도커#^def-1]] [글](폴더/도거.md#설치) [[둘]] ![[그린.png|300]] [[초안]]",
    "도커.md: 정의 ^def-2\n\n## 설치\n\n![[그림.png]]",
    "머리말.md: ---\nkey: 값\ntags: a, b\naliases: [배]\n---\n글",
    "두 별명.md: ---\naliases: [배]\n---\n글",
    "가/둘.md: 글",
    "나/둘.md: 글",
    "초안.md: ---\ndraft: true\n---\n글",
    "외톨이.md: 글",
    ("그림.png", png()),
    ("안-씀.pdf", b"pdf"),
)
FOUND = [
    ("머리말.md", 1, "alias", "the alias '배' is claimed by 두 별명.md too", "keep it in one of the two"),
    ("머리말.md", 3, "tags", "`tags: a, b` is one text, not a list", "write `tags: [a, b]`"),
    ("물음?.md", 1, "name", "Windows cannot check out the name '물음?.md'", "rename it to '물음-.md'"),
    ("물음?.md", 1, "orphan", "no note leads here", "link to it"),
    ("물음?.md", 2, "missing", "no note is named '도거'", "did you mean '도커'?"),
    ("안-씀.pdf", 1, "unused", "no published note uses this file: it is not published", "embed it, or delete it"),
    ("외톨이.md", 1, "orphan", "no note leads here", "link to it"),
    ("쪽.md", 1, "missing", "no note is named '도거'", "did you mean '도커'?"),
    ("쪽.md", 5, "missing", "no note is named '도거'", "did you mean '도커'?"),
    ("쪽.md", 7, "ambiguous", "[[둘]] could be 가/둘.md (chosen) or 나/둘.md", "write the folder too"),
    ("쪽.md", 7, "block", "도커.md has no block '^def-1'", "it has ^def-2"),
    ("쪽.md", 7, "draft", "[[초안]] leads to what is not published", ""),
    ("쪽.md", 7, "heading", "도커.md has no heading '설지'", "did you mean '#설치'?"),
    ("쪽.md", 7, "missing", "no file is named '그린.png'", "did you mean '그림.png'?"),
    ("쪽.md", 7, "missing", "no note is named '폴더/도거.md'", "did you mean '도커'?"),
]
MENDED = """\
`[[도거]]` [[도커]]와 [[도커#설치|글]]

| 표 |
| --- |
| [[도커\\|글]] |

[[도커#설치]] [[도커#^def-2]] [글](도커.md#설치) [[둘]] ![[그림.png|300]] [[초안]]
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_LANGUAGE", "en")


@pytest.fixture
def sick(write: Write) -> Path:
    vault = write(*SICK)
    (vault / "물음?.md").write_bytes("[[쪽]]\r\n[[도거]]\r\n".encode())
    return vault


def doctor(vault: Path, *options: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    exit_code = main(["doctor", "--vault", str(vault), *options])
    return exit_code, capsys.readouterr().out


def test_each_problem_is_found_with_its_repair(sick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code, output = doctor(sick, "--json", capsys=capsys)

    found = [(p["path"], p["line"], p["code"], p["message"], p["suggestion"]) for p in json.loads(output)]
    assert exit_code == 1
    assert found == FOUND


def test_repairs_that_leave_no_choice_are_shown_and_written(sick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, output = doctor(sick, "--fix", "--yes", capsys=capsys)

    assert "-[[도거]]" in output
    assert (sick / "쪽.md").read_text("utf-8") == MENDED
    assert (sick / "물음?.md").read_bytes() == "[[쪽]]\r\n[[도커]]\r\n".encode()
    assert "tags: [a, b]" in (sick / "머리말.md").read_text("utf-8")


def test_after_the_repairs_only_what_is_ambiguous_is_left_to_mend(
    sick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert doctor(sick, "--fix", "--yes", capsys=capsys)[0] == 1

    exit_code, output = doctor(sick, "--json", capsys=capsys)
    left = [(p["code"], p["suggestion"]) for p in json.loads(output) if not p["notice"]]
    assert (exit_code, left) == (1, [("ambiguous", "write the folder too")])
    assert doctor(sick, "--fix", capsys=capsys)[1].startswith("There is nothing that mends itself.")


def test_what_is_known_is_only_counted(sick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(sick, "--write-baseline", capsys=capsys)[0] == 0

    assert doctor(sick, "--strict", capsys=capsys) == (0, "0 to mend, 0 worth a look, 15 known\n")
    (sick / "새.md").write_text("[[전혀 새로운 것]]", "utf-8")
    exit_code, output = doctor(sick, capsys=capsys)
    assert exit_code == 1
    assert "✗ 1: no note is named '전혀 새로운 것'" in output


def test_it_runs_from_the_terminal(write: Write) -> None:
    vault = write("index.md: [[없음]]", ".kb-baseline: index.md: no note is named '없음'")
    done = subprocess.run(
        [sys.executable, "-m", "macros", "doctor"],
        cwd=REPOSITORY,
        env={**os.environ, "KB_VAULT": str(vault)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("0 to mend, 0 worth a look, 1 known\n")
