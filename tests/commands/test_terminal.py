"""What a terminal shows: what came before it, once a page, and what is said of its commands and outputs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag

from macros.commands.library import Library
from macros.commands.screen import has_columns, numeral
from macros.commands.terminal import Stage, show
from macros.language import language
from macros.search.article import sections
from macros.vault import Vault
from tests.conftest import Write
from tests.vaults import render

SHOWN = "engine: display"
ONE = f"commands/하나.console: ---\ntitle: 하나\n{SHOWN}\nfiles: {{a/b.txt: 글}}\n---\n$ 일\n출력\n$ 이\n"
TWO = f"commands/둘.console: ---\ntitle: 둘\n{SHOWN}\nafter: 하나\n---\n$ 삼\n"
THREE = f"commands/셋.console: ---\ntitle: 셋\n{SHOWN}\nafter: 둘\n---\n$ 사\n$ 오\n$ 육\n"


Page = Callable[..., list[Tag]]


@pytest.fixture
def page(write: Write) -> Page:
    """The terminals of the note `쪽.md` of a vault."""

    def terminals(*files: str) -> list[Tag]:
        return [*BeautifulSoup(render(Vault.scan(write(*files)), "쪽.md"), "lxml").select("kb-run")]

    return terminals


def texts(terminal: Tag, selector: str) -> list[str]:
    return [found.text.strip() for found in terminal.select(selector)]


def test_what_came_before_is_folded_in_without_its_outputs(page: Page) -> None:
    [terminal] = page(ONE, TWO, THREE, '쪽.md: {{ run("셋", lines="3") }}')

    assert texts(terminal, ".kb-run-first > summary") == ["먼저: 하나 (2줄) → 둘 (1줄) → 앞의 명령 (2줄)"]
    assert texts(terminal, ".kb-run-first .kb-command") == ["일", "이", "삼", "사", "오"]
    assert texts(terminal, ".kb-run-first .kb-output") == []
    assert [(file["data-file"], file.text) for file in terminal.select("[data-file]")] == [("a/b.txt", "글")]
    assert texts(terminal, "kb-run > pre .kb-command") == ["육"]
    assert [step["data-number"] for step in terminal.select("kb-run > pre .kb-step")] == ["③"]


def test_a_whole_recording_that_starts_from_nothing_has_nothing_before_it(page: Page) -> None:
    [terminal] = page(f"commands/하나.console: ---\n{SHOWN}\n---\n$ 일\n", '쪽.md: {{ run("하나") }}')

    assert terminal.select(".kb-run-first, .kb-run-above") == []


def test_what_a_page_shows_already_is_led_to(page: Page) -> None:
    calls = [("셋", "2"), ("셋", "3"), ("둘", ""), ("셋", "1")]
    note = "\n\n".join(f'{{{{ run("{id}", lines="{lines}") }}}}' for id, lines in calls)  # noqa: A001
    terminals = page(ONE, TWO, THREE, f"쪽.md: {note}")

    assert [texts(terminal, ".kb-run-first .kb-command") for terminal in terminals] == [
        ["일", "이", "삼", "사"],
        [],
        [],
        [],
    ]
    links = [link for terminal in terminals for link in terminal.select(".kb-run-above a")]
    assert [(link["href"], link.text) for link in links] == [
        ("#__run-1", "↑ 위에서 이어서: 명령 ② 다음"),
        ("#__run-1-1", "↑ 위에서 이어서: 기록 ‘하나’ 다음"),  # folded in there
        ("#__run-3", "↑ 위에서 이어서: 기록 ‘둘’ 다음"),  # shown as a whole there
    ]
    assert texts(terminals[0], "#__run-1-1 .kb-command") == ["일", "이"]
    assert [terminal["id"] for terminal in terminals] == [f"__run-{number}" for number in (1, 2, 3, 4)]


def test_a_gap_between_two_parts_is_folded_in(page: Page) -> None:
    _, later = page(ONE, TWO, THREE, '쪽.md: {{ run("셋", lines="1") }}\n\n{{ run("셋", lines="3") }}')

    assert texts(later, ".kb-run-first > summary") == ["먼저: 앞의 명령 (1줄)"]
    assert texts(later, ".kb-run-first .kb-command") == ["오"]
    assert [link["href"] for link in later.select(".kb-run-above a")] == ["#__run-1"]


def test_a_value_of_the_reader_stands_in_all_commands_before_it_or_in_none(page: Page) -> None:
    """Where only one of two terminals has a variable, what comes before both is there for each."""
    base = f"commands/바탕.console: ---\ntitle: 바탕\n{SHOWN}\nvariables: {{IMAGE: web}}\n---\n$ build web\n"
    own = f"commands/값.console: ---\n{SHOWN}\nafter: 바탕\nvariables: {{IMAGE: web}}\n---\n$ run web\n"
    none = f"commands/없음.console: ---\n{SHOWN}\nafter: 바탕\n---\n$ run web\n"
    calls = '쪽.md: {{ run("없음") }}\n\n{{ run("값") }}\n\n{{ run("바탕") }}'
    plain, own_values, same = page(base, own, none, calls)

    assert texts(plain, ".kb-run-first .kb-command") == ["build web"]
    assert texts(plain, ".kb-variable") == []
    assert texts(own_values, ".kb-run-first .kb-variable") == ["web"]
    assert same.select("pre")[0]["data-recording"] == own_values.select(".kb-run-first pre")[0]["data-recording"]


def test_a_fence_has_what_comes_before_it_too(page: Page) -> None:
    fence = f"```console run\n---\n{SHOWN}\nafter: 둘\n---\n$ 끝\n```"
    first, second = page(ONE, TWO, f"쪽.md: {fence}\n\n{fence.replace('둘', '쪽.md#1')}")

    assert texts(first, ".kb-run-first > summary") == ["먼저: 하나 (2줄) → 둘 (1줄)"]
    assert texts(second, ".kb-run-above") == ["↑ 위에서 이어서: 앞의 기록 다음"]


def test_what_starts_apart_from_what_is_above_says_so(page: Page) -> None:
    other = f"commands/넷.console: ---\n{SHOWN}\nfiles: {{a: 글}}\n---\n$ 칠\n$ 팔\n"
    calls = ('run("넷")', 'run("둘")', 'run("넷", lines="1")', 'run("넷", lines="2")')
    first, apart, again, later = page(ONE, TWO, other, "쪽.md: " + "\n\n".join(f"{{{{ {call} }}}}" for call in calls))

    assert texts(first, ".kb-run-first > summary") == ["먼저: 파일 1개"]
    assert texts(apart, ".kb-run-first > summary") == ["먼저: 위와 따로 새 폴더에서 → 하나 (2줄)"]
    assert texts(again, ".kb-run-above") == ["↑ 위의 파일로 새 폴더에서 다시 시작해요"]
    assert texts(later, ".kb-run-above") == ["↑ 위에서 이어서: 명령 ① 다음"]


@pytest.mark.parametrize("after", ["없음", "쪽.md#1"])
def test_what_cannot_come_before_is_left_out(page: Page, after: str) -> None:
    [terminal] = page(f"쪽.md: ```console run\n---\n{SHOWN}\nafter: {after}\n---\n$ 끝\n```")

    assert texts(terminal, ".kb-command") == ["끝"]


def test_comments_stand_above_their_command_and_are_no_commands(page: Page) -> None:
    text = f"commands/설명.console: ---\n{SHOWN}\n---\n$ # 하나\n$ # <둘>\n$ 일\n$ 이\n"
    [terminal] = page(text, '쪽.md: {{ run("설명", lines="1-2") }}')

    assert texts(terminal, ".kb-comment") == ["# 하나\n# <둘>"]
    assert texts(terminal, ".kb-command") == ["일", "이"]


def test_a_comment_that_names_a_value_has_the_reader_s_too(page: Page) -> None:
    head = f"{SHOWN}\nvariables: {{PORT: '8080', IMAGE: web, NAME: 마루}}"
    said = "# 8080번 <포트>, web으로 website, 8080.5 web-a 18080 마루를 마루판"
    text = f"commands/값.console: ---\n{head}\n---\n$ {said}\n$ run 8080 web 마루\n"
    [terminal] = page(text, '쪽.md: {{ run("값") }}')

    assert texts(terminal, ".kb-comment") == [said]
    assert texts(terminal, ".kb-comment .kb-variable") == ["8080", "web", "마루"]


def test_names_of_patterns_are_marked_and_other_brackets_are_not(page: Page) -> None:
    head = f"{SHOWN}\npatterns: {{id: '[0-9]+', 안 쓴 것: x}}"
    text = f"commands/표.console: ---\n{head}\n---\n$ 일\n[id] [ok] <[id]>\n$ 이\n[아님]\n"
    [terminal] = page(text, '쪽.md: {{ run("표") }}')

    assert texts(terminal, "pre .kb-varies") == ["[id]", "[id]"]
    assert texts(terminal, ".kb-output") == ["[id] [ok] <[id]>", "[아님]"]


def test_the_badge_unfolds_to_what_is_known(write: Write) -> None:
    recorded = Library.of(Vault.scan(write("commands/참.console: ---\npatterns: {id: '[0-9]+'}\n---\n$ 일\n[id]\n")))
    recording = recorded.recordings["참"].with_record(
        recorded.recordings["참"].steps, "2026-11-22 · bash 5.2.15 · x86_64"
    )
    stage = Stage(recorded, language("ko"), address=lambda name: f"../{name}/")
    badge = BeautifulSoup(show(recording, "참", "", stage).html, "lxml").select("details.kb-run-badge")[0]

    assert texts(badge, "summary") == ["✓ 실제로 돌려 얻은 출력 · 2026-11-22 · 셸"]
    assert texts(badge, "p")[:2] == ["2026-11-22 · bash 5.2.15 · x86_64", "[id] 실행할 때마다 달라져요"]
    assert [link["href"] for link in badge.select("a")] == ["../참/"]


def test_a_recording_on_its_own_page_is_unfolded_and_has_no_second_title(write: Write) -> None:
    library = Library.of(Vault.scan(write(ONE, TWO)))
    stage = Stage(library, language("ko"), is_own_page=True)
    terminal = BeautifulSoup(show(library.recordings["둘"], "둘", "", stage).html, "lxml")

    assert [details.has_attr("open") for details in terminal.select("details")] == [True]
    assert texts(terminal, ".kb-run-title") == []


def test_the_search_reads_what_is_shown_and_nothing_beside_it(write: Write) -> None:
    calls = '{{ run("셋", lines="2-3") }}\n\n{{ run("셋", lines="3") }}'
    html = render(Vault.scan(write(ONE, TWO, THREE, f"쪽.md: 앞\n\n{calls}")), "쪽.md")

    assert sections(html)[0].text == "앞 셋 오 육 셋 육"


def test_numbers_are_circled_as_far_as_there_are_signs() -> None:
    assert [numeral(number) for number in (1, 20, 21, 35, 36, 50, 51)] == ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "(51)"]


@pytest.mark.parametrize(
    ("output", "is_table"),
    [
        ("NAME   SIZE\nweb    12", True),
        ("NAME   SIZE\n\nweb    12", False),
        ("  들여 쓴 글\n  들여 쓴 글", False),
        ("하나  둘", False),
        ("글  끝\n다른  끝", False),
    ],
)
def test_a_table_is_known_by_its_columns(output: str, *, is_table: bool) -> None:
    assert has_columns(output) == is_table


def test_an_edit_of_what_comes_before_is_an_edit_of_the_recording(write: Write) -> None:
    other = f"commands/넷.console: ---\n{SHOWN}\n---\n$ 칠\n"
    one = Library.of(Vault.scan(write(ONE, TWO, THREE, other)))
    same = Library.of(Vault.scan(write()))
    edited = Library.of(Vault.scan(write(ONE.replace("$ 일", "$ 다른 일"))))

    assert one.changed_since(same) == set()
    assert edited.changed_since(one) == {"하나", "둘", "셋"}
