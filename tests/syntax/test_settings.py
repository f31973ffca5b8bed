"""What the vault's own settings change."""

from pathlib import Path

from macros.vault import ObsidianSettings
from macros.vault.folder import read_obsidian_settings
from tests.vaults import render, vault

LINES = "쪽.md: 하나\n둘  \n셋\\\n넷"


def test_strict_line_breaks() -> None:
    assert render(vault(LINES), "쪽.md") == "<p>하나<br>\n둘<br>\n셋<br>\n넷</p>"

    strict = vault(LINES, settings=ObsidianSettings(strict_line_breaks=True))
    assert render(strict, "쪽.md") == "<p>하나\n둘<br>\n셋<br>\n넷</p>"


def test_settings_are_read_and_bad_ones_count_as_unset(tmp_path: Path) -> None:
    (tmp_path / ".obsidian").mkdir()
    app = tmp_path / ".obsidian" / "app.json"
    app.write_text('{"strictLineBreaks": true, "attachmentFolderPath": "./붙임"}', "utf-8")
    (tmp_path / ".obsidian" / "templates.json").write_text('{"folder": "틀/"}', "utf-8")
    assert read_obsidian_settings(tmp_path) == ObsidianSettings(
        name=tmp_path.name, strict_line_breaks=True, attachment_folder="./붙임", templates="틀"
    )

    app.write_text("[no json", "utf-8")
    assert read_obsidian_settings(tmp_path) == ObsidianSettings(name=tmp_path.name, templates="틀")
