"""`record`, `check` and `run` over a vault with recordings."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from macros.cli.maru import main
from macros.commands.engines import ENGINES
from macros.commands.library import Library
from macros.commands.place import Machine, PlaceError, place
from macros.commands.recording import read_recording
from macros.commands.shelf import ShelfError
from macros.commands.transcript import Step
from macros.vault import Vault
from tests.conftest import Build, Write

RECORDING = "---\ntitle: 인사\nengine: shell\n---\n$ echo '<안녕>'\n$ echo 둘 && false\n"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """English, and no Debian, whether somebody has unpacked one or not."""
    monkeypatch.setenv("KB_LANGUAGE", "en")
    monkeypatch.setattr("macros.cli.record.cache_folder", lambda _: tmp_path / "no cache")


@pytest.fixture
def vault(write: Write) -> Path:
    return write(f"commands/인사.console: {RECORDING}", "글.md: 글")


def command(vault: Path, *arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and what is printed, but for the last line but one, which has times in it."""
    exit_code = main([arguments[0], "--yes", "--vault", str(vault), *arguments[1:]])
    *lines, times, last = capsys.readouterr().out.splitlines(keepends=True)
    assert re.fullmatch(r"(\w+: (\d+ run in [\d.]+ s)?(, )?(\d+ not run)?(; )?)*\n", times), times
    return exit_code, "".join([*lines, last])


@pytest.mark.needs_namespaces
def test_a_recording_is_recorded_and_holds(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code, output = command(vault, "record", capsys=capsys)
    assert (exit_code, "+<안녕>" in output) == (0, True)
    assert (
        (vault / "commands/인사.console")
        .read_text("utf-8")
        .endswith("---\n$ echo '<안녕>'\n<안녕>\n$ echo 둘 && false\n둘\n[exit 1]\n")
    )

    assert command(vault, "check", capsys=capsys) == (0, "✓ 인사\n1 run, all is well\n")


@pytest.mark.needs_namespaces
def test_a_notice_fails_nothing(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (vault / "놓친 것.console").write_text(RECORDING, "utf-8")

    assert command(vault, "record", capsys=capsys)[0] == 0


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("\n<안녕>", "\n<반가워>", "its output was edited by hand"),
        ("echo 둘", "echo 셋", "its commands were changed after they were recorded"),
        ("checksum: ", "checksum: x", "its checksum is not one that the tool wrote"),
    ],
)
@pytest.mark.needs_namespaces
def test_an_altered_recording_is_refused(
    vault: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, message: str
) -> None:
    command(vault, "record", capsys=capsys)
    file = vault / "commands/인사.console"
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")

    assert command(vault, "check", capsys=capsys) == (
        1,
        f"✗ 인사: {message}: record it again\n0 run, not all is well\n",
    )


