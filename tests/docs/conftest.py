"""The notes of docs/, and their site: `make test-docs` asks what is true of them.

The engine's tests do not know these notes (tests/test_apart.py): whoever has other ones in docs/ needs none of this.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import built


@pytest.fixture(scope="session", autouse=True)
def no_vault_but_its_own() -> Iterator[None]:
    """Here a build that names no vault is that of these notes, as in `make build`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KB_VAULT", raising=False)
        yield


@pytest.fixture(scope="session")
def site(server: tuple[str, Path]) -> str:
    """The address of the site of these notes, built as strictly as `make build` does."""
    return built(server, "kb", "--strict")
