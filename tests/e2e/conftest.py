"""The sites of the vaults beside this file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import built

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def site(server: tuple[str, Path]) -> str:
    """The address of the site of `notes/`, which a visitor reads and searches."""
    return built(server, "notes", "--strict", KB_VAULT=str(HERE / "notes"))


@pytest.fixture(scope="session")
def syntax_site(server: tuple[str, Path]) -> str:
    """The address of the site of `vault/`, which has every syntax."""
    return built(server, "syntax", KB_VAULT=str(HERE / "vault"))
