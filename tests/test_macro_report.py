"""What is told of the calls of macros, from the texts of notes alone."""

import pytest

from macros.commands.library import Library
from macros.macro_report import calls_macros, report_macros, survey_macros
from macros.vault import Problem, Vault
from tests.conftest import Build, Write

MACROS = "---\nrender_macros: true\n---\n"
SHOWN = "commands/인사.console: ---\nengine: display\n---\n$ 안녕\n$ 또\n"


def read(write: Write, *files: str) -> tuple[Vault, Library]:
    vault = Vault.scan(write(SHOWN, *files))
    return vault, Library.of(vault)


def told(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{'· ' if problem.notice else ''}{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ('{{ run("인사") }}', ""),
        ('{{ run("인시") }}', "no recording is named '인시' (did you mean '인사'?)"),
        ('{{ run("commands/인사.console") }}', "no recording is named 'commands/인사.console' (did you mean '인사'?)"),
        ('{{ run("모름") }}', "no recording is named '모름'"),
        ('{{ run("틀림") }}', "no recording is named '틀림' (mend commands/틀림.console)"),
        ('{{ run("인사", lines="2-3") }}', "`lines=\"2-3\"` is no range of the 2 commands of '인사'"),
        ('{{ run("인사", line="2") }}', "got an unexpected keyword argument 'line' (did you mean 'lines'?)"),
        ('{{ runn("인사") }}', "no macro is named 'runn' (did you mean 'run'?)"),
    ],
)
def test_a_wrong_call_is_told_with_its_line(write: Write, call: str, problem: str) -> None:
    problems = told(report_macros(*read(write, f"글.md: {MACROS}\n{call}", "commands/틀림.console: 글")))

    broken, *found = problems
    assert broken.startswith("commands/틀림.console:1: ")
    assert [one.partition("글.md:5: ")[2].rpartition("macro: ")[2] for one in found] == [problem] * bool(problem)


NO_RECORDING = "(no recording has this name: record it, or put the call in code)"
NO_MACROS = "(add `render_macros: true` to the properties, or put it in code)"
BRACES = "is not called here: its braces are shown as they are"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{{ run("인사") }}', ""),
        ("- {{run('인사', lines='2')}}는", ""),
        ('{{ run("인사", "3") }}', "글.md:3: `lines=\"3\"` is no range of the 2 commands of '인사'"),
        ('{{ run("인사", lines=2) }}', '글.md:3: `run` takes texts: `run("id", lines="1-3")`'),
        (
            '{{ run("인사", line="2") }}',
            '글.md:3: {{ run("인사", line="2") }} is no call of the macro: got an unexpected ',
        ),
        (
            "{{ run(“인사”) }}",
            "글.md:3: {{ run(“인사”) }} is no call of the macro: a call is one line, with only texts in ",
        ),
        ('{{ runn("인사") }}', "글.md:3: no macro is named 'runn' (did you mean 'run'?)"),
        ('## {{ run("인사") }}', "글.md:3: `run` shows nothing inside of a title, a link or a tag of HTML: put it on "),
        ('> [!tip] {{ run("인사") }}\n> 글', "글.md:3: `run` shows nothing inside of a title"),
        ('[{{ run("인사") }}](https://e.com)', "글.md:3: `run` shows nothing inside of a title"),
        (
            '<div>\n{{ run("인사") }}\n</div>',
            "글.md:4: `run` is not called in a block of HTML: put blank lines around it",
        ),
        ('{{ run("틀림") }}', "글.md:3: no recording is named '틀림' (mend commands/틀림.console)"),
        ('{{ run("인시") }}', "글.md:3: no recording is named '인시' (did you mean '인사'?)"),
        ('{{ run("commands/인사.console") }}', "글.md:3: no recording is named 'commands/인사.console' (did you mean "),
        ('{{ run("다른 것") }}', f"· 글.md:3: `run` {BRACES} {NO_RECORDING}"),
        ('{{ run("다른 것", 1) }}', f"· 글.md:3: `run` {BRACES} {NO_RECORDING}"),
        ("{{ note_count() }}", f"· 글.md:3: `note_count` {BRACES} {NO_MACROS}"),
        ('`{{ run("인시") }}` <!-- {{ run("인시") }} --> %%{{ run("인시") }}%%', ""),
        ('```jinja\n{{ run("인시") }}\n```', ""),
        ('{{ run() }} {{ run(x) }} {{ run("a", "b", "c") }} {{ run "인사" }} {{ runn("a") }}', ""),
        ('${{ run("인시") }} {{ "인사" | run }} {{ run("a") | upper }} {% run("인시") %} \\{{ run("인시") }}', ""),
    ],
)
def test_a_call_in_a_note_that_does_not_ask_for_macros(write: Write, text: str, problem: str) -> None:
    """A recording needs no asking. Whoever writes about Jinja has none of that name, and meets a notice at most."""
    broken, *found = told(report_macros(*read(write, f"글.md: 글\n\n{text}", "commands/틀림.console: 글")))

    assert broken.startswith("commands/틀림.console:1: ")
    assert len(found) == bool(problem)
    assert all(one.startswith(problem) for one in found)


