"""Sessions are run for real, in a sandbox."""

import time
from pathlib import Path

import pytest

from macros.commands.conversation import SessionError
from macros.commands.engines import ENGINES
from macros.commands.place import Machine
from macros.commands.recording import read_recording
from macros.commands.transcript import Step
from tests.conftest import wait_for

pytestmark = pytest.mark.needs_namespaces


def run(*commands: str, head: str = "a: b") -> tuple[Step, ...]:
    text = f"---\n{head}\n---\n" + "".join(f"$ {command}\n" for command in commands)
    return ENGINES["shell"].run([read_recording("x", text)], Machine((Path("/"),)))


def test_one_shell_for_all_commands() -> None:
    assert run("x=1; cd /; echo 가 >&2", "echo $x; pwd; false", "cat 없음 || (exit 3)") == (
        Step("x=1; cd /; echo 가 >&2", "가", 0),
        Step("echo $x; pwd; false", "1\n/", 1),
        Step("cat 없음 || (exit 3)", "cat: 없음: No such file or directory", 3),
    )


def test_a_command_that_is_no_shell_ends_alone() -> None:
    broken, whole = run("echo 'a", "echo b")

    assert "unexpected EOF" in broken.output
    assert (broken.exit_code != 0, whole.output) == (True, "b")


def test_it_starts_from_its_files_in_an_empty_place() -> None:
    (listed, read) = run("find . -type f", "cat 가/나.txt", head="files: {가/나.txt: 글}")

    assert (listed.output, read.output) == ("./가/나.txt", "글")


def test_volatile_parts_are_masked() -> None:
    (step,) = run("echo $$ started", head="patterns: {번호: '^[0-9]+'}")

    assert step.output == "[번호] started"


def test_a_hung_command_is_ended_with_its_children(tmp_path: Path) -> None:
    sign = f"{time.time_ns()}"
    start = time.monotonic()
    with pytest.raises(SessionError, match=r"did not end within 1 second$"):
        run(f"sleep 1{sign[-6:]} & sleep 1{sign[-6:]}", head="timeout: 1")

    assert time.monotonic() - start < 10
    assert wait_for(lambda: f"sleep\x001{sign[-6:]}" not in _processes(), 5)


def _processes() -> str:
    commands = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            commands.append(process.read_text("utf-8", errors="replace"))
        except OSError:
            continue
    return "\n".join(commands)


@pytest.mark.parametrize(
    ("command", "message"),
    [("yes | head -c 100000", "more than 64,000 characters"), ("exit 4", "the shell ended in `exit 4`")],
)
def test_what_does_not_come_to_its_end_says_why(command: str, message: str) -> None:
    with pytest.raises(SessionError, match=message):
        run(command, "echo 다음")


def test_nothing_outside_can_be_written_and_no_network_reached(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    run(f"echo x > {mark}")
    (routes,) = run("tail -n +2 /proc/net/route | wc -l")

    assert (mark.exists(), routes.output) == (False, "0")


def test_an_author_s_own_environment_does_not_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_SECRET", "비밀")
    (step,) = run("env")

    assert "비밀" not in step.output
