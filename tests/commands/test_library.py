"""What is told of recordings when a vault is read, without running any."""

import os
from pathlib import Path

import pytest

from macros.commands.library import Library
from macros.commands.recording import read_recording
from macros.vault import Vault
from tests.conftest import Write

GOOD = "---\nengine: display\n---\n$ 안녕\n"


def told(vault: Path) -> list[str]:
    problems = Library.of(Vault.scan(vault)).problems
    return [f"{'· ' if problem.notice else ''}{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        (f"commands/가.console: {GOOD}", ""),
        (
            "commands/가.console: ---\ntitel: 글\nengine: display\n---\n$ 안녕",
            "commands/가.console:2: no property of a recording is named 'titel' (did you mean 'title'?)",
        ),
        (
            "commands/가.console: ---\ntitle: 글\nengine: Docker\n---\n$ x",
            "commands/가.console:3: no engine is named 'Docker' (did you mean 'docker'?)",
        ),
        (
            "commands/가.console: ---\ntitle: 글\n---\n",
            "commands/가.console:1: the recording '가' has no commands (a command starts with `$ `)",
        ),
        (("commands/가.console", b"---\n---\n$ echo \xff"), "commands/가.console:1: the recording is not UTF-8"),
        (
            f"글/가.console: {GOOD}",
            "· 글/가.console:1: a recording lies below commands/: nothing reads this one (move it there)",
        ),
        (
            f"글.md: ---\ntags: []\n---\n\n> ```console run\n> $ 안녕\n> ```\n\n```console run\n{GOOD}```",
            "글.md:5: a recording in a quote or a list is neither run nor checked (move it out of there)",
        ),
        (
            "글.md: 글\n\n```console run\n---\nengine: display\nTitle: 글\n---\n$ 안녕\n```",
            "글.md:6: no property of a recording is named 'Title' (did you mean 'title'?)",
        ),
        (
            "commands/가.console: ---\ntitle: 글\nafter: 나\nengine: display\n---\n$ x",
            "commands/가.console:3: `after` names '나', which is no recording",
        ),
    ],
)
def test_what_is_wrong_with_a_recording_is_told(write: Write, file: str | tuple[str, bytes], problem: str) -> None:
    assert told(write(file)) == [problem] * bool(problem)


def test_a_slip_in_after_is_told_with_the_nearest(write: Write) -> None:
    vault = write(f"commands/도커/이미지.console: {GOOD}", "commands/둘.console: ---\nafter: 이미지\n---\n$ x")

    assert told(vault) == [
        "commands/둘.console:2: `after` names '이미지', which is no recording (did you mean '도커/이미지'?)"
    ]


def test_of_two_recordings_with_one_id_the_second_is_told(write: Write) -> None:
    vault = write(f"commands/글.md#1.console: {GOOD}", f"글.md: 글\n\n```console run\n{GOOD}```")

    assert told(vault) == [
        "글.md:4: another recording has the id '글.md#1', in commands/글.md#1.console (rename one of the two)"
    ]


def test_a_recording_stays_its_owner_s(write: Write) -> None:
    file = write("commands/가.console: ---\n---\n$ x") / "commands/가.console"
    file.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(file, 12345, 54321)
    before = file.stat()
    place = Library.of(Vault.scan(file.parent.parent)).places["가"]
    place.write(read_recording("가", "---\n---\n$ y\n"))
    after = file.stat()

    assert file.read_text("utf-8") == "---\n---\n$ y\n"
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
