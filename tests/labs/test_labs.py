"""Which recordings have ▶: those that gave in a lab, as both are now, what was recorded."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from macros.commands.recording import Recording, read_recording
from macros.labs.labs import Labs
from macros.labs.parity import Finding, ParityError, compare, job, judge, keep, unfit

TEXT = """\
---
engine: git
lab: git
patterns: {해시: '[0-9a-f]{7}'}
files: {글/a.txt: "가\\n"}
---
$ git log --oneline
[해시] 처음
$ false
[exit 1]
"""


def recorded(id: str, text: str = TEXT) -> Recording:  # noqa: A002
    recording = read_recording(id, text)
    return recording.with_record(recording.steps, "2026-11-27 · git 2.47.3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lab = {"state": "states/git-0123.zst", "bytes": 7_000_000, "memory": 1 << 27, "user": "kb"}
    (tmp_path / "labs.json").write_text(json.dumps({"core": 700_000, "labs": {"git": lab}}), "utf-8")
    return tmp_path


def answer(*steps: tuple[str, int], error: str = "") -> dict[str, object]:
    return {"steps": [{"output": text, "code": code, "seconds": 0.5} for text, code in steps], "error": error}


SAME = (("a1b2c3d 처음\n", 0), ("", 1))


def found(folder: Path, recording: Recording, *steps: tuple[str, int], error: str = "") -> Finding:
    labs = Labs.of(folder)
    finding = judge([recording], labs.labs["git"], answer(*steps, error=error))
    keep(labs, [finding])
    return finding


def test_what_is_equal_but_for_its_patterns_has_earned_it(folder: Path) -> None:
    recording = recorded("가")
    assert Labs.of(folder).offer([recording]) is None

    assert not found(folder, recording, *SAME).differs
    offer = Labs.of(folder).offer([recording])
    assert offer and (offer.lab, offer.engine, offer.bytes) == ("git", "git", 7_700_000)
    assert offer.html() == ' data-lab="git" data-engine="git" data-bytes="7700000"'


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((("a1b2c3d 다음\n", 0), ("", 1)), "+[해시] 다음"),
        ((("a1b2c3d 처음\n", 0), ("", 2)), "+[exit 2]"),
    ],
)
def test_what_differs_has_not(folder: Path, steps: tuple[tuple[str, int], ...], told: str) -> None:
    finding = found(folder, recorded("가"), *steps)
    assert told in finding.differs
    assert Labs.of(folder).offer([recorded("가")]) is None


def test_what_came_to_no_end_is_not_equal_and_may_be_tried_again(folder: Path) -> None:
    found(folder, recorded("가"), *SAME)
    finding = found(folder, recorded("가"), error="it did not end within 300 s")
    assert (finding.is_equal, finding.error) == (False, "it did not end within 300 s")
    assert not Labs.of(folder).is_known([recorded("가")])


def test_another_record_or_another_state_has_to_earn_it_again(folder: Path) -> None:
    first, recording = recorded("나"), recorded("가")
    found(folder, recording, *SAME)
    other = recorded("가", TEXT.replace("처음", "다음"))

    assert Labs.of(folder).offer([recording])
    assert Labs.of(folder).offer([other]) is None
    assert Labs.of(folder).offer([first, recording]) is None
    manifest = (folder / "labs.json").read_text("utf-8")
    (folder / "labs.json").write_text(manifest.replace("0123", "4567"), "utf-8")
    assert Labs.of(folder).offer([recording]) is None


def test_what_is_known_need_not_be_run_again(folder: Path) -> None:
    recording = recorded("가")
    assert not Labs.of(folder).is_known([recording])

    found(folder, recording, ("a1b2c3d 다음\n", 0), ("", 1))
    assert Labs.of(folder).is_known([recording])
    assert not Labs.of(folder).is_known([recorded("가", TEXT.replace("처음", "다음"))])


def test_where_no_labs_were_made_there_are_none(tmp_path: Path) -> None:
    labs = Labs.of(tmp_path / "nothing")
    assert not labs.labs and labs.offer([recorded("가")]) is None


def test_what_was_found_of_others_is_kept(folder: Path) -> None:
    found(folder, recorded("가"), *SAME)
    found(folder, recorded("나"), *SAME)
    assert Labs.of(folder).offer([recorded("가")]) and Labs.of(folder).offer([recorded("나")])


def test_a_job_is_all_that_goes_before(folder: Path) -> None:
    before = recorded("앞", TEXT.replace("글/a.txt", "b.txt"))
    own = replace(recorded("가"), properties=replace(recorded("가").properties, after="앞"))
    asked = job([before, own])

    assert asked["files"] == [("b.txt", "가\n"), ("글/a.txt", "가\n")]
    assert (asked["before"], asked["commands"]) == (["git log --oneline", "false"], ["git log --oneline", "false"])
    assert asked["environment"]["GIT_AUTHOR_NAME"] == "마루"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("engine: git\n", "parity.names-none"),
        ("engine: git\nlab: gti\n", "parity.no-lab"),
        ("engine: docker\nlab: git\n", "parity.engine"),
    ],
)
def test_what_is_not_even_run_is_told(folder: Path, head: str, told: str) -> None:
    assert unfit(read_recording("가", f"---\n{head}---\n$ x\n"), Labs.of(folder)).key == told


def test_a_runner_that_ends_is_told(folder: Path) -> None:
    with pytest.raises(ParityError):  # for there is no such state
        [*compare([[recorded("가")]], Labs.of(folder))]
