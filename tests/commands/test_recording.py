import re

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
        ("---\n- a\n---\n$ ls\n", 2, "no list of"),
        ("---\na: b\n---\n\n출력\n", 5, "output without a command"),
        ("---\npatterns: {a: '('}\n---\n", 2, "regular expressions"),
        ("---\nfiles: {../a: x}\n---\n", 2, "outside the place"),
        ("---\nvariables: {port: a}\n---\n$ a\n", 2, "names in capitals"),
        ("---\nvariables: {PORT: 'a;b'}\n---\n$ a;b\n", 2, "values of letters"),
        ("---\nvariables: {PORT: '80'}\n---\n$ echo 8080\n", 2, "in none of the commands"),
        ("---\ntimeout: soon\n---\n", 2, "number of seconds"),
        ("---\ntimeout: nan\n---\n", 2, "number of seconds"),
        ("---\ntitle: [a]\n---\n", 2, "one line of text"),
        ("---\npatterns: [ab]\n---\n", 2, "names of letters"),
        ("---\npatterns: {a: 'x{99999999999}'}\n---\n", 2, "regular expressions"),
        ("---\na: " + "[" * 5000 + "\n---\n", 1, "nested too deep"),
        ('---\na: "\\ud800"\n---\n', 2, "letters that are none"),
        ("---\nneeds: [/bin/ls]\n---\n", 2, "list of programs"),
        ("---\ntitle: a\n\n# b\npatterns:\n  a: a\n  b: '('\n---\n", 7, "regular expressions"),
        ("---\ntitle: a\nfiles:\n  a: |\n    b\n  /c: d\n---\n", 6, "outside the place"),
        ("---\ntitle: a\nfiles:\n  a: {b: c}\n---\n", 4, "paths to texts"),
        ("---\nvariables:\n  A: x\n  B: y\n---\n$ x\n", 4, "in none of the commands"),
        ("---\nengine: git\nvariables: {A: x, B: x}\n---\n$ x\n", 3, "same value"),
        ("---\ntitle: a\nlab: &a [*a]\n---\n$ x\n", 3, "no YAML"),
        ("---\ntitle: a\nlab: \x01\n---\n$ x\n", 3, "letters that YAML does not take"),
        ('---\ntitle: "\\U99999999"\n---\n$ x\n', 1, "no YAML"),
    ],
)
def test_what_is_no_recording_says_where(text: str, line: int, message: str) -> None:
    with pytest.raises(RecordingError, match=message) as error:
        read_recording("x", text)
    assert error.value.line == line


@pytest.mark.parametrize(
    ("head", "slips"),
    [
        ("engine: git\ntitel: 글", ["3: no property of a recording is named 'titel' (did you mean 'title'?)"]),
        ("Title: 글", ["2: no property of a recording is named 'Title' (did you mean 'title'?)"]),
        (
            "files: {a: b}\npattern:\n  a: b",
            ["3: no property of a recording is named 'pattern' (did you mean 'patterns'?)"],
        ),
        ("'needs ': [a]", ["2: no property of a recording is named 'needs ' (did you mean 'needs'?)"]),
        (
            "title: a\nengine: git\ntitle: b",
            ["4: `title` is given twice, and only the last one counts (remove one of the two)"],
        ),
        (
            "files:\n  a: b\n  c: d\n  a: e",
            ["5: `a` of `files` is given twice, and only the last one counts (remove one of the two)"],
        ),
        ("files:\n  titel: a\npatterns: {titel: a}", []),
        ("files: {a: &text 글, b: *text}\npatterns: {a: &a x, b: *a}", []),
        ("{title: a, engine: git}", []),
        ("", []),
    ],
)
def test_a_property_that_there_is_not_is_told_and_costs_nothing(head: str, slips: list[str]) -> None:
    recording = read_recording("x", f"---\n{head}\n---\n$ ls\n")

    told = [f"{slip.line}: {slip.message} ({slip.suggestion})" for slip in recording.properties.slips]
    assert told == slips
    assert recording.steps == (Step("ls"),)


def test_a_name_that_is_near_to_none_is_told_with_all_that_there_are() -> None:
    (slip,) = read_recording("x", "---\n<<: {title: a}\n---\n$ ls\n").properties.slips

    assert (slip.line, str(slip.suggestion).startswith("there are title, engine, patterns,")) == (2, True)


def test_aliases_are_not_written_out() -> None:
    """Ten lines stand for ten billion texts."""
    aliases = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else 'x'] * 10)}]" for n in range(10))
    recording = read_recording("x", f"---\n{aliases}\n---\n$ ls\n")

    assert [slip.line for slip in recording.properties.slips] == [*range(2, 12)]


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


def test_comments_belong_to_the_command_below_and_not_to_the_record() -> None:
    commented = str(recorded()).replace("$ git", "$ # 하나\n$ ## 둘\n> # 셋\n$ git")
    recording = read_recording("git/글", commented)

    assert [step.comment for step in recording.steps] == ["하나\n둘\n셋", ""]
    assert recording.state is State.TRUE
    assert "\n$ # 하나\n$ # 둘\n$ # 셋\n$ git" in str(recording)
    assert read_recording("git/글", str(recording)) == recording


@pytest.mark.parametrize("command", ["# 글\n> ls", "#", "ls # 글", "echo '\n> # 글\n> '", "# 글\nmacOS$ ls"])
def test_what_is_more_than_a_comment_is_a_command(command: str) -> None:
    steps = read_recording("가", f"---\n---\n$ {command}\n").steps

    assert [step.comment for step in steps] == [""]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("$ ls\n$ # 끝\n", 4, "a comment (`$ # …`) without a command below it"),
        ("$ # 글\n출력\n$ ls\n", 3, "output below a comment (`$ # …`), which is not run"),
        ("$ # 글\n[exit 1]\n$ ls\n", 3, "output below a comment"),
    ],
)
def test_a_comment_has_a_command_and_no_output(text: str, line: int, message: str) -> None:
    with pytest.raises(RecordingError, match=re.escape(message)) as error:
        read_recording("가", f"---\n---\n{text}")
    assert error.value.line == line
