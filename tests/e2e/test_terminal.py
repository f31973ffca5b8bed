"""Recorded terminals in a real browser: copying, folding, a reader's variables and system."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.commands.library import Library
from macros.commands.recording import State
from macros.vault import Vault
from tests.browser import give_sources
from tests.e2e.conftest import HERE
from tests.paste import pasted

ONE, OTHER = quote("터미널"), quote("다른 터미널")


@pytest.fixture
def terminal(page: Page, syntax_site: str) -> Locator:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{syntax_site}{ONE}/")
    return page.locator("kb-run").first


def copied(terminal: Locator, item: str = "이 부분") -> list[str]:
    terminal.get_by_role("button", name="복사", exact=True).focus()
    terminal.page.keyboard.press("Enter")
    terminal.get_by_role("menuitem", name=item).focus()
    terminal.page.keyboard.press("Enter")
    expect(terminal.locator(".kb-run-status")).to_contain_text("복사했어요")
    expect(terminal.get_by_role("menu")).to_be_hidden()
    return clipboard(terminal.page).splitlines()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_recordings_of_the_vault_are_true() -> None:
    """As they were written by the tool: a fence that is not true is a problem."""
    library = Library.of(Vault.scan(HERE / "vault"))

    assert library.problems == ()
    states = {id: recording.state for id, recording in library.recordings.items()}  # noqa: A001
    assert states == dict.fromkeys(("바탕", "서버", "이어서", "터미널.md#1"), State.TRUE)


def test_copy_gives_the_commands_alone(terminal: Locator) -> None:
    assert copied(terminal) == [
        'echo "http://localhost:8080/" \\',
        "  | cat",
        "echo 127.0.0.1",
        "seq 8080 8100",
        "false",
    ]


def test_a_long_output_unfolds_from_the_keyboard(terminal: Locator) -> None:
    fold = terminal.get_by_role("button", name="출력 21줄 모두 보기")
    expect(fold).to_have_attribute("aria-expanded", "false")
    output = terminal.locator(".kb-output", has_text="8100")
    folded = output.bounding_box()
    fold.focus()
    terminal.page.keyboard.press("Space")

    unfold = terminal.get_by_role("button", name="출력 접기")
    expect(unfold).to_have_attribute("aria-expanded", "true")
    unfolded = output.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > 1.5 * folded["height"]


def own_values(terminal: Locator) -> Locator:
    folded = terminal.locator(".kb-run-values")
    expect(folded.get_by_label("PORT")).to_be_hidden()
    folded.get_by_text("내 값으로 바꾸기").click()
    expect(folded).to_contain_text("이 사이트의 모든 터미널")
    return folded


def test_a_variable_changes_the_commands_of_another_note(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    own_values(terminal).get_by_label("PORT").fill("9090")
    assert copied(terminal)[0] == 'echo "http://localhost:9090/" \\'
    expect(terminal.locator(".kb-output").first).to_have_text("http://localhost:8080/")  # a record stays a record

    page.goto(f"{syntax_site}{OTHER}/")
    other = page.locator("kb-run").first
    expect(other.locator(".kb-command").first).to_have_text('echo "http://localhost:9090/" \\')
    expect(other.get_by_label("PORT")).to_have_value("9090")
    assert copied(other)[0] == 'echo "http://localhost:9090/" \\'

    own_values(other).get_by_role("button", name="↺ 기록대로").click()
    expect(other.get_by_label("PORT")).to_have_value("8080")
    expect(other.locator(".kb-command").first).to_have_text('echo "http://localhost:8080/" \\')


def test_a_value_that_a_shell_would_run_is_refused(terminal: Locator) -> None:
    own_values(terminal).get_by_label("PORT").fill("")
    terminal.get_by_label("PORT").press_sequentially("1;rm")

    expect(terminal.get_by_label("PORT")).to_have_accessible_description(
        re.compile("만 쓸 수 있어요.*지금 쓰는 값: 8080")
    )
    assert copied(terminal)[0] == 'echo "http://localhost:8080/" \\'


def test_a_value_is_checked_by_what_it_is(terminal: Locator) -> None:
    page, port = terminal.page, own_values(terminal).get_by_label("PORT")
    command = terminal.locator(".kb-command").first
    port.fill("9090")
    for value in ("99999", "0", "web"):
        port.fill(value)
        expect(port).to_have_attribute("aria-invalid", "true")
        expect(port).to_have_accessible_description("1부터 65535까지의 번호를 쓰세요 (지금 쓰는 값: 8080)")
        expect(command).to_have_text('echo "http://localhost:8080/" \\')
    field, fault = port.bounding_box(), terminal.locator(".kb-run-wrong:not(:empty)").bounding_box()
    assert field
    assert fault
    assert abs(field["y"] - fault["y"]) < 20

    terminal.get_by_role("button", name="↺ 기록대로").click()
    expect(port).to_have_accessible_description("")
    expect(port).to_have_value("8080")
    page.evaluate('localStorage.setItem(\'kb-run\', \'{"variables": {"PORT": "99999"}}\')')
    page.reload()
    expect(command).to_have_text('echo "http://localhost:8080/" \\')


KINDS = {
    ("IMAGE", "web"): (["nginx:1.27", "localhost:5000/a/b_c@sha256:" + "0" * 64], ["Web", "web:", "a..b"]),
    ("BRANCH", "main"): (["fix/가지-1", "v1.2"], ["a..b", "/a", "a/", "a.lock", "a:b"]),
    ("CONTAINER", "site"): (["Site_2"], ["_a", "가게", "a"]),
    ("POD", "web"): (["web-2"], ["Web", "web-", "a.b"]),
    ("OTHER", "x"): (["아무 말".replace(" ", "-"), "99999"], ["a b", "-a", "$a"]),
    ("PORT", "이름"): (["다른 이름".replace(" ", "_")], ["a;b"]),  # what was recorded is no port
}


def test_names_have_the_grammar_of_what_they_name(terminal: Locator) -> None:
    asked = [
        (name, recorded, value, is_right)
        for (name, recorded), values in KINDS.items()
        for is_right, some in zip((True, False), values, strict=True)
        for value in some
    ]
    give_sources(terminal.page)
    found = terminal.page.evaluate(
        """async (asked) => {
          const { wrong } = await import("/macros/browser/run/kinds.js");
          return asked.map(([name, recorded, value]) => !wrong(name, recorded, value));
        }""",
        asked,
    )
    assert [case for case, is_right in zip(asked, found, strict=True) if is_right != case[3]] == []


def test_the_keyboard_comes_to_each_part_where_it_is_seen(terminal: Locator) -> None:
    tops = terminal.locator("button:visible, summary, pre, input:visible").evaluate_all(
        "(parts) => parts.filter((part) => !part.closest('pre *')).map((part) => part.getBoundingClientRect().top)"
    )
    rows = [top // 25 for top in tops]
    assert len(rows) > 5
    assert rows == sorted(rows)
    expect(terminal.locator("button").first).to_have_class(re.compile("kb-run-copy"))


def test_what_says_the_keys_of_a_player_covers_nothing(terminal: Locator) -> None:
    page = terminal.page
    terminal.get_by_role("button", name="한 단계씩").click()
    page.wait_for_timeout(500)  # in which the theme would show a tooltip

    expect(terminal.locator("pre")).to_have_accessible_description(re.compile("Esc 그만"))
    expect(page.locator(".md-tooltip2--active")).to_have_count(0)
    keys, values = terminal.locator(".kb-run-keys").bounding_box(), terminal.locator(".kb-run-values").bounding_box()
    assert keys
    assert values
    assert keys["y"] >= values["y"] + values["height"]
    page.set_viewport_size({"width": 360, "height": 780})
    expect(terminal.locator(".kb-run-keys")).to_be_hidden()


def test_the_commands_of_the_reader_s_system_are_shown(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    expect(terminal.locator("pre")).to_contain_text("echo 127.0.0.1")
    expect(terminal.get_by_text("ifconfig lo0")).to_be_hidden()
    terminal.get_by_role("button", name="macOS").click()
    expect(terminal.get_by_text("ifconfig lo0")).to_be_visible()
    assert copied(terminal)[2:4] == ["ifconfig lo0", "seq 8080 8100"]

    page.reload()
    expect(page.locator("kb-run").first.get_by_role("button", name="macOS")).to_have_attribute("aria-pressed", "true")


@pytest.fixture
def parts(terminal: Locator, syntax_site: str) -> list[Locator]:
    """The terminals of a page that shows lines 3 to 4 of a recording, and then line 5."""
    terminal.page.goto(f"{syntax_site}{OTHER}/")
    return terminal.page.locator("kb-run").all()[1:]


def test_what_comes_first_is_folded_in_once_a_page(parts: list[Locator]) -> None:
    first, second = parts
    expect(first.locator(".kb-run-first > summary")).to_have_text(
        "먼저: 위와 따로 새 폴더에서 → 바탕 만들기 (2줄) → 앞의 명령 (2줄)"
    )
    expect(first.get_by_text("mkdir 작업")).to_be_hidden()
    first.locator(".kb-run-first > summary").click()
    expect(first.get_by_text("mkdir 작업")).to_be_visible()
    expect(first.locator("pre[data-file='끝.txt']")).to_have_text("끝에 줄바꿈이 없다")

    expect(second.locator(".kb-run-first")).to_have_count(0)
    second.get_by_role("link", name="위에서 이어서").click()
    expect(first).to_be_in_viewport()


def test_what_it_goes_on_from_is_unfolded(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    page.goto(f"{syntax_site}{quote('접은 터미널')}/")
    folded, second, other = page.locator("kb-run").all()
    link = second.get_by_role("link", name="위에서 이어서: 명령 ① 다음")
    for _ in range(2):  # the second time the address is the same
        expect(folded).to_be_hidden()
        link.press("Enter")
        expect(folded).to_be_in_viewport()
        page.locator("details.note > summary").click()
    other.get_by_role("link", name="위에서 이어서").press("Enter")
    expect(page.locator(".kb-run-first").first.get_by_text("mkdir 작업")).to_be_in_viewport()

    page.locator("details.note > summary").click()
    nothing = "event.preventDefault(), event.stopPropagation()"  # as in a browser that unfolds nothing by itself
    link.evaluate(f"(link) => link.parentElement.addEventListener('click', (event) => {{ {nothing} }})")
    link.press("Enter")
    expect(folded).to_be_visible()


@pytest.mark.parametrize("edits", [False, True])
def test_from_the_beginning_works_when_it_is_pasted(
    parts: list[Locator], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, edits: bool
) -> None:
    """Files with tabs, without a last line end and in folders, commands that read what follows, `!` and `cd`."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    _, second = parts
    text = "\n".join(copied(second, "처음부터 (파일 4개, 7줄)"))

    said = [
        *("maru", "가\t나", "끝에 줄바꿈이 없다작업", "읽은 줄: ''", "하나!어 maru", "둘!어 maru"),
        *("`!놀람` $HOME \"따옴표\" '하나' \\n", "번호 N", "NAME    SIZE"),
        "maru    12 GB and a very long line that no phone can show without wrapping it somewhere",
    ]
    assert re.sub(r"(?<=번호 )\d+", "N", pasted(f"{text}\n", edits=edits)).splitlines() == said


