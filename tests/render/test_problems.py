"""What is remembered of the problems of notes is what looking at all of them again would give."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.render import Store, finder, reader
from macros.vault import Note, Problem, Vault, report
from macros.vault.findings import Findings, findings_of
from macros.vault.portable import to_plain

NAMES = ("도커", "컨테이너", "폴더/이미지", "폴더/포드", "다른 폴더/이미지", "IPS", "그림.excalidraw")
HEADS = ("", "", "---\naliases: [별명, 고래]\n---\n", "---\ndraft: true\n---\n")
TEXTS = (
    *("# 제목\n\n## 절\n본문 ^덩이", "## 정\n본문", "![[도커]]", "![[컨테이너]]", "[[도거]] [[아주 다른 것]]", "글"),
    *("[[이미지]]", "[[도커#절]] [[컨테이너#^덩이]]", "[[포드#젤]] [[고래#절]]", "[[별밍]] [[그림.png]]"),
    "![[그림.excalidraw]]",
)


class Desk:
    """A vault in a folder, and what its builds leave."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "vault"
        self.root.mkdir()
        self._file = folder / "store.db"
        self.store = self._opened()

    def write(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def build(self, *, save: bool = True) -> tuple[Problem, ...]:
        """As `mkdocs serve` does, which keeps its store."""
        vault = Vault.scan(self.root, read_all=reader(self.store, print))
        found = report(vault, finder(self.store))
        if save:
            self.store.save()
        return found

    def start_again(self) -> None:
        """As another process does."""
        self.store = self._opened()

    def _opened(self) -> Store:
        return Store(self._file, "one", print)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The notes whose links are looked up."""
    paths: list[str] = []

    def seen(vault: Vault, note: Note) -> Findings:
        paths.append(note.path)
        return findings_of(vault, note)

    for place in ("macros.vault.findings.findings_of", "macros.render.problems.findings_of"):
        monkeypatch.setattr(place, seen)
    return paths


def of(build: Callable[[], object], looked_at: list[str]) -> set[str]:
    looked_at.clear()
    build()
    return {*looked_at}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_remembered_is_what_is_true(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    for name in NAMES:
        desk.write(f"{name}.md", "[[이미지]] ![[그림.excalidraw]]")
    codes = {problem.code for problem in desk.build()}
    for _ in range(120):
        notes = sorted(desk.root.rglob("*.md"))
        kind = dice.choice(("write", "write", "append", "append", "delete", "rename", "file", "restart"))
        name = f"{dice.choice(NAMES)}.md"
        if kind == "write" or not notes:
            desk.write(name, dice.choice(HEADS) + "\n\n".join(dice.sample(TEXTS, k=dice.randint(1, 3))))
        elif kind == "append":
            note = dice.choice(notes)
            note.write_text(f"{note.read_text('utf-8')}\n\n{dice.choice(TEXTS)}\n", "utf-8")
        elif kind == "delete":
            dice.choice(notes).unlink()
        elif kind == "rename":
            note = dice.choice(notes)
            text = note.read_text("utf-8")
            note.unlink()
            desk.write(name, text)
        elif kind == "file":
            desk.write(dice.choice(("그림.png", "그림.excalidraw.svg", "문서.pdf")), "x")
        else:
            desk.start_again()
        found = desk.build(save=dice.random() < 0.7)

        assert found == report(Vault.scan(desk.root)), kind
        codes |= {problem.code for problem in found}
    assert codes >= {"missing", "heading", "block", "ambiguous", "cycle", "plugin"}


def test_of_a_vault_that_did_not_change_no_link_is_looked_up(desk: Desk, looked_at: list[str]) -> None:
    desk.write("가.md", "[[없는 것]] [[나#절]]")
    desk.write("나.md", "## 정")
    first = desk.build()
    desk.start_again()

    assert len(first) == 2
    assert of(desk.build, looked_at) == set()
    assert desk.build() == first


def test_an_edit_asks_its_note_and_those_that_name_a_part_of_it(desk: Desk, looked_at: list[str]) -> None:
    for name, text in {
        "가.md": "[[나]]",
        "나.md": "## 정",
        "다.md": "[[나#절]]",
        "라.md": "[[다#절]] [[없음]]",
    }.items():
        desk.write(name, text)
    desk.build()
    desk.write("나.md", "## 절")

    assert of(desk.build, looked_at) == {"나.md", "다.md"}
    assert [problem.path for problem in desk.build()] == ["라.md", "라.md"]


@pytest.mark.parametrize(
    ("name", "text"),
    [("새.md", "글"), ("나.md", "---\naliases: [새]\n---\n"), ("나.md", "---\ndraft: true\n---\n"), ("새.png", "x")],
)
def test_another_name_asks_all(desk: Desk, looked_at: list[str], name: str, text: str) -> None:
    desk.write("가.md", "[[세]] [[나]]")
    desk.write("나.md", "글")
    desk.build()
    desk.write(name, text)

    assert of(desk.build, looked_at) >= {"가.md"}
    assert desk.build() == report(Vault.scan(desk.root))


def test_a_note_that_cannot_be_kept_is_asked_each_time(
    desk: Desk, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def plain(note: Note) -> dict[str, Any]:
        if note.path == "가.md":
            raise RecursionError
        return to_plain(note)

    monkeypatch.setattr("macros.render.notes.to_plain", plain)
    desk.write("가.md", "[[없음]]")
    desk.write("나.md", "글")
    desk.build()

    assert of(desk.build, looked_at) == {"가.md"}
    desk.write("가.md", "[[나]]")
    assert desk.build() == ()


def test_what_is_lost_is_looked_up_again(desk: Desk, looked_at: list[str]) -> None:
    desk.write("가.md", "[[없음]]")
    desk.build()
    other = Store(desk.root.parent / "store.db", "one", print)
    other.put("kind", "key", b"x")
    other.save()

    assert of(desk.build, looked_at) == {"가.md"}
