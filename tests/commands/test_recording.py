import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.commands.properties import RecordingError
from macros.commands.recording import Recording, State, read_recording
from macros.commands.transcript import Step, shown

TEXT = """\
---
title: 이름
engine: git
needs: [grep]
patterns: {해시: '[0-9a-f]{7}'}
files:
  가/나.txt: |
    글
---
$ git commit -m '하나' \\
> --quiet
[main 1234567] 하나
\\$ 이것은 출력
$ false
[exit 1]
"""


def recorded(text: str = TEXT) -> Recording:
    recording = read_recording("git/글", text)
    return recording.with_record(recording.steps, "2026-11-22 · git 2.39.5 · x86_64")


def test_commands_continuation_lines_output_and_exit_codes() -> None:
    recording = read_recording("git/글", TEXT)

    assert (recording.title, recording.engine, recording.properties.needs) == ("이름", "git", ("grep",))
    assert dict(recording.properties.files) == {"가/나.txt": "글\n"}
    assert recording.steps == (
        Step("git commit -m '하나' \\\n--quiet", "[main 1234567] 하나\n$ 이것은 출력", 0),
        Step("false", "", 1),
    )
    assert str(recording) == TEXT


def test_volatile_parts_are_written_by_their_names() -> None:
    assert shown("[main 89abcde] 하나  \n\n", read_recording("x", TEXT).properties.patterns) == "[main [해시]] 하나"


def test_a_record_keeps_what_the_author_wrote_in_the_head() -> None:
    again = recorded(str(recorded()))

    assert str(again).startswith(
        TEXT.split("---\n$", maxsplit=1)[0] + "recorded: 2026-11-22 · git 2.39.5 · x86_64\nchecksum: "
    )
    assert read_recording("git/글", str(again)).state is State.TRUE


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        ("하나\n", "둘\n", State.OUTPUT_EDITED),
        ("[exit 1]", "[exit 2]", State.OUTPUT_EDITED),
        ("$ false", "$ true", State.COMMANDS_CHANGED),
        ("checksum: ", "checksum: 0", State.CHECKSUM_BROKEN),
        ("engine: git", "engine: display", State.DISPLAY),
        ("engine: git", "engine: svn", State.SETTING_CHANGED),
        ("recorded: 2026", "recorded: 2099", State.SETTING_CHANGED),
        ("[0-9a-f]{7}", "[0-9]{7}", State.SETTING_CHANGED),
        ("    글\n", "    다른 글\n", State.SETTING_CHANGED),
        ("이름", "다른 이름", State.TRUE),
    ],
)
def test_what_was_altered_is_known(before: str, after: str, state: State) -> None:
    assert read_recording("x", str(recorded()).replace(before, after, 1)).state is state


def test_what_was_never_recorded_is_known() -> None:
    assert read_recording("x", TEXT).state is State.UNRECORDED


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("$ ls\n", 1, "starts with its properties"),
        ("---\na: [\n---\n$ ls\n", 3, "no YAML"),
        ("---\n- a\n---\n$ ls\n", 1, "no list of"),
        ("---\na: b\n---\n\n출력\n", 5, "output without a command"),
        ("---\npatterns: {a: '('}\n---\n", 1, "regular expressions"),
        ("---\nfiles: {../a: x}\n---\n", 1, "outside the place"),
        ("---\nvariables: {port: a}\n---\n$ a\n", 1, "names in capitals"),
        ("---\nvariables: {PORT: 'a;b'}\n---\n$ a;b\n", 1, "values of letters"),
        ("---\nvariables: {PORT: '80'}\n---\n$ echo 8080\n", 1, "in none of the commands"),
        ("---\ntimeout: soon\n---\n", 1, "number of seconds"),
        ("---\ntimeout: nan\n---\n", 1, "number of seconds"),
        ("---\ntitle: [a]\n---\n", 1, "one line of text"),
        ("---\npatterns: [ab]\n---\n", 1, "names of letters"),
        ("---\npatterns: {a: 'x{99999999999}'}\n---\n", 1, "regular expressions"),
        ("---\na: " + "[" * 5000 + "\n---\n", 1, "nested too deep"),
        ('---\na: "\\ud800"\n---\n', 1, "letters that are none"),
        ("---\nneeds: [/bin/ls]\n---\n", 1, "list of programs"),
    ],
)
def test_what_is_no_recording_says_where(text: str, line: int, message: str) -> None:
    with pytest.raises(RecordingError, match=message) as error:
        read_recording("x", text)
    assert error.value.line == line


words = st.text(alphabet="ab $>\\[]exit 1가", max_size=20).map(str.strip)
commands = st.lists(words.filter(bool), min_size=1, max_size=3).map("\n".join)
steps = st.builds(
    Step,
    commands,
    st.lists(words | st.just("macOS$ ls"), max_size=4).map("\n".join).map(lambda text: text.rstrip("\n")),
    st.integers(0, 255),
    st.lists(st.tuples(st.sampled_from(("macOS", "Windows")), commands), max_size=2).map(tuple),
)


@given(st.lists(steps, min_size=1, max_size=4))
def test_what_is_written_is_read_again(written: list[Step]) -> None:
    recording = read_recording("x", "---\na: b\n---\n").with_record(tuple(written), "heute")

    assert read_recording("x", str(recording)).steps == tuple(written)
    assert read_recording("x", str(recording)).state is State.TRUE