@pytest.mark.needs_namespaces
def test_drift_is_shown_as_a_diff(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write("commands/시각.console: ---\nengine: shell\n---\n$ date +%N\n")
    command(vault, "record", capsys=capsys)
    exit_code, output = command(vault, "check", capsys=capsys)

    assert exit_code == 1
    assert "✗ 시각: it gives something else now\n--- recorded\n+++ now\n" in output


@pytest.mark.parametrize("file", ["하나\n    ---\n    둘", "$ 하나\n    둘", "하나"])
@pytest.mark.needs_namespaces
def test_another_day_is_no_drift(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    vault = write(f"commands/기록.console: ---\nfiles:\n  a.yaml: |\n    {file}\n---\n$ cat a.yaml\n")
    command(vault, "record", capsys=capsys)
    monkeypatch.setattr("macros.cli.commands.date", Mock(today=lambda: date(2026, 1, 1)))

    assert command(vault, "check", capsys=capsys)[0] == 0


@pytest.mark.needs_namespaces
def test_what_cannot_be_run_says_why(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write(
        "commands/없음.console: ---\nengine: dokcer\n---\n$ x\n",
        "commands/보기.console: ---\nengine: display\n---\n$ x\n",
        "commands/도구.console: ---\nneeds: [no-such-tool]\n---\n$ x\n",
        "commands/틀림.console: 글",
    )

    assert command(vault, "record", "없음", "보기", "도구", "모름", "틀림", capsys=capsys) == (
        1,
        "commands/틀림.console:1: a recording starts with its properties between two lines `---`\n"
        "commands/없음.console:2: no engine is named 'dokcer' (did you mean 'docker'?)\n"
        "✗ 없음: no engine is named 'dokcer' (did you mean 'docker'?)\n"
        "· 보기: it is only shown, and never run\n"
        "✗ 도구: not run: this machine has no no-such-tool (`make engines` unpacks all engines)\n"
        "✗ no recording is named '모름'\n"
        "✗ 틀림: it is no recording: mend commands/틀림.console\n"
        "0 run, not all is well\n",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("인시", "인사/인사"),  # a vowel
        ("인사", "인사/인사"),  # the folder left out
        ("인사/인사.console", "인사/인사"),
        ("vault/commands/인사/인사.console", "인사/인사"),
        ("글.md", "글.md#1"),
        ("글.md#2", "글.md#1"),
        ("First Commit", "git/first commit"),
        ("전혀 다른 것", ""),
    ],
)
def test_a_wrong_id_is_told_with_the_nearest(
    write: Write, capsys: pytest.CaptureFixture[str], written: str, meant: str
) -> None:
    vault = write(
        f"commands/인사/인사.console: {RECORDING}",
        f"commands/git/first commit.console: {RECORDING}",
        "글.md: ```console run\n$ echo\n```",
    )
    suggestion = f" (did you mean '{meant}'?)" if meant else ""

    assert command(vault, "record", written, capsys=capsys) == (
        1,
        f"✗ no recording is named '{written}'{suggestion}\n0 run, not all is well\n",
    )


@pytest.fixture(params=["no bubblewrap", "a kernel that refuses it", "another system", "another processor"])
def no_sandbox(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A machine without a sandbox; what it says of that."""
    place.sandbox_fault.cache_clear()
    if request.param == "no bubblewrap":
        monkeypatch.setattr("shutil.which", lambda *_, **__: None)
        yield "there is no sandbox: install bubblewrap (Debian, Ubuntu: `apt-get install bubblewrap`)"
    elif request.param.startswith("another"):
        name = "system" if request.param == "another system" else "machine"
        monkeypatch.setattr(f"platform.{name}", lambda: "Darwin")
        yield (
            "recordings are run on Linux alone (x86_64, aarch64, riscv64), which has a sandbox: "
            "install WSL on Windows, or a Linux virtual machine on macOS, and bubblewrap in it"
        )
    else:
        monkeypatch.setattr(place, "_SANDBOX", ("sh", "-c", "echo no namespaces >&2; exit 1"))
        yield (
            "this system lets bubblewrap make no sandbox (no namespaces): "
            "allow user namespaces, or run it outside a container"
        )
    place.sandbox_fault.cache_clear()


@pytest.mark.parametrize("verb", ["record", "check"])
def test_what_has_no_sandbox_is_refused(
    write: Write, no_sandbox: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    unprotected = Step(f"touch {tmp_path}/unprotected")
    recording = read_recording("인사", "---\n---\n$ x\n").with_record((unprotected,), "2026-11-22")
    vault = write(f"commands/인사.console: {recording}", "글.md: 글")
    told = f"인사: not run: {no_sandbox}\n0 run,"

    assert command(vault, verb, "인사", capsys=capsys) == (1, f"✗ {told} not all is well\n")
    assert command(vault, verb, capsys=capsys) == (1, f"✗ {told} not all is well\n")
    assert not (tmp_path / "unprotected").exists()


def test_nothing_is_ever_run_without_a_sandbox(no_sandbox: str) -> None:
    with pytest.raises(PlaceError, match=re.escape(no_sandbox)):
        ENGINES["shell"].run([read_recording("x", "---\n---\n$ echo\n")], Machine((Path("/"),)))


def test_what_goes_before_needs_its_programs_too(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write(
        "commands/하나.console: ---\nneeds: [no-such-tool]\n---\n$ no-such-tool\n",
        "commands/둘.console: ---\nafter: 하나\n---\n$ echo\n",
    )

    assert "✗ 둘: not run: this machine has no no-such-tool" in command(vault, "record", "둘", capsys=capsys)[1]


@pytest.mark.needs_namespaces
def test_what_is_recorded_with_this_machine_s_programs_says_so(vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *_ = command(vault, "record", capsys=capsys)[1].splitlines()

    assert re.fullmatch(r"✓ 인사: recorded: [\d-]+ · bash [\d.]+ · \w+, this machine's own programs", first)


@pytest.mark.needs_namespaces
def test_a_note_shows_the_terminal(vault: Path, build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    command(vault, "record", capsys=capsys)
    (vault / "글.md").write_text(
        '---\nrender_macros: true\n---\n\n{{ run("인사") }}\n\n- {{ run("인사", lines="2") }}\n\n'
        "[기록](commands/인사.console)",
        "utf-8",
    )
    site = build(vault, "--strict", KB_LANGUAGE="ko")

    assert site.exit_code == 0, site.output
    whole, part = site.article("글").select("kb-run")
    assert whole.select_one("pre").text == "$ echo '<안녕>'\n<안녕>\n$ echo 둘 && false\n둘\n종료 코드 1\n"  # type: ignore[union-attr]
    assert "실제로 돌려 얻은 출력 · 2" in whole.select_one(".kb-run-badge").text  # type: ignore[union-attr]
    assert part.select("pre")[-1].text == "$ echo 둘 && false\n둘\n종료 코드 1\n"
    assert not [path for path in site.files() if path.endswith(".console")]
    assert site.article("글").select("a.kb-file")[0]["href"] == "../commands/%EC%9D%B8%EC%82%AC/"
    assert "$ echo '<안녕>'" in site.article("commands/인사").text


def test_what_is_not_true_is_a_box_and_a_warning_with_its_line(vault: Path, build: Build) -> None:
    text = '---\nrender_macros: true\n---\n\n{{ run("인사") }}\n\n{{ run("<없음>") }}'
    (vault / "글.md").write_text(text, "utf-8")
    site = build(vault, "--strict")

    assert site.exit_code == 1
    assert site.warnings == [
        "글.md:5: the recording '인사' is not true: it was never recorded",
        "글.md:7: no recording is named '<없음>'",
    ]
    assert [box.text for box in site.article("글").select(".kb-run-fault")] == [
        "The recorded commands cannot be shown: 인사",
        "The recorded commands cannot be shown: <없음>",
    ]


def test_a_build_runs_nothing(write: Write, build: Build, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    vault = write(
        f"commands/표시.console: ---\nengine: shell\n---\n$ touch {mark}\n",
        '글.md: ---\nrender_macros: true\n---\n{{ run("표시") }}',
    )
    build(vault)

    assert not mark.exists()


@pytest.mark.needs_namespaces
def test_a_recording_goes_on_where_another_ends(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write(
        "commands/하나.console: ---\nfiles: {가.txt: 글}\n---\n$ x=1; cp 가.txt 나.txt\n",
        "commands/둘.console: ---\nafter: 하나\n---\n$ cat 나.txt; echo $x\n",
    )
    command(vault, "record", capsys=capsys)

    assert (vault / "commands/둘.console").read_text("utf-8").endswith("$ cat 나.txt; echo $x\n글1\n")


def test_a_circle_and_a_lost_beginning_are_told(write: Write, build: Build) -> None:
    vault = write(
        "글.md: 글",
        "commands/가.console: ---\nafter: 나\n---\n$ x\n",
        "commands/나.console: ---\nafter: 가\n---\n$ x\n",
        "commands/다.console: ---\nafter: 없음\n---\n$ x\n",
    )

    assert build(vault).warnings == [
        "commands/가.console:2: `after` leads in a circle: 가 → 나 → 가",
        "commands/나.console:2: `after` leads in a circle: 나 → 가 → 나",
        "commands/다.console:2: `after` names '없음', which is no recording",
    ]


NOTE = """\
---
title: 글
---

```console run
$ echo 하나
```

글

```console run
---
title: 둘째
---
$ echo 둘
```
"""


@pytest.mark.needs_namespaces
def test_recordings_in_a_note_are_written_back_into_it(
    write: Write, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = write(f"글.md: {NOTE.rstrip()}")
    assert build(vault, "--strict").warnings == [
        "글.md:5: the recording '글.md#1' is not true: it was never recorded",
        "글.md:11: the recording '글.md#2' is not true: it was never recorded",
    ]
    command(vault, "record", capsys=capsys)
    written = re.sub(r"recorded: .*\nchecksum: .*\n", "", (vault / "글.md").read_text("utf-8"))

    assert written == NOTE.replace("$ echo 하나\n", "---\n---\n$ echo 하나\n하나\n").replace(
        "$ echo 둘\n", "$ echo 둘\n둘\n"
    )
    assert command(vault, "check", "글.md#2", capsys=capsys) == (0, "✓ 글.md#2\n1 run, all is well\n")
    site = build(vault, "--strict")
    assert (site.exit_code, [title.text for title in site.article("글").select(".kb-run-title")]) == (0, ["둘째"])


@pytest.mark.needs_namespaces
def test_a_part_that_a_reader_may_change_and_another_system_s_command_are_marked(
    write: Write, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "---\nvariables: {PORT: '80'}\n---\n"
    vault = write(
        f"commands/수.console: {head}$ echo 80:80 180 '<80>'\nmacOS$ echo mac 80\n",
        '글.md: ---\nrender_macros: true\n---\n{{ run("수") }}',
    )
    command(vault, "record", capsys=capsys)
    terminal = build(vault, "--strict").article("글").select("kb-run")[0]

    assert [part.text for part in terminal.select(".kb-variable")] == ["80", "80", "80", "80"]
    assert [on["data-system"] for on in terminal.select(".kb-on")] == ["Linux", "macOS"]
    assert terminal.select("pre")[0].text == "$ echo 80:80 180 '<80>'\n$ echo mac 80\n80:80 180 <80>\n"


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("```console run\n$ printf '```\\n'\n```", "its output would end the fence: make it a file below commands/"),
        ("```console run\n$ echo", "it was changed while it ran: record it again"),
    ],
)
@pytest.mark.needs_namespaces
def test_a_note_is_never_damaged(write: Write, capsys: pytest.CaptureFixture[str], note: str, message: str) -> None:
    vault = write("글.md: 글")
    (vault / "글.md").write_text(note, "utf-8")
    exit_code, output = command(vault, "record", capsys=capsys)

    assert (exit_code, message in output) == (1, True)
    assert (vault / "글.md").read_text("utf-8") == note


def test_a_recording_that_was_changed_meanwhile_is_kept(write: Write) -> None:
    vault = write("commands/가.console: ---\n---\n$ echo 가\n", "글.md: 글")
    library = Library.of(Vault.scan(vault))
    (vault / "commands/가.console").write_text("---\n---\n$ echo 나\n", "utf-8")
    with pytest.raises(ShelfError, match="changed while it ran"):
        library.places["가"].write(library.recordings["가"])


@pytest.mark.needs_namespaces
def test_line_ends_and_odd_separators_are_kept(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write(("글.md", "가\x0c나\r\n\r\n```console run\r\n$ echo 1\r\n```\r\n끝\r\n".encode()))
    assert command(vault, "record", capsys=capsys)[0] == 0
    written = (vault / "글.md").read_bytes().decode()

    assert written.startswith("가\x0c나\r\n\r\n```console run\r\n---\r\nrecorded: ")
    assert written.endswith("---\r\n$ echo 1\r\n1\r\n```\r\n끝\r\n")


def test_only_what_has_the_same_engine_goes_before(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write(
        "commands/가.console: ---\nengine: display\n---\n$ touch /tmp/kb-no\n",
        "commands/나.console: ---\nafter: 가\n---\n$ ls /tmp/kb-no\n",
    )
    exit_code, output = command(vault, "record", "나", capsys=capsys)

    assert exit_code == 1
    assert "✗ 나: `after` names '가', which is of the engine display, not shell" in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--engine", "gti"), "✗ no engine is named 'gti'"),
        (("--engine", "Docker"), "✗ no engine is named 'Docker' (did you mean 'docker'?)"),
        (("--engine", "dispaly"), "✗ no engine is named 'dispaly' (did you mean 'display'?)"),
        (("인사", "--engine", "git"), "✗ 인사 is of the engine shell, not git"),
    ],
)
def test_a_wrong_question_is_no_all_is_well(
    vault: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str
) -> None:
    exit_code, output = command(vault, "check", *arguments, capsys=capsys)

    assert (exit_code, message in output) == (1, True)


def test_a_call_with_no_text_is_a_fault(vault: Path, build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    command(vault, "record", capsys=capsys)
    (vault / "글.md").write_text('---\nrender_macros: true\n---\n{{ run("인사", lines=2) }}\n\n{{ run(3) }}', "utf-8")

    assert build(vault, "--strict").warnings == [
        '글.md:4: `run` takes texts: `run("id", lines="1-3")`',
        '글.md:6: `run` takes texts: `run("id", lines="1-3")`',
    ]


@pytest.mark.needs_namespaces
def test_markdown_takes_nothing_of_a_terminal(write: Write, build: Build, capsys: pytest.CaptureFixture[str]) -> None:
    vault = write(
        "commands/별.console: ---\ntitle: '*별* [[글]]'\n---\n$ echo '*가* ==나== %%다%% | [[글]] $x$'\n",
        '글.md: ---\nrender_macros: true\n---\n| 가 |\n|---|\n| {{ run("별") }} |',
    )
    command(vault, "record", capsys=capsys)
    terminal = build(vault, "--strict").article("글").select("table kb-run")[0]

    assert terminal.select(".kb-output")[0].text == "*가* ==나== %%다%% | [[글]] $x$"
    assert terminal.select(".kb-run-title")[0].text == "*별* [[글]]"


def test_what_is_no_file_of_the_vault_is_no_recording(write: Write, build: Build, tmp_path: Path) -> None:
    vault = write("글.md: 글", "commands/가.console: ---\nengine: display\n---\n$ 가\n")
    (tmp_path / "밖.console").write_text("---\nengine: display\n---\n$ 비밀\n", "utf-8")
    os.mkfifo(vault / "commands/관.console")
    (vault / "commands/밖.console").symlink_to(tmp_path / "밖.console")

    assert list(Library.of(Vault.scan(vault)).recordings) == ["가"]
