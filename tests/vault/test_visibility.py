"""Who may see a note, by what its head says; what is not understood keeps it at home."""

from __future__ import annotations

import pytest

from macros.vault.note_reader import read_note
from macros.vault.visibility import Visibility
from macros.vault.withheld import Selection
from tests.vaults import vault


def visibility(text: str) -> Visibility:
    return read_note("글.md", text.encode(), largest=1000).visibility


def of_head(head: str) -> Visibility:
    return visibility(f"---\n{head}\n---\n본문")


@pytest.mark.parametrize(
    "head",
    [
        *("draft: true", "Draft : YES", "draft: 1", "draft: !!bool true", "draft: |\n  true", "? draft\n: true"),
        *(
            "ｄｒａｆｔ: true",
            "dra\u200bft: true",
            "'draft': on",
            "{draft: true}",
            "x: 1\n\ndraft: true",
            "- draft: true",
        ),
        *("draft: true\ndraft: false", "draft: false\nDRAFT: true", "publish: true\ndraft: true"),
        *("b: &b {draft: true}\n<<: *b", "b: &b {draft: true}\n<<: [*b]", "\tdraft: true", "{draft: true, a: *x}"),
        *("title: a: b\ndraft: true", "title: draft: true", "a: *x\npublish: 0"),
        *("publish: false", "publish: no", "published: false", "dg-publish: off", "dg_publish: 0", "private: true"),
        "visibility: private",
    ],
)
def test_a_note_says_that_it_stays_at_home(head: str) -> None:
    assert of_head(head).rule == "draft"


@pytest.mark.parametrize(
    "head",
    [
        *("draft: 예", "draft: y", "draft: t", "draft: true.", "draft: {a: b}", "draft: [true]", "draft: true\u200b"),
        *(
            "draft: 2",
            "publish: n",
            "publish: 아니오",
            "publish: soon",
            "published: 3월",
            "private: maybe",
            "hidden: eh",
        ),
        *("visibility: team", "unlisted: [a]", "<<: *b", "title: {{x}}\ndraft: {{y}}", "dg-publish: ja"),
    ],
)
def test_what_is_neither_yes_nor_no_keeps_a_note_at_home(head: str) -> None:
    assert of_head(head).rule == "unclear"


@pytest.mark.parametrize(
    "head",
    [
        *(
            "draft: false",
            "draft: 'no'",
            "draft:",
            "draft: ~",
            "publish: ''",
            "private: 0 # 아니다",
            "a: b",
            "tags: [draft]",
        ),
        *(
            "published: 2024-01-02",
            "published: 2024년 1월",
            "visibility: public",
            "meta:\n  draft: true",
            "title: a: b",
        ),
        *("status: draft", "drafts: true", "b: &b {a: b}\n<<: *b"),
    ],
)
def test_other_notes_leave(head: str) -> None:
    assert of_head(head) == Visibility()


def test_a_note_is_marked_or_in_no_list() -> None:
    assert [of_head(f"{key}: true").is_marked for key in ("publish", "published", "dg-publish", "draft")] == [
        *(True, True, True, False)
    ]
    assert [of_head(head).is_listed for head in ("unlisted: true", "hidden: yes", "visibility: unlisted", "a: b")] == [
        *(False, False, False, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("\n---\ndraft: true\n---\n글", " ---\na: b\n---\n", "\u200b---\na: b\n---", "\ufeff\n---\na: b\n---\n"),
        *(
            "----\na: b\n----\n글",
            "---\u00a0\na: b\n---\n",
            "---yaml\na: b\n---\n",
            "--- draft: true ---\n글",
            "—\na: b\n—",
        ),
        *(
            "---\na: b\n\n글",
            "---\na: b",
            "---\na: b\n---\u00a0\n\n글",
            "---\u2028a: b\u2028---\n글",
            "---\na = b\n---\n",
        ),
        *("+++\na = 'b'\n+++\n글", '{\n  "a": "b"\n}\n글', ';;;\n{"a": "b"}\n;;;\n', "<!-- 말 -->\n---\na: b\n---"),
    ],
)
def test_a_head_that_is_not_understood_keeps_a_note_at_home(text: str) -> None:
    assert visibility(text).rule == "head"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "---\n글\n---\n글",
            "---\n\n글",
            "---",
            "***\n글: 하나\n***",
            "# 제목: 하나\n\n---\n글: x",
            "표\n---\n글: x",
            "- a: b",
        ),
        *("```yaml\ndraft: true\n```", "\ufeff---\na: b\n---\n글", "---\r\na: b\r\n---\r\n글", "", "{{ run('a') }}"),
    ],
)
def test_text_that_is_no_head(text: str) -> None:
    assert visibility(text) == Visibility()


def test_what_is_not_understood_is_told_with_its_line() -> None:
    notes = vault("가.md: ---\na: b\ndraft: 예\n---\n", "나.md: \n---\na: b\n---\n", "다.md: 글")

    assert [*notes.notes] == ["다.md"]
    assert [str(problem) for problem in notes.problems] == [
        "가.md:3: `draft: 예` is neither yes nor no (write `true` or `false`)",
        "나.md:2: what begins with `---` may be meant as properties, and cannot be read as such (write `---`, and"
        " nothing else, into the first line of the file and below the properties; if it is none, write some text above"
        " it)",
    ]


def test_a_status_withholds_where_the_settings_say_so() -> None:
    files = (
        "가.md: ---\nstatus: Draft\n---\n",
        "나.md: ---\nstatus: [done, WIP]\n---\n",
        "다.md: ---\nstatus: done\n---\n",
    )

    assert [*vault(*files).notes] == ["가.md", "나.md", "다.md"]
    selection = Selection(statuses=frozenset({"draft", "wip"}))
    assert [path for path, note in vault(*files).notes.items() if not selection.reason_of(note)] == ["다.md"]
