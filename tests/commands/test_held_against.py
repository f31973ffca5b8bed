"""What a page carries so that a reader's own output can be held against a record."""

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup

from macros.commands.browser_pattern import for_browser
from macros.commands.held_against import compare_element
from macros.commands.recording import read_recording

HEAD = "engine: shell\npatterns: {id: '[0-9a-f]{7}', 나이: '(a)(?(1)b|c)', 없다: x}\nvariables: {PORT: '8080'}\n"
STEPS = '$ echo "8080" \'<a>\'\n[id] & "[나이]"\n$ ip a\nmacOS$ ifconfig\n$ false\n[exit 1]\n'


def carried(head: str = HEAD, *, first: int = 0) -> Any:
    """The record on the page from the step `first` on; None where there is none."""
    recording = read_recording("a", f"---\n{head}---\n{STEPS}")
    element = BeautifulSoup(compare_element(recording, recording.steps[first:]), "html.parser").find("kb-compare")
    return json.loads(str(element["data-record"])) if element else None


def test_a_page_carries_steps_patterns_and_variables() -> None:
    assert carried() == {
        "steps": [["echo \"8080\" '<a>'", '[id] & "[나이]"', 0], ["ip a", "", 0, "ifconfig"], ["false", "", 1]],
        "patterns": {"id": "[0-9a-f]{7}", "나이": None},
        "variables": {"PORT": "8080"},
    }


def test_a_part_carries_what_it_shows_and_says_that_it_is_one() -> None:
    assert carried(first=2) == {"steps": [["false", "", 1]], "variables": {"PORT": "8080"}, "part": True}


def test_what_was_never_run_cannot_be_held_against() -> None:
    assert carried(HEAD.replace("shell", "display")) is None


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (r"(?P<y>\d{4})-(?P=y)", r"(?<_1>[\d]{4})-\k<_1>"),
        (r"(?i)a\Z", r"[Aa](?![^\n])"),
        (r"\A.$", r"(?<![^\n])[^\n](?![^\n])"),
        ("a*+", r"(?=(?<_1000>a*))\k<_1000>"),
        (r"(?x) a # b", "a"),
        (r"[^\W_]", r"(?:(?![_])[\w])"),
        (r"(a)(?(1)b|c)", None),
        (r"(?i)(a)\1", None),
        (r"(?i)[ -\uffff]", None),
        ("x" * 1001, None),
    ],
)
def test_a_pattern_is_written_for_a_browser_or_not_at_all(pattern: str, written: str | None) -> None:
    assert for_browser(re.compile(pattern)) == written


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        (r"\d{2,}", r"[\d]+"),
        ("[1-9]{2,5}", "[1-9]{1,5}"),
        (r"\d{4}-\d*", r"[\d]{4}-[\d]*"),
        ("[0-9a-f]{7,}", "[0-9a-f]{7,}"),
    ],
)
def test_a_number_of_a_reader_s_may_have_one_digit(pattern: str, written: str) -> None:
    assert for_browser(re.compile(pattern), any_number=True) == written
