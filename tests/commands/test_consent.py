"""Recordings of a vault that is not this repository's are run after a yes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from macros.cli.consent import OWN, is_of_this_repository
from macros.cli.maru import main
from macros.hosts.engine import configuration_file
from tests.conftest import Write


class Typed(io.TextIOWrapper):
    """What somebody types, at a terminal or into a pipe."""

    def __init__(self, text: str, *, at_terminal: bool) -> None:
        super().__init__(io.BytesIO(text.encode()))
        self.at_terminal = at_terminal

    def isatty(self) -> bool:
        return self.at_terminal


@pytest.fixture
def vault(write: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KB_LANGUAGE", "en")
    return write(
        "commands/먼저.console: ---\nfiles: {가.sh: 'echo \x1b[8m숨은 것'}\n---\n$ sh 가.sh\n".replace(
            "\x1b", "\u202e"
        ),
        "commands/둘.console: ---\nafter: 먼저\nneeds: [grep]\n---\n$ echo 하나 |\n> grep 하나\n",
        "commands/보기.console: ---\nengine: display\n---\n$ rm -rf /\n",
        "글.md: 글",
    )


def recorded(vault: Path) -> bool:
    return "recorded:" in (vault / "commands/둘.console").read_text("utf-8")


@pytest.mark.needs_namespaces
@pytest.mark.parametrize("verb", ["record", "check"])
def test_without_a_terminal_they_are_shown_and_refused(
    vault: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    monkeypatch.setattr("sys.stdin", Typed("y\n", at_terminal=False))
    exit_code = main([verb, "--vault", str(vault), "둘"])
    said = capsys.readouterr()

    assert (exit_code, recorded(vault)) == (1, False)
    assert said.out == (
        "What 2 recordings that are not this repository's would run in a sandbox on this machine:\n\n"
        "먼저 (shell)\n  the file 가.sh\n  | echo \\u202e[8m숨은 것\n  $ sh 가.sh\n\n"
        "둘 (shell)\n  asked for their versions: grep\n  $ echo 하나 |\n  > grep 하나\n\n"
    )
    assert said.err == "nothing was run: recordings that are not this repository's take a yes at a terminal, or --yes\n"


@pytest.mark.needs_namespaces
@pytest.mark.parametrize(("typed", "exit_code", "ran"), [("y\n", 0, True), ("n\n", 1, False), ("\n", 1, False)])
def test_at_a_terminal_somebody_is_asked(
    vault: Path, monkeypatch: pytest.MonkeyPatch, typed: str, exit_code: int, *, ran: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Typed(typed, at_terminal=True))

    assert (main(["record", "--vault", str(vault)]), recorded(vault)) == (exit_code, ran)


@pytest.mark.needs_namespaces
def test_a_yes_in_the_call_is_enough(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Typed("", at_terminal=False))

    assert (main(["record", "--yes", "--vault", str(vault)]), recorded(vault)) == (0, True)


def test_the_notes_of_the_checkout_alone_are_this_repository_s(tmp_path: Path) -> None:
    own = configuration_file().with_name(OWN)
    (tmp_path / "다른 이름").symlink_to(own)

    assert is_of_this_repository(own)
    assert is_of_this_repository(tmp_path / "다른 이름")
    assert not any(map(is_of_this_repository, (tmp_path, own.parent, own / "git", own.parent / "x" / own.name)))
