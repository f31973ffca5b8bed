"""A vault's language is that of its whole site, and of all that its author is told."""

from __future__ import annotations

import re

import pytest

from macros.cli.maru import main
from macros.commands.recording import read_recording
from macros.commands.transcript import Step
from tests.conftest import Build, Write

HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
OF_THE_LANGUAGE_ITSELF = {"assets/kb/maru.js", "assets/kb/search-worker.js", "search/index.json"}
"""What reads queries in Korean and marks what they found, and the particles that it takes off words."""
TRUE = read_recording("hi", "---\n---\n$ echo hi\n$ false\n").with_record(
    (Step("echo hi", "hi"), Step("false", "", 1)), "now"
)
NOTES = (
    "a.md: ---\ntags: [one]\naliases: [first]\n---\n[[b]] [[b#Part]] [[b#Lost]] [[gone]] ![[gone.png]] ![[b#Part]]\n\n"
    "- [ ] open\n- [x] done\n\nText[^1] and again[^1]. ![](https://example.com/a.png) #two\n\n[^1]: A footnote.\n\n"
    "> [!tip]\n> Text\n\nIDS, and [[board.canvas]]",
    "b.md: # B\n\n## Part\n\nText\n\n```dataview\nLIST\n```\n\n```mermaid\ngraph TD\n```\n\n$x$ [[drawing.excalidraw]]",
    "glossary/IDS.md: ---\nsummary: It looks on\n---\nText",
    "glossary/+.md: ---\nsummary: A sign\n---\nText",
    "drawing.excalidraw.md: ---\nexcalidraw-plugin: parsed\n---\n# Excalidraw Data\n",
    "board.canvas: {}",
    "draft.md: ---\ndraft: true\n---\nText",
    "unused.pdf: x",
    f"commands/hi.console: {TRUE}",
    "commands/shown.console: ---\nengine: display\n---\n$ x",
    "commands/lost.console: ---\ntitel: x\nengine: gti\nafter: gone\n---\n",
    "commands/again.console: ---\nafter: lost\nneeds: [no-such-program]\n---\n$ x",
    "run.md: ---\nrender_macros: true\n---\n"
    + "\n\n".join(
        f"{{{{ {call} }}}}"
        for call in (
            *('run("hi")', 'run("shown")', 'run("gone")', 'run("again")', 'runn("hi")'),
            *('run("hi", line="1")', 'run("hi", "1", "2")', "run()", 'run("hi", "9")', "run(x)"),
        )
    ),
    "fence.md: > ```console run\n> $ x\n> ```\n\n```console run\n$ x\n```\n\n{{ note_count() }} ![[run]]",
    "tags-as-text.md: ---\ntags: a, b\n---\nText",
    "no-yaml.md: ---\ntags: [a\n---\nText",
    "empty.md: ",
)
"""Something of all that has words of ours on a page, and much that is wrong."""

WORDS = (
    '<html lang="en"',
    "Notes that link here",
    "This note is not written yet: gone",
    "This file cannot be found: gone.png",
    "This note has no part 'Lost'",
    "Text from b",
    'aria-label="Done"',
    "Back to reference 1 in the text",
    "It is on another server and was not loaded.",
    "Only Obsidian shows this part (Dataview)",
    "A drawing of Excalidraw.",
    "The recorded commands cannot be shown: gone",
    "exit code 1",
    "Output of a real run",
    "Commands that are shown, not run",
    "Link to this heading",
    "Switch to dark mode",
    'placeholder="Search"',
    '"lang": ["en"]',
    "9 notes.",
    "2 terms, in alphabetical order.",
    "5 tags.",
    ">Signs<",
    "Copy command {number}",
    "No file · ",
)
"""Of which one would be Korean if what says it did not ask for the language."""


def korean_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if HANGUL.search(line)]


def test_an_english_vault_has_no_korean_on_its_site_nor_in_what_is_told(write: Write, build: Build) -> None:
    site = build(write("maru.yml: language: en", *NOTES))
    names = {name for name in site.files() if re.search(r"\.(?:html|css|js|json|txt|xml)$", name)}
    names = {name for name in names if not re.match("assets/(?:javascripts|vendor)/", name)}  # the work of others
    korean = {name for name in names if HANGUL.search((site.folder / name).read_text("utf-8"))}

    assert site.exit_code == 0, site.output
    assert len(site.warnings) > 10
    assert korean_lines(site.output) == []
    assert korean == OF_THE_LANGUAGE_ITSELF
    assert {"404.html", "index.html", "tags/index.html", "glossary/index.html", "search/words-0.txt"} <= names
    text = "".join((site.folder / name).read_text("utf-8") for name in names)
    assert [words for words in WORDS if words not in text] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("doctor",),
        ("doctor", "--json"),
        ("why",),
        ("why", "a", "draft", "unused.pdf", "nothing"),
        ("check", "--strict"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_terminal_speaks_the_language_of_the_vault(
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    language: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    verb, *rest = arguments
    main([verb, "--vault", str(write(f"maru.yml: language: {language}", *NOTES)), *rest])
    printed = "".join(capsys.readouterr())

    assert bool(printed)
    if language == "en":
        assert korean_lines(printed) == []
    else:
        sentences = [line for line in printed.splitlines() if re.search(r"[A-Za-z]{3} [a-z]+ [a-z]{2}", line)]
        assert [line for line in sentences if not HANGUL.search(line)] == []
        assert korean_lines(printed)


def test_a_korean_vault_is_told_its_problems_in_korean(write: Write, build: Build) -> None:
    warnings = build(write("maru.yml: language: ko", *NOTES)).warnings

    assert [line for line in warnings if not HANGUL.search(line)] == []
    assert {
        "a.md:5: 'gone'라는 노트가 없습니다 (쓰거나, [[gone]]를 지우세요)",
        "commands/lost.console:2: 명령 기록에 'titel'이라는 속성은 없습니다 (혹시 'title'?)",
        "commands/lost.console:3: 'gti'라는 엔진이 없습니다",
        "commands/lost.console:4: `after`에 적은 'gone'는 명령 기록이 아닙니다",
        "run.md:10: 명령 기록 'again'이 맞지 않습니다: 아직 기록하지 않았습니다",
        "run.md:12: 'runn'이라는 매크로가 없습니다 (혹시 'run'?)",
        "run.md:18: {{ run() }}는 매크로 호출이 아닙니다: 인자 'id'가 있어야 합니다",
    } <= {*warnings}