def test_one_command_is_copied_by_the_button_beside_it(parts: list[Locator]) -> None:
    step = parts[0].locator(":scope > pre .kb-step").nth(0)
    step.hover()
    step.get_by_role("button", name="명령 ③ 복사").click()
    assert clipboard(step.page) == 'for one in 하나 둘; do\n  echo "$one!어" maru\ndone'


def test_a_recording_is_played_from_the_keyboard(terminal: Locator) -> None:
    page, player, steps = terminal.page, terminal.locator(".kb-run-player"), terminal.locator("pre .kb-step")
    player.get_by_role("button", name="한 단계씩").focus()
    page.keyboard.press("Enter")
    expect(terminal.locator("pre")).to_be_focused()
    expect(steps.nth(0)).to_have_attribute("data-current", "")
    expect(steps.nth(1)).to_have_attribute("data-later", "")
    expect(steps.nth(1).locator(".kb-output")).to_be_hidden()
    expect(player.get_by_role("status")).to_contain_text('4개 중 1: echo "http://localhost:8080/"')

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(steps.nth(2)).to_have_attribute("data-current", "")
    expect(steps.nth(1).locator(".kb-output")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(player).to_contain_text("2 / 4")
    page.keyboard.press("End")
    expect(player).to_contain_text("4 / 4")
    page.keyboard.press("ArrowRight")
    expect(player).to_contain_text("4 / 4")
    page.keyboard.press("Home")
    expect(player).to_contain_text("1 / 4")
    page.keyboard.press("ArrowDown")
    expect(steps.nth(0).get_by_role("button", name="명령 ① 복사")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(terminal.locator("[data-later], [data-current]")).to_have_count(0)
    expect(player.get_by_role("button", name="한 단계씩")).to_have_attribute("aria-pressed", "false")


def test_a_comment_is_said_when_its_command_is_played(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    page.goto(f"{syntax_site}commands/{quote('이어서')}/")
    page.get_by_role("button", name="한 단계씩").click()

    expect(page.locator(".kb-run-player").get_by_role("status")).to_contain_text("앞에서 만든 이름을 읽어요")
    assert "앞에서" not in "\n".join(copied(page.locator("kb-run")))


def test_the_badge_says_when_and_unfolds(parts: list[Locator]) -> None:
    badge = parts[0].locator("details.kb-run-badge")
    expect(badge.locator("summary")).to_contain_text("✓ 실제로 돌려 얻은 출력")
    expect(badge.locator("time")).to_have_attribute("datetime", "2026-11-26")
    expect(badge.locator("time")).to_have_text(re.compile("오늘|전|후|어제|내일|그저께|년|월"))
    badge.locator("summary").click()
    expect(badge).to_contain_text("2026-11-26 · bash 5.2.15 · x86_64")
    expect(badge.get_by_text("[번호] 실행할 때마다 달라져요")).to_be_visible()
    badge.get_by_role("link").click()
    expect(badge.page.locator("h1")).to_have_text("바탕에서 이어서")
    expect(badge.page.locator("article").get_by_role("link", name="다른 터미널")).to_be_visible()


def test_a_phone_shows_every_command_whole(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{syntax_site}commands/{quote('이어서')}/")
    terminal = page.locator("kb-run")
    cut = "([...terminal.querySelectorAll('pre')].filter((pre) => pre.scrollWidth > pre.clientWidth).length)"

    assert terminal.evaluate(f"(terminal) => {cut}") == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    table = terminal.locator(".kb-columns")
    assert table.evaluate("(table) => table.scrollWidth > table.clientWidth")  # a table is moved sideways
    terminal.get_by_role("button", name="줄바꿈").click()
    assert terminal.evaluate(f"(terminal) => {cut}") > 0


def test_without_javascript_the_record_can_be_read(browser: Browser, syntax_site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{syntax_site}{ONE}/")
    whole, fence = page.locator("kb-run").all()

    text = whole.inner_text()
    assert all(
        word in text for word in ("$ seq 8080 8100", "\n8100\n", "종료 코드 1", "ifconfig lo0", "실제로 돌려 얻은 출력")
    )
    assert "노트 안의 기록" in fence.inner_text()
    numbers = "(steps) => steps.map((step) => getComputedStyle(step, '::before').content)"
    assert whole.locator(".kb-step").evaluate_all(numbers) == [f'"{number}"' for number in "①②③④"]
    page.goto(f"{syntax_site}{OTHER}/")
    page.get_by_text("→ 바탕 만들기").click()
    expect(page.get_by_text("mkdir 작업")).to_be_visible()
    page.context.close()


def test_its_preview_on_its_own_page_is_as_it_was_before_scripts(terminal: Locator) -> None:
    page = terminal.page
    terminal.evaluate(
        "run => run.before(Object.assign(document.createElement('a'), {href: '#' + run.id, textContent: '위'}))"
    )
    page.locator("article a", has_text=re.compile("^위$")).hover()
    shown = page.locator(".kb-popover kb-run")
    expect(shown.locator(".kb-run-tools")).to_have_count(1)
    expect(shown.locator("kb-compare > button")).to_have_count(1)
