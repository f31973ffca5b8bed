"""The vaults that are measured are what they are said to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.commands.library import Library
from macros.vault import Vault, report
from tests.bench.generate import SHARES, USUAL, Traits, files, write

COUNT = 120


def scanned(folder: Path, traits: Traits = USUAL) -> Vault:
    write(folder, COUNT, traits)
    return Vault.scan(folder)


def without(text: str, pattern: str) -> str:
    return re.sub(pattern, "", text, flags=re.MULTILINE)


def test_the_same_seed_gives_the_same_vault_and_another_another() -> None:
    assert [*files(COUNT)] == [*files(COUNT)] != [*files(COUNT, seed=2)]


@pytest.mark.parametrize(
    ("traits", "count"), [(USUAL, COUNT // 5), (Traits(unwritten=300), 300), (Traits(unwritten=0), 0)]
)
def test_so_many_links_are_not_written(tmp_path: Path, traits: Traits, count: int) -> None:
    missing = [problem for problem in report(scanned(tmp_path, traits)) if problem.code == "missing"]

    assert len(missing) == count
    assert sum("did you mean" in str(problem) for problem in missing) == pytest.approx(count / 2, abs=count / 10)


def test_unwritten_links_change_nothing_else() -> None:
    none, many = (dict(files(COUNT, Traits(unwritten=number))) for number in (0, 300))

    assert none == {path: without(text, r"^\[\[.*언젠가 쓴다\.\n\n") for path, text in many.items()}


@pytest.mark.parametrize(("share", "part"), SHARES.items())
def test_so_many_notes_have_recordings_and_all_are_true(tmp_path: Path, share: str, part: float) -> None:
    vault = scanned(tmp_path, Traits(recordings=SHARES[share]))
    library = Library.of(vault)
    fenced = [note for note in vault.notes.values() if "```console run" in note.body]
    calling = [note for note in vault.notes.values() if "{{ run(" in note.body]

    assert len(fenced) + len(calling) == len(library.recordings) == pytest.approx(COUNT * part, abs=COUNT / 8)
    assert len(fenced) == pytest.approx(len(calling), abs=COUNT / 8)
    assert all(recording.state.may_be_shown for recording in library.recordings.values())
    assert library.problems == ()


def test_notes_of_a_zettelkasten_are_in_one_folder_in_the_order_of_time(tmp_path: Path) -> None:
    vault = scanned(tmp_path, Traits(flat=True, unwritten=0))

    assert {note.folder for note in vault.notes.values()} == {""}
    assert all(re.fullmatch(r"2026\d{8} .+\.md", path) for path in vault.notes)
    assert [path.rpartition(" ")[2] for path in vault.notes] == [f"{number}.md" for number in range(COUNT)]
    assert report(vault) == ()


def test_each_head_links_to_another_note(tmp_path: Path) -> None:
    vault = scanned(tmp_path)

    assert all(re.fullmatch(r"\[\[.+\]\]", note.properties["up"]) for note in vault.notes.values())