def test_an_embed_of_what_calls_macros_is_told_and_of_what_does_not_is_not(write: Write) -> None:
    files = (
        f'글.md: {MACROS}# 가\n{{{{ note_count() }}}}\n# 나\n{{{{ run("인사") }}}}',
        "다른 글.md: 글\n\n![[글#가]] ![[글#나]] [[글#가]]",
    )

    assert told(report_macros(*read(write, *files))) == [
        "다른 글.md:3: ![[글#가]] shows the braces of its macros: they are called on their own page alone "
        "(link to it instead of embedding)"
    ]


@pytest.mark.parametrize(
    ("note", "calls"),
    [
        (f"{MACROS}{{{{ note_count() }}}}", True),
        (f"{MACROS}# {{{{note_count( )}}}}", True),
        (f'{MACROS}{{{{ run("인사") }}}}', False),
        (f"{MACROS}`{{{{ note_count() }}}}` {{{{ lookup('x') }}}} {{{{ note_count }}}}", False),
        ("{{ note_count() }}", False),
    ],
)
def test_only_a_page_that_calls_a_macro_is_made_anew_by_each_build(write: Write, note: str, *, calls: bool) -> None:
    vault, _ = read(write, f"글.md: {note}")

    assert calls_macros(vault.notes["글.md"]) is calls


def test_a_known_problem_is_a_notice(write: Write) -> None:
    files = ("글.md: " + MACROS + "{{ runn() }}", ".kb-baseline: 글.md: no macro is named 'runn'")

    assert told(report_macros(*read(write, *files))) == ["· 글.md:4: no macro is named 'runn' (did you mean 'run'?)"]


def test_a_recording_that_no_page_shows_is_worth_a_look(write: Write) -> None:
    alone = "---\nengine: display\nafter: 앞\n---\n$ 안녕"
    files = (
        f'글.md: {MACROS}{{{{ run("인사") }}}}',
        f"commands/뒤.console: {alone}",
        f"commands/앞.console: {alone.replace('after: 앞', '')}",
        '초안.md: ---\ndraft: true\nrender_macros: true\n---\n{{ run("뒤") }}',
        f"fence.md: ```console run\n{alone}\n```",
    )

    assert told(survey_macros(*read(write, *files))) == [
        "· commands/뒤.console:1: no note shows this recording: it is not published "
        '(call `{{ run("뒤") }}` in a note, or delete it)'
    ]


def test_a_build_tells_it(write: Write, build: Build) -> None:
    vault = write(SHOWN, f'글.md: {MACROS}{{{{ runn("인사") }}}}', "도구.md: Jinja: {{ note_count() }}")
    site = build(vault, "--strict", KB_LANGUAGE="en")

    assert (site.exit_code, site.warnings) == (1, ["글.md:4: no macro is named 'runn' (did you mean 'run'?)"])
    assert "INFO    -  kb: 도구.md:1: `note_count` is not called here" in site.output
