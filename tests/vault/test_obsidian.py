"""What Obsidian's own settings leave out of a site."""

from __future__ import annotations

import json
import os

import pytest

from macros.vault import ObsidianSettings, Reason, Selection, Vault, read_obsidian_settings
from tests.conftest import Write

APP = ".obsidian/app.json"
TEMPLATER = ".obsidian/plugins/templater-obsidian/data.json"
QUICKADD = ".obsidian/plugins/quickadd/data.json"


def test_settings_are_read(write: Write) -> None:
    root = write(
        f'{APP}: \ufeff{{"strictLineBreaks": true, "attachmentFolderPath": "./붙임", "userIgnoreFilters": ["일기/"]}}',
        '.obsidian/templates.json: {"folder": "/틀/"}',
    )

    assert read_obsidian_settings(root) == ObsidianSettings(
        name=root.name,
        strict_line_breaks=True,
        attachment_folder="./붙임",
        templates=(("틀", ".obsidian/templates.json"),),
        ignored=("일기/",),
    )


def test_what_obsidian_leaves_out_stays_at_home(write: Write) -> None:
    filters = json.dumps({"userIgnoreFilters": ["일기/", "Secret", "/^회의.*비밀/"]})
    root = write(
        *(f"{APP}: {filters}", '.obsidian/templates.json: \ufeff{"folder": "틀"}'),
        *(f'{TEMPLATER}: {{"templates_folder": "Meta/Tpl"}}', f'{QUICKADD}: {{"templateFolderPath": "qa"}}'),
        *(
            "일기/가.md: 글",
            "secret/나.md: 글",
            "회의 비밀.md: 글",
            "회의.md: 글",
            "틀/다.md: 글",
            "meta/tpl/라.md: 글",
        ),
        *("QA/마.md: 글", "글.sync-conflict-20260101-120000-ABCDEFG.md: 글", "글 (하나's conflicted copy).md: 글"),
        "일기장.md: 글",
    )
    vault = Vault.scan(root)

    assert [*vault.notes] == ["일기장.md", "회의.md"]
    assert vault.withheld["일기/가.md"] == Reason("ignored", "일기/", APP)
    assert {reason.rule for reason in vault.withheld.values()} == {"ignored", "template", "conflict"}
    assert vault.withheld["meta/tpl/라.md"] == Reason("template", "Meta/Tpl", TEMPLATER)


def test_a_note_overrules_what_is_said_of_its_folder(write: Write) -> None:
    mark = "---\npublish: true\n---\n"
    root = write(
        f'{APP}: {{"userIgnoreFilters": ["일기/"]}}',
        *(f"일기/{name}.md: {mark}" for name in ("가", "나")),
        *(
            "일기/다.md: 글",
            "일기/라.md: ---\npublish: true\ndraft: 예\n---\n",
            f"틀.md: {mark}",
            f"개인/마.md: {mark}",
        ),
    )
    (root / "일기/고리.md").symlink_to("../개인/마.md")
    excluded = Reason("excluded", "일기/나.md")
    vault = Vault.scan(root, Selection(lambda path: excluded if path in ("일기/나.md", "개인/마.md") else None))

    assert [*vault.notes] == ["일기/가.md", "틀.md"]


@pytest.mark.parametrize(("only_marked", "published"), [(False, ["개인/가.md"]), (True, [])])
def test_a_note_overrules_what_the_settings_leave_out_where_not_all_notes_say_so(
    write: Write,
    only_marked: bool,  # noqa: FBT001 - a parameter of the test
    published: list[str],
) -> None:
    excluded = Reason("excluded", "개인/", "maru.yml:1")
    selection = Selection(lambda path: excluded if path.startswith("개인/") else None, only_marked=only_marked)
    vault = Vault.scan(write("개인/가.md: ---\npublish: true\n---\n", "개인/나.md: 글"), selection)

    assert [*vault.notes] == published


@pytest.mark.parametrize(
    ("file", "text"),
    [
        *((APP, '{"userIgnoreFilters": "일기"}'), (APP, '{"userIgnoreFilters": ["/(/"]}')),
        *((APP, '{"userIgnoreFilters": [["일기"]]}'), (QUICKADD, '{"templateFolderPath": 1}')),
    ],
)
def test_what_is_not_understood_is_a_fault(write: Write, file: str, text: str) -> None:
    settings = read_obsidian_settings(write(f"{file}: {text}"))

    assert [(fault.path, fault.code) for fault in settings.faults] == [(file, "settings")]


@pytest.mark.parametrize("text", ["[no json", "[]", "[" * 100_000])
def test_what_is_no_json_is_told_and_counts_as_unset(write: Write, text: str) -> None:
    root = write(f"{APP}: {text}", f"{TEMPLATER}: {text}", "글.md: 글")

    assert [*Vault.scan(root).notes] == ["글.md"]
    assert [problem.path for problem in Vault.scan(root).problems] == [APP, TEMPLATER]


def test_a_pipe_in_their_place_is_no_wait(write: Write) -> None:
    root = write("글.md: 글", ".obsidian/x: y")
    os.mkfifo(root / APP)
    os.mkfifo(root / ".kb-baseline")

    assert [problem.path for problem in Vault.scan(root).problems] == [APP]
