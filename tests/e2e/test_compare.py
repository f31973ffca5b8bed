"""A reader's own output held against a record, in a real browser."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.commands.browser_pattern import for_browser
from tests.browser import compared, give_sources

TERMINAL = quote("터미널")
ID, OTHER_ID = "0123456789ab", "fedcba987654"
Verdict = dict[str, Any]
Compare = Callable[..., list[Verdict]]
RECORD: dict[str, Any] = {
    "steps": [
        ["docker run --detach --publish 8080:80 web", "[id]", 0],
        ["docker ps", "NAME   ID             STATUS\nsite   [id]   Up [age]   0.0.0.0:8080->80/tcp", 0],
        ["cat 노트.txt", "첫 줄\n둘째 줄\n[x] 셋째 줄", 0],
        ["grep 없다 노트.txt", "", 1],
    ],
    "patterns": {"id": r"\b[0-9a-f]{12}\b", "age": r"[\d]+ (?:seconds|minutes)"},
    "variables": {"PORT": "8080"},
}
SESSION = f"""$ docker run --detach --publish 8080:80 web
{ID}
$ docker ps
NAME   ID             STATUS
site   {ID}   Up 5 seconds   0.0.0.0:8080->80/tcp
$ cat 노트.txt
첫 줄
둘째 줄
[x] 셋째 줄
$ grep 없다 노트.txt
"""
PROMPTS = (
    "me@host:~/notes$ ",
    "root@3f2a:/# ",
    "% ",
    "me@mac ~ % ",
    "PS C:\\Users\\me> ",
    "➜  notes git:(main) ✗ ",
    "(venv) [me@host ~]$ ",
    "bash-5.2$ ",
)
OUTPUTS = "".join(f"{line}\n" for line in SESSION.splitlines() if not line.startswith("$ "))


@pytest.fixture
def compare(page: Page, syntax_site: str) -> Compare:
    """`compare(*pastes)` → their verdicts, by the record above or another one, with what a reader has set."""
    page.goto(f"{syntax_site}{TERMINAL}/")

    def compare(*pastes: str, record: dict[str, Any] = RECORD, **values: str) -> list[Verdict]:
        return compared(page, syntax_site, [(record, paste, values) for paste in pastes])

    return compare


def lines(verdict: Verdict, kind: str, side: str = "mine") -> list[str]:
    """The lines of one kind, what differs in them in angle brackets."""
    rows = [row for step in verdict["steps"] for row in step["rows"] if row["kind"] == kind]
    signs = {"differs": "⟨{}⟩"}
    return ["".join(signs.get(part["kind"], "{}").format(part["text"]) for part in row[side]) for row in rows]


def test_what_a_narrow_screen_leaves_of_a_command_is_no_line(compare: Compare) -> None:
    record = {"steps": [["docker run --name one \\\n--detach web", "가", 0]]}
    (verdict,) = compare("$ docker run --name one\n \\\n> --detach web\n가\n", record=record)
    assert verdict["verdict"] == "same"

    printed = {"steps": [["echo 가; echo '\\'", "가\n\\", 0]]}
    (verdict,) = compare("$ echo 가; echo '\\'\n가\n", record=printed)
    assert lines(verdict, "missing", "record") == ["\\"]


def test_what_changes_from_run_to_run_is_explained(compare: Compare) -> None:
    pastes = [
        SESSION,
        OUTPUTS,
        *(SESSION.replace("$ ", prompt) + prompt for prompt in PROMPTS),
        SESSION.replace("$ ", "~/notes main !1\n❯ "),
        SESSION.replace("$ ", ""),
        SESSION.replace("\n", "\r\n"),
        re.sub(r"(?m)^(.+)$", "\x1b[1;32m\\1\x1b[0m  ", SESSION),
        SESSION.replace("   ", "\u00a0\u00a0\u00a0"),
        SESSION.replace("   ", "\t"),
        unicodedata.normalize("NFD", SESSION),
        SESSION.replace("$ cat", "내려받는 중 10%\r$ cat"),
        "Last login: today\n" + SESSION.replace("$ cat", "$ ls /\nbin  etc\n$ cat"),
        SESSION.replace(
            "$ docker ps", "$ docker ps\nCannot connect to the daemon\n$ sudo systemctl start docker\n$ docker ps"
        ),
        "\n".join(piece for line in SESSION.splitlines() for piece in re.findall(".{1,40}", line)),
        "```console\n" + SESSION + "```\n",
        f"$ docker ps\nNAME ID STATUS\nsite {OTHER_ID} Up 3 minutes 0.0.0.0:8080->80/tcp\n",
        f"NAME ID STATUS\nsite {OTHER_ID} Up 3 minutes 0.0.0.0:8080->80/tcp\n",
    ]
    verdicts = compare(*pastes)

    assert [paste for paste, said in zip(pastes, verdicts, strict=True) if said["verdict"] != "changes"] == []
    assert all(said["count"] == 0 and "id" in said["names"] for said in verdicts)


def test_a_command_goes_on_over_lines_with_and_without_what_a_shell_writes_there(compare: Compare) -> None:
    record = {"steps": [["seq 3 \\\n  | tail -1", "3", 0], ["for a in b; do\necho $a\ndone", "b", 0]]}
    pastes = [
        "$ seq 3 \\\n>   | tail -1\n3\n$ for a in b; do\n> echo $a\n> done\nb\n",
        "% seq 3 \\\n  | tail -1\n3\n% for a in b; do\nfor> echo $a\nfor> done\nb\n",
    ]

    assert [said["verdict"] for said in compare(*pastes, record=record)] == ["same", "same"]


def test_a_pattern_over_several_lines_is_one_line_of_the_record(compare: Compare) -> None:
    pattern = for_browser(re.compile(r"(?s)Downloading.*?done"))
    record = {"steps": [["get", "begin\n[download]\nend", 0]], "patterns": {"download": pattern}}
    well, badly = "$ get\nbegin\nDownloading a\nDownloading b\ndone\nend\n", "$ get\nbegin\nDownloading a\nend\n"

    assert [said["verdict"] for said in compare(well, badly, record=record)] == ["changes", "differs"]


def test_the_record_itself_is_the_same(compare: Compare) -> None:
    own = SESSION.replace(ID, "[id]").replace("5 seconds", "[age]")

    assert [said["verdict"] for said in compare(own, "첫 줄\n둘째 줄\n[x] 셋째 줄")] == ["same", "same"]


def test_what_differs_is_found_where_it_is(compare: Compare) -> None:
    site = "site   0123456789ab   {}   0.0.0.0:{}->80/tcp"
    expected = {
        ("둘째 줄", "다른 줄"): (["⟨다른⟩ 줄"], [], []),
        ("Up 5 seconds", "Exited (1)"): ([site.format("⟨Exited⟩ ⟨(1)⟩", "8080")], [], []),
        ("0:8080->80", "0:9090->80"): ([site.format("Up 5 seconds", "⟨9090⟩")], [], []),
        (f"web\n{ID}", f"web\n{ID[:11]}"): ([f"⟨{ID[:11]}⟩"], [], []),
        (f"web\n{ID}", "web\ndocker: Cannot connect"): (["⟨docker: Cannot connect⟩"], [], []),
        ("둘째 줄\n", ""): ([], ["둘째 줄"], []),
        ("둘째 줄\n", "둘째 줄\n경고\n"): ([], [], ["경고"]),
        ("grep 없다 노트.txt\n", "grep 없다 노트.txt\n없다\n"): ([], [], ["없다"]),
        ("docker ps", "docker ps --all"): (["docker ps⟨ --all⟩"], [], []),
    }
    verdicts = compare(*(SESSION.replace(*change) for change in expected))

    for said, (change, (changed, missing, extra)) in zip(verdicts, expected.items(), strict=True):
        assert change[0] in SESSION
        assert said["verdict"] == "differs", change
        found = lines(said, "changed"), lines(said, "missing", "record"), lines(said, "extra")
        assert found == (changed, missing, extra), change
        assert said["count"] == len(changed + missing + extra)


def test_a_value_of_the_reader_s_own_is_known_from_the_page_or_from_the_command(compare: Compare) -> None:
    own, outputs = SESSION.replace("8080", "9090"), OUTPUTS.replace("8080", "9090")

    for said in (*compare(own), *compare(outputs, PORT="9090")):
        assert said["verdict"] == "changes"
        assert said["variables"] == [{"name": "PORT", "value": "9090"}]
    assert [said["verdict"] for said in compare(outputs)] == ["differs"]


REWRITTEN = {
    "docker run --detach --rm --name site --publish 8080:80 web": (
        ["sudo docker run -d -p 8080:80 --name=site --rm 'web'", "docker run -d --rm --name site -p 9090:80 web"],
        [
            "docker run -d --rm --name other -p 8080:80 web",
            "docker run -it --rm --name site -p 8080:80 web",
            "docker run web -d --rm --name site -p 8080:80",
        ],
    ),
    "tar --list --file web.tar | head --lines=1": (["tar -tf web.tar | head -n 1"], ["tar -xf web.tar | head -n 1"]),
    "git commit --quiet --message '처음'": (
        ['git commit -qm "처음"'],
        ["git commit -qm 다음", "git commit -am '처음'"],
    ),
    'echo "$(docker ps --quiet)"; cp -r 하나 둘': (
        ['echo "$(docker ps --quiet)"; cp --recursive 하나 둘'],
        ["cp -r 둘 하나"],
    ),
}


def test_a_command_with_other_options_that_mean_the_same_is_said_to_be_written_in_another_way(compare: Compare) -> None:
    for command, (same, others) in REWRITTEN.items():
        record = {"steps": [[command, "끝", 0]], "variables": {"PORT": "8080"}}
        told, wrong = ([f"$ {own}\n끝\n" for own in some] for some in (same, others))

        for own, said in zip(same, compare(*told, record=record), strict=True):
            assert said["verdict"] == ("changes" if "9090" in own else "same"), own
            assert lines(said, "rewritten") == [own]
        assert {said["verdict"] for said in compare(*wrong, record=record)} <= {"differs", "elsewhere"}


def test_the_end_of_another_command_s_line_is_not_taken_for_a_command(compare: Compare) -> None:
    record = {"steps": [["uname --machine", "x86_64", 0], ["docker run \\\nweb uname -m", "aarch64", 0]]}
    paste = "$ uname --machine\nx86_64\n$ docker run \\\n> web uname -m\naarch64\n"

    assert [said["verdict"] for said in compare(paste, record=record)] == ["same"]


def test_what_looks_like_an_id_is_said_to_look_so_and_differs(compare: Compare) -> None:
    record = {"steps": [["git log --oneline", "e605df1 첫 노트\n02:03:04 둘째", 0]]}
    (said,) = compare("$ git log --oneline\na1b2c3d 첫 노트\n12:13:14 둘째\n", record=record)

    assert said["verdict"] == "differs"
    assert [row["hint"] for row in said["steps"][0]["rows"] if row["kind"] == "changed"] == ["id", "time"]


def test_other_commands_are_said_to_be_others(compare: Compare) -> None:
    verdicts = compare("hello\nworld\n", "$ ls\nbin\netc\n", "$ kubectl get pods\nNAME READY\n", "\x1b[0m")

    assert [said["verdict"] for said in verdicts] == ["elsewhere"] * 4


def test_a_whole_session_is_held_to_the_part_that_is_shown(compare: Compare) -> None:
    shown = {**RECORD, "steps": RECORD["steps"][2:3], "patterns": {}, "part": True}

    assert [said["verdict"] for said in compare(SESSION, OUTPUTS, record=shown)] == ["same", "same"]


def test_a_pattern_that_a_browser_does_not_know_lets_anything_stand_and_is_named(compare: Compare) -> None:
    record = {**RECORD, "patterns": {**RECORD["patterns"], "age": None}}
    well, badly = compare(SESSION, SESSION.replace("site ", "web "), record=record)

    assert (well["verdict"], well["unchecked"], badly["verdict"]) == ("changes", ["age"], "differs")


PATTERNS = [
    (r"\b[0-9a-f]{12}\b", ["0123456789ab", "x0123456789ab", "가0123456789ab"]),
    (r"(?<=pid:)\[\d+\]|(?<=\n) *\d{2,}(?= (?:httpd|ps)\b)", ["pid:[12]", "\n  12 ps", "\n1 ps", "\n12 psx"]),
    (r"(?P<a>x+)-(?P=a)", ["xx-xx", "xx-y"]),
    (r"(?i)straße|[a-f]+\Z", ["STRASSE", "STRAßE", "xABC", "abcx"]),
    (r"(?:a|ab)++c", ["abc", "aac", "abab"]),
    (r"(?>a|ab)c", ["abc", "ac"]),
    (r"(?x) \d+  # so many", ["12", "a"]),
    (r"[^\W\d]+", ["12a", "12", "가나"]),
    (r"\d+", ["١٢", "12", "a"]),
    (r"(?a)\w+", ["가", "a"]),
    (r"[]\-^[]+", ["-", "^", "]", "[", "a"]),
    (r"(?s:a.)b", ["a\nb", "axb"]),
    (r"a.b", ["a\nb", "a\rb", "axb"]),
    (r"[가-힣]+|😀{2}", ["도커", "😀", "😀😀"]),
    (r"/(?!x)[-+]?\w{2,3}?/", ["/ab/", "/+abc/", "/xb/", "/abcd/"]),
]


def test_patterns_mean_in_a_browser_what_they_mean_to_python(page: Page, syntax_site: str) -> None:
    page.goto(f"{syntax_site}{TERMINAL}/")
    give_sources(page)
    asked = [(for_browser(re.compile(pattern)), text) for pattern, texts in PATTERNS for text in texts]
    found = page.evaluate(
        """async (asked) => {
          const { writtenOut } = await import("/macros/browser/compare/pattern.js");
          return asked.map(([source, text]) => new RegExp(writtenOut(source, 0), "u").exec(text)?.[0] ?? null);
        }""",
        asked,
    )

    expected = [re.search(pattern, text) for pattern, texts in PATTERNS for text in texts]
    assert found == [one and one[0] for one in expected]


def open_panel(page: Page, at: int = 0) -> Locator:
    panel = page.locator("kb-compare").nth(at)
    panel.get_by_role("button", name="내 출력과 견주기").press("Enter")
    expect(panel.get_by_role("textbox")).to_be_focused()
    return panel


def ask(panel: Locator, paste: str) -> None:
    panel.get_by_role("textbox").fill(paste)
    panel.get_by_role("button", name="견주기", exact=True).click()


@pytest.mark.parametrize("width", [1280, 360])
def test_a_reader_pastes_and_reads_the_verdict(page: Page, syntax_site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{syntax_site}{TERMINAL}/")
    panel = open_panel(page)
    numbers = "\n".join(map(str, range(8080, 8101)))
    session = f'$ echo "http://localhost:9090/" \\\n>   | cat\nhttp://localhost:9090/\n$ seq 8080 8100\n{numbers}\n'

    ask(panel, session)
    expect(panel.get_by_role("status")).to_have_text("✓ 바뀌어도 되는 곳 말고는 기록과 같아요.")
    expect(panel.get_by_text("PORT: 기록은 8080, 내 값은 9090")).to_be_visible()
    ask(panel, session.replace("8095", "팔천"))
    expect(panel.get_by_role("status")).to_have_text("≠ 기록과 다른 줄: 1개")
    expect(panel.locator("del, ins")).to_have_text(["8095", "팔천"])
    panel.get_by_role("button", name="첫 차이로 가기").press("Enter")
    expect(panel.locator(".kb-compare-difference")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.keyboard.press("Escape")
    expect(panel.get_by_role("textbox")).to_be_hidden()
    expect(panel.get_by_role("button", name="내 출력과 견주기")).to_be_focused()


def test_a_command_that_is_written_in_another_way_is_said_softly(page: Page, syntax_site: str) -> None:
    page.goto(f"{syntax_site}{TERMINAL}/")
    record = {"steps": [["docker ps --all", "첫 줄", 0]]}
    page.locator("kb-compare").first.evaluate(
        "(element, record) => (element.dataset.record = record)", json.dumps(record)
    )
    panel = open_panel(page)
    ask(panel, "$ docker ps -a\n첫 줄\n")

    expect(panel.get_by_role("status")).to_have_text("✓ 기록과 같아요.")
    expect(panel.locator(".kb-compare-rewritten")).to_contain_text("같은 명령을 다르게 썼어요")
    expect(panel.locator(".kb-compare-rewritten")).to_contain_text("docker ps -a")
    expect(panel.locator(".kb-compare-difference")).to_have_count(0)
    expect(panel.get_by_role("button", name="첫 차이로 가기")).to_be_hidden()


def test_the_lines_of_a_page_itself_are_no_output(page: Page, syntax_site: str) -> None:
    page.goto(f"{syntax_site}{TERMINAL}/")
    copied = page.locator("kb-run pre").first.inner_text()
    panel = open_panel(page)
    ask(panel, copied)

    expect(panel.get_by_role("status")).to_have_text("✓ 기록과 같아요.")


def test_an_author_s_pattern_that_never_ends_holds_nobody_up(page: Page, syntax_site: str) -> None:
    page.goto(f"{syntax_site}{TERMINAL}/")
    record = {"steps": [["x", "[끝없음]!\n끝", 0]], "patterns": {"끝없음": "(?:a+)+"}}
    page.evaluate(
        """(record) => {
          globalThis.longest = 0;
          const watch = (list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)));
          new PerformanceObserver(watch).observe({ type: "longtask" });
          const made = Object.assign(document.createElement("kb-compare"), { id: "endless" });
          made.dataset.record = record;
          document.querySelector("article").append(made);
        }""",
        json.dumps(record),
    )
    panel = open_panel(page, page.locator("kb-compare").count() - 1)
    page.evaluate(
        "([area, text]) => (area.value = text)", [panel.get_by_role("textbox").element_handle(), "a" * 60 + "\n끝\n"]
    )
    page.evaluate("longest = 0")
    panel.get_by_role("button", name="견주기", exact=True).click()

    expect(panel.get_by_text("[끝없음] 자리는 확인할 수 없어서")).to_be_visible(timeout=15_000)
    expect(panel.get_by_role("status")).to_contain_text("기록과 다른 줄")
    assert page.evaluate("longest") < 500  # a busy machine stretches what takes a moment; the pattern takes hours


def test_without_javascript_there_is_nothing_to_press(browser: Browser, syntax_site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{syntax_site}{TERMINAL}/")

    assert page.locator("kb-compare").count() == 2
    assert page.locator("kb-compare").first.inner_text() == ""
    page.context.close()
