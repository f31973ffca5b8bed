"""The engine as a wheel: used outside of the checkout, it makes the same site."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from macros.version import VERSION
from tests.conftest import REPOSITORY, Build

PACKAGE = REPOSITORY / "macros"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the engine as pip installs it, without what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    backend = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"
    built = subprocess.run(
        [sys.executable, "-c", backend, str(folder)], cwd=PACKAGE, capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(folder / built.stdout.strip().splitlines()[-1]) as wheel:
        wheel.extractall(folder / "installed")
    return folder / "installed"


def test_it_builds_the_site_of_the_checkout_byte_for_byte(installed: Path, build: Build, tmp_path: Path) -> None:
    vault = REPOSITORY / "tests/e2e/vault"
    clean = {key: value for key, value in os.environ.items() if not key.startswith("KB_")}
    here = tmp_path / "empty"
    here.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "macros", "build", str(vault)],
        cwd=here,
        env={**clean, "PYTHONPATH": str(installed), "XDG_CACHE_HOME": str(tmp_path / "caches")},
        capture_output=True,
        text=True,
        check=False,
    )
    checkout = build(vault)

    assert (done.returncode, checkout.exit_code) == (0, 0), done.stderr
    names = sorted(checkout.files())
    assert (
        sorted(file.relative_to(here / "site").as_posix() for file in (here / "site").rglob("*") if file.is_file())
        == names
    )
    assert filecmp.cmpfiles(here / "site", checkout.folder, names, shallow=False)[1:] == ([], [])
    assert [path.name for path in here.iterdir()] == ["site"], "caches go where the platform keeps them"
    assert list((tmp_path / "caches/maru/kb").glob("*.db"))


def test_it_is_the_version_with_the_needs_of_the_checkout(installed: Path) -> None:
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text("utf-8"))["project"]
    needs = [
        line.partition("#")[0].strip() for line in (REPOSITORY / "requirements.in").read_text("utf-8").splitlines()
    ]
    metadata = (installed / f"maru-{VERSION}.dist-info/METADATA").read_text("utf-8")

    assert project["dependencies"] == [need for need in needs if need]
    assert f"Version: {VERSION}" in metadata
    assert "maru = macros.cli.maru:command" in (installed / f"maru-{VERSION}.dist-info/entry_points.txt").read_text(
        "utf-8"
    )
