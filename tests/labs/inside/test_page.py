"""A page whose terminals are run in the reader's browser, by the labs that `make labs` made: `make test-labs`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from macros.commands.recording import Recording, read_recording
from tests.browser import built
from tests.conftest import REPOSITORY

LABS = Path(os.environ.get("KB_LABS", REPOSITORY / ".cache/labs"))
RECORDS = {
    "글자": """\
---
engine: shell
lab: gnu
files: {말.txt: "도커\\n깃\\n"}
---
$ grep -n 깃 말.txt
2:깃
$ false
[exit 1]
""",
    "다음": "---\nengine: shell\nlab: gnu\nafter: 글자\n---\n$ wc -l <말.txt\n2\n",
    "커밋": """\
---
engine: git
lab: git
---
$ git init -q && git commit -q --allow-empty -m 처음
$ git log --format=%s
처음
""",
    "포트": """\
---
engine: shell
lab: net
files: {www/index.html: "안녕\\n"}
---
$ busybox httpd -p 127.0.0.1:8080 -h www
$ curl --silent localhost:8080
안녕
""",
    "상자": """\
---
engine: shell
lab: container
---
$ unshare --uts --pid --fork sh -c 'hostname box; hostname; echo $$'
box
1
""",
    "다름": "---\nengine: shell\nlab: gnu\n---\n$ echo 하나\n둘\n",
}
CSP = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
    )
)
"""The policy of a site, with what a lab needs beside: no `unsafe-eval`, no `blob:`."""
READY = re.compile("준비됐어요")


def recorded(name: str) -> Recording:
    recording = read_recording(name, RECORDS[name])
    return recording.with_record(recording.steps, "2026-11-27 · bash 5.2.37 · x86_64")


@pytest.fixture(scope="module")
def labs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The labs that were made, with nothing known of what runs in them."""
    folder = tmp_path_factory.mktemp("labs")
    for part in ("labs.json", "packages.json", "states", "flat", "licences"):
        (folder / part).symlink_to(LABS / part)
    return folder


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    vault = tmp_path_factory.mktemp("vault")
    (vault / "commands").mkdir()
    for name in RECORDS:
        (vault / f"commands/{name}.console").write_text(str(recorded(name)), "utf-8")
        (vault / f"{name}.md").write_text(f'# {name}\n\n{{{{ run("{name}") }}}}\n', "utf-8")
    (vault / "둘.md").write_text('# 둘\n\n{{ run("글자") }}\n\n{{ run("다음") }}\n', "utf-8")
    answer = '> [!question]- 답\n> {{ run("글자", lines="1") }}\n>\n> 끝.\n'
    (vault / "물음.md").write_text(f"# 물음\n\n깃이 몇째 줄에 있나요?\n\n{answer}", "utf-8")
    return vault


