"""What the vault's own settings change."""

from macros.vault import ObsidianSettings
from tests.vaults import render, vault

LINES = "쪽.md: 하나\n둘  \n셋\\\n넷"


def test_strict_line_breaks() -> None:
    assert render(vault(LINES), "쪽.md") == "<p>하나<br>\n둘<br>\n셋<br>\n넷</p>"

    strict = vault(LINES, settings=ObsidianSettings(strict_line_breaks=True))
    assert render(strict, "쪽.md") == "<p>하나\n둘<br>\n셋<br>\n넷</p>"
