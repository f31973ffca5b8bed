import pytest
from pygments.lexers import get_all_lexers  # type: ignore[import-untyped]

from macros.vault.plugins import command_end, plugin_of_code, plugin_of_fence
from tests.vaults import vault


def test_no_language_that_is_highlighted_is_a_plugins() -> None:
    aliases = [alias for _, names, _, _ in get_all_lexers() for alias in names]

    assert [alias for alias in aliases if plugin_of_fence(alias)] == []


@pytest.mark.parametrize(
    ("info", "plugin"),
    [
        ("dataview", "Dataview"),
        ("DataviewJS extra", "Dataview"),
        ("query", "Search"),
        ("ad-note", ""),
        ("tasks.json", ""),
        ('title="query"', ""),
        ("", ""),
    ],
)
def test_the_plugin_of_a_fence(info: str, plugin: str) -> None:
    assert plugin_of_fence(info) == plugin


@pytest.mark.parametrize("code", ["= this.file.name", "=this.a", "$= dv.current()", "=dv.a"])
def test_expressions_of_dataview(code: str) -> None:
    assert plugin_of_code(code) == "Dataview"


@pytest.mark.parametrize("code", ["= 1", "=", "x = this.a", "$= x", "==", "= thistle.a", "INPUT[0]"])
def test_other_code_is_code(code: str) -> None:
    assert plugin_of_code(code) == ""


@pytest.mark.parametrize(
    "command",
    [
        "<% tp.file.title %>",
        '<% tp.date.now("YYYY-MM-DD", -1) -%>',
        "<%* if (x) { %>",
        "<%* } -%>",
        "<%_* x _%>",
        "<%+ tp.file.title %>",
        "<% await tp.x() %>",
        "<% title %>",
        '<% "글" %>',
        "<% x ? `가` : `나` %>",
        "<%*\n\nconst a = 1\n%>",
    ],
)
def test_commands_of_templater(command: str) -> None:
    assert command_end(command, 0) == len(command)


@pytest.mark.parametrize(
    "text",
    [
        "<% 로 열고 %>",
        "<% and closes with %>",
        "<%= x %>",
        "<%# x %>",
        "<%-- x --%>",
        "<%@ page x %>",
        "<% tp.x",
        "<%%>",
        "<% tp.a `%>`",
        "<% 는 <% tp.a %>",
    ],
)
def test_what_is_no_command(text: str) -> None:
    assert command_end(text, 0) == -1


def test_properties_that_a_template_left_behind_are_not_shown() -> None:
    head = 'title: <% tp.file.title %>\naliases: ["<% tp.x %>", 하나]\ntags: [<% tp.y %>, 둘]\nsummary: <% a %>'
    note = vault(f"글.md: ---\n{head}\n---\n글").notes["글.md"]

    assert (note.title, note.aliases, note.tags, note.summary) == ("글", ("하나",), ("둘",), "")
    assert [str(problem) for problem in note.problems] == [
        "글.md:2: only Obsidian shows what Templater would make here: readers see a muted line"
    ]


def test_what_a_plugin_runs_links_to_nothing_and_has_no_tags() -> None:
    text = "```dataview\n[[나]] #가\n```\n\n<%*\n\n[[나]] #나\n%>\n\n<% tp.x('[[나]] #다') %> `= this.a #라`"
    of = vault(f"글.md: {text}", "나.md: 글")

    assert (dict(of.tags), dict(of.backlinks)) == ({}, {})
    assert [problem.line for problem in of.notes["글.md"].problems if problem.notice] == [1]


def test_a_heading_that_a_command_would_have_filled_is_no_title() -> None:
    note = vault("글.md: # <% tp.file.title %>\n글").notes["글.md"]

    assert (note.title, note.starts_with_title) == ("글", False)


def test_plugins_are_told_in_the_order_of_the_text() -> None:
    (problem,) = vault("글.md: <% tp.x %> `= this.a`\n\n```tasks\n```").notes["글.md"].problems

    assert problem.notice
    assert "Templater, Dataview, Tasks" in str(problem.message)