@pytest.fixture(scope="module")
def said(labs: Path, vault: Path) -> str:
    """What `maru parity` says of these recordings."""
    return subprocess.run(
        [sys.executable, "-m", "macros", "parity", "--vault", str(vault)],
        cwd=REPOSITORY,
        env={**os.environ, "KB_LABS": str(labs)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def site(server: tuple[str, Path], labs: Path, vault: Path, said: str) -> str:
    assert said
    return built(server, "notes", KB_VAULT=str(vault), KB_LABS=str(labs))


@pytest.fixture
def strict(page: Page, site: str) -> Page:
    """A page of a site that is served with a policy, which its workers have too."""

    def serve(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": CSP})

    page.route(re.compile(f"{re.escape(site)}([^/]*/|assets/kb/.*)$"), serve)
    return page


def opened(page: Page, site: str, note: str) -> Locator:
    """The terminal of a note, whose commands have been run."""
    page.goto(f"{site}{quote(note)}/")
    terminal = page.locator("kb-run[data-lab]")
    terminal.locator(".kb-run-live").click()
    expect(terminal.locator(".kb-lab-status")).to_have_text(READY, timeout=60_000)
    return terminal


def command(terminal: Locator, text: str, number: int = 0) -> Locator:
    """Run `text` in the place of a command; what comes back is its output."""
    cell = terminal.locator(".kb-lab-cell").nth(number)
    cell.locator("textarea").fill(text)
    cell.locator("textarea").press("Enter")
    return cell.locator(".kb-lab-output")


def test_what_differs_has_no_button(said: str, page: Page, site: str) -> None:
    assert "✗ 다름 (gnu" in said and "+하나" in said and "6개 중 5개" in said
    page.goto(f"{site}{quote('다름')}/")
    expect(page.locator("kb-run")).to_be_visible()
    expect(page.locator(".kb-run-live")).to_have_count(0)


@pytest.mark.parametrize("note", ["글자", "커밋", "포트", "상자"], ids=["gnu", "git", "net", "container"])
def test_a_lab_gives_what_was_recorded(strict: Page, site: str, note: str) -> None:
    asked: list[str] = []
    strict.on("request", lambda request: asked.append(request.url))
    strict.goto(f"{site}{quote(note)}/")
    strict.wait_for_load_state("networkidle")
    assert not [url for url in asked if "assets/labs/" in url or "/v86/" in url or "lab" in url.rpartition("/")[2]]

    terminal = opened(strict, site, note)
    expect(terminal.locator(".kb-lab-same")).to_contain_text("✓")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}


def test_a_command_that_does_not_end_is_stopped_and_the_shell_lives(page: Page, site: str) -> None:
    terminal = opened(page, site, "글자")
    command(terminal, "x=살아; while :; do :; done")
    stop = terminal.get_by_role("button", name="멈추기")
    expect(stop).to_be_enabled()
    page.wait_for_timeout(500)
    stop.click()
    expect(terminal.locator(".kb-lab-told").first).to_contain_text("130", timeout=1000)

    expect(command(terminal, "echo $x")).to_have_text("살아\n")


def test_one_that_does_not_stop_is_told_and_left_behind(page: Page, site: str) -> None:
    terminal = opened(page, site, "글자")
    command(terminal, "(trap '' INT; while :; do :; done)")
    page.wait_for_timeout(500)
    terminal.get_by_role("button", name="멈추기").click()
    status = terminal.locator(".kb-lab-status")
    expect(status).to_contain_text("처음부터를 누르세요", timeout=10_000)

    terminal.get_by_role("button", name="처음부터").click()
    expect(status).to_have_text(READY, timeout=30_000)
    expect(terminal.locator(".kb-lab-same")).to_contain_text("✓")


def test_from_the_beginning_all_is_as_it_was(page: Page, site: str) -> None:
    terminal = opened(page, site, "글자")
    expect(command(terminal, "rm 말.txt; echo 없다")).to_have_text("없다\n")

    terminal.get_by_role("button", name="처음부터").click()
    expect(terminal.locator(".kb-lab-output").first).to_have_text("2:깃\n", timeout=30_000)
    expect(terminal.locator("textarea").first).to_have_value("grep -n 깃 말.txt")
    expect(terminal.locator(".kb-lab-same")).to_contain_text("✓")


def test_a_folded_answer_is_found_without_unfolding_it(page: Page, site: str) -> None:
    page.goto(f"{site}{quote('물음')}/")
    exercise = page.locator(".kb-exercise")
    exercise.locator(".kb-run-live").click()
    expect(exercise.locator(".kb-lab-status")).to_contain_text("답과 견주어", timeout=60_000)
    expect(page.locator(":focus")).to_have_attribute("placeholder", "명령")

    page.keyboard.type("cat 말.txt\n")
    expect(exercise.locator(".kb-lab-verdict")).to_contain_text("아직 답과 달라요: 안 나온 줄 1개, 더 나온 줄 2개")
    command(exercise, "awk '/깃/ { print NR \":\" $0 }' 말.txt")
    expect(exercise.locator(".kb-lab-verdict")).to_have_text("✓ 답과 같은 출력이에요")
    expect(page.locator("details.question")).not_to_have_attribute("open", "")


def test_an_exercise_and_its_answer_are_not_run_in_one_shell(page: Page, site: str) -> None:
    page.goto(f"{site}{quote('물음')}/")
    exercise, answer = page.locator(".kb-exercise"), page.locator("kb-run[data-lab]")
    exercise.locator(".kb-run-live").click()
    expect(exercise.locator(".kb-lab-status")).to_contain_text("답과 견주어", timeout=60_000)
    command(exercise, "touch 여기; sleep 100")
    expect(exercise.locator(".kb-lab-status")).to_have_text("돌리는 중")

    page.locator("details.question > summary").click()
    answer.locator(".kb-run-live").click()
    expect(exercise.locator(".kb-lab-status")).to_contain_text("다른 터미널이")
    expect(answer.locator(".kb-lab-same")).to_contain_text("✓", timeout=30_000)
    expect(command(answer, "ls")).to_have_text("말.txt\n")
    expect(exercise.locator(".kb-lab-verdict")).to_be_empty()
    expect(command(exercise, "pwd; ls")).to_have_text("/home/kb\n말.txt\n")


def test_what_a_lab_is_made_of_is_a_page(page: Page, site: str) -> None:
    terminal = opened(page, site, "글자")
    address = terminal.get_by_role("link", name="라이선스").get_attribute("href")
    assert address
    page.goto(address)
    row = page.locator("dd", has=page.get_by_role("link", name="소스: grep"))
    terms = row.get_by_role("link", name="GPL-3").get_attribute("href")
    assert "Upstream-Name: grep" in page.request.get(urljoin(address, terms)).text()
    whole = page.get_by_role("link", name="GPL-3", exact=True).get_attribute("href")
    assert "END OF TERMS AND CONDITIONS" in page.request.get(urljoin(address, whole)).text()


def test_terminals_of_a_page_share_a_machine_and_not_a_shell(page: Page, site: str) -> None:
    page.goto(f"{site}{quote('둘')}/")
    first, second = page.locator("article kb-run").first, page.locator("article kb-run").last
    for terminal in (first, second):
        terminal.locator(".kb-run-live").click()
        expect(terminal.locator(".kb-lab-status")).to_have_text(READY, timeout=60_000)
    expect(second.locator(".kb-lab-output")).to_have_text("2\n")
    assert len([worker for worker in page.workers if "lab-worker" in worker.url]) == 1

    first.get_by_role("button", name="직접 쳐 보기").click()
    expect(first.locator(".kb-lab-prompt")).to_be_visible()
    expect(command(second, "pwd; ls")).to_contain_text("말.txt")
    expect(first.locator(".kb-lab-prompt")).to_be_hidden()
    for terminal in (first, second):
        terminal.get_by_role("button", name="끄기").click()
    expect(first.locator(".kb-lab")).to_be_hidden()
    assert not [worker for worker in page.workers if "lab-worker" in worker.url]


def prompted(terminal: Locator) -> Locator:
    """The rows of its prompt, which waits for what is typed."""
    terminal.get_by_role("button", name="직접 쳐 보기").click()
    prompt = terminal.locator(".kb-lab-prompt")
    expect(prompt.locator(".xterm-rows")).to_contain_text("$")
    expect(prompt.locator("textarea")).to_be_focused()
    return prompt.locator(".xterm-rows")


def test_a_prompt_takes_korean_as_it_is_composed(page: Page, site: str) -> None:
    terminal = opened(page, site, "글자")
    rows = prompted(terminal)
    session = page.context.new_cdp_session(page)
    page.keyboard.type("echo ")
    for text in ("ㄷ", "도", "돜", "도커"):
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    session.send("Input.insertText", {"text": "도커"})
    page.keyboard.press("Enter")
    expect(rows).to_contain_text(re.compile(r"echo 도커.*도커", re.DOTALL), timeout=5000)


def test_a_prompt_has_what_the_recording_has(page: Page, site: str) -> None:
    rows = prompted(opened(page, site, "커밋"))
    page.keyboard.type("git log --format=%ae; git commit -q --allow-empty -m a && echo well\n")
    expect(rows).to_contain_text(re.compile(r"maru@example.com.*\nwell|maru@example.com\s*well", re.DOTALL))


def test_the_keyboard_goes_from_field_to_field_and_keeps_its_place(page: Page, site: str) -> None:
    terminal = opened(page, site, "글자")
    focused = page.locator(":focus")
    expect(terminal.locator(".kb-run-live")).to_be_focused()
    terminal.get_by_role("button", name="처음부터").focus()
    page.keyboard.press("Tab")
    expect(focused).to_have_text("직접 쳐 보기")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(terminal.locator(".kb-lab-status")).to_have_text(READY)
    expect(focused).to_have_text("▶")
    page.keyboard.press("Tab")
    expect(focused).to_have_value("grep -n 깃 말.txt")


def test_on_a_phone_it_asks_first(page: Page, site: str) -> None:
    page.add_init_script(
        "const all = matchMedia; matchMedia = (query) => all(query.replace('(pointer: coarse)', 'all'))"
    )
    page.goto(f"{site}{quote('글자')}/")
    page.locator(".kb-run-live").click()
    expect(page.locator(".kb-lab-asking")).to_contain_text("MB")
    assert not [worker for worker in page.workers if "lab-worker" in worker.url]

    page.get_by_role("button", name="받아서 켜기").click()
    expect(page.locator(".kb-lab-status")).to_have_text(READY, timeout=60_000)


def test_where_there_is_no_webassembly_the_record_stands(page: Page, site: str) -> None:
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(f"{site}{quote('글자')}/")
    page.locator(".kb-run-live").click()
    expect(page.locator(".kb-run-status")).to_contain_text("웹어셈블리")
    expect(page.locator("kb-run > pre")).to_contain_text("2:깃")


def test_a_manifest_says_what_a_browser_loads(labs: Path) -> None:
    manifest = json.loads((labs / "labs.json").read_text("utf-8"))
    sizes = {name: lab["bytes"] + manifest["core"] for name, lab in manifest["labs"].items()}
    most = {"gnu": 8, "git": 9, "net": 15, "container": 15, "vcs": 15}
    assert {name: size for name, size in sizes.items() if size > most[name] * 1_000_000} == {}
    assert max(path.stat().st_size for path in LABS.glob("*/*")) < 25_000_000
