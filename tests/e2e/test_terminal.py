"""Recorded terminals in a real browser: copying, folding, a reader's variables and system."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.commands.library import Library
from macros.commands.recording import State
from macros.vault import Vault
from tests.e2e.conftest import HERE

ONE, OTHER = quote("터미널"), quote("다른 터미널")


@pytest.fixture
def terminal(page: Page, syntax_site: str) -> Locator:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{syntax_site}{ONE}/")
    return page.locator("kb-run").first


def copied(terminal: Locator) -> list[str]:
    button = terminal.get_by_role("button", name="명령 복사")
    button.focus()
    terminal.page.keyboard.press("Enter")
    expect(terminal.get_by_role("status")).to_have_text("명령을 복사했습니다")
    return str(terminal.page.evaluate("navigator.clipboard.readText()")).splitlines()


def test_the_recordings_of_the_vault_are_true() -> None:
    """As they were written by the tool: a fence that is not true is a problem."""
    library = Library.of(Vault.scan(HERE / "vault"))

    assert library.problems == ()
    assert {id: recording.state for id, recording in library.recordings.items()} == {  # noqa: A001
        "서버": State.TRUE,
        "터미널.md#1": State.TRUE,
    }


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


def test_a_variable_changes_the_commands_of_another_note(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    terminal.get_by_label("PORT").press_sequentially("9090")
    assert copied(terminal)[0] == 'echo "http://localhost:9090/" \\'
    expect(terminal.locator(".kb-output").first).to_have_text("http://localhost:8080/")  # a record stays a record

    page.goto(f"{syntax_site}{OTHER}/")
    other = page.locator("kb-run").first
    expect(other.locator(".kb-command").first).to_have_text('echo "http://localhost:9090/" \\')
    expect(other.get_by_label("PORT")).to_have_value("9090")
    assert copied(other)[0] == 'echo "http://localhost:9090/" \\'

    other.get_by_label("PORT").fill("")
    expect(other.locator(".kb-command").first).to_have_text('echo "http://localhost:8080/" \\')


def test_a_value_that_a_shell_would_run_is_refused(terminal: Locator) -> None:
    terminal.get_by_label("PORT").press_sequentially("1;rm")

    expect(terminal.get_by_role("status")).to_contain_text("만 쓸 수 있습니다")
    assert copied(terminal)[0] == 'echo "http://localhost:1/" \\'


def test_the_commands_of_the_reader_s_system_are_shown(terminal: Locator, syntax_site: str) -> None:
    page = terminal.page
    expect(terminal.locator("pre")).to_contain_text("echo 127.0.0.1")
    expect(terminal.get_by_text("ifconfig lo0")).to_be_hidden()
    terminal.get_by_role("button", name="macOS").click()
    expect(terminal.get_by_text("ifconfig lo0")).to_be_visible()
    assert copied(terminal)[2:4] == ["ifconfig lo0", "seq 8080 8100"]

    page.reload()
    expect(page.locator("kb-run").first.get_by_role("button", name="macOS")).to_have_attribute("aria-pressed", "true")


def test_without_javascript_the_record_can_be_read(browser: Browser, syntax_site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{syntax_site}{ONE}/")
    whole, fence = page.locator("kb-run").all()

    text = whole.inner_text()
    assert all(
        word in text for word in ("$ seq 8080 8100", "\n8100\n", "종료 코드 1", "ifconfig lo0", "실제로 실행한 기록")
    )
    assert "노트 안의 기록" in fence.inner_text()
    page.context.close()
