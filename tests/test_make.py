"""The Makefile on machines that lack something: it says so in one sentence, and leaves nothing half made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PYTHON = """\
#!/bin/sh
case "$*" in
--version) echo Python {version} ;;
"-c import ensurepip"*) {modules} ;;
"-m venv "*) mkdir -p $3/bin && cp $0 $3/bin/python && echo 'version = {version}' >$3/pyvenv.cfg ;;
"-m pip "*) echo pip {version} >>pip.log; {pip} ;;
*) exit 9 ;;
esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The Makefile, and locks that are empty."""
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    return tmp_path


def python(
    checkout: Path, version: str, name: str = "python3", *, modules: str = 'echo "$0"', pip: str = ": fetched"
) -> None:
    """A program that claims to be Python: it makes environments of itself, and writes down when pip is called."""
    (checkout / "bin").mkdir(exist_ok=True)
    (checkout / "bin" / name).write_text(PYTHON.format(version=version, modules=modules, pip=pip), "utf-8")
    (checkout / "bin" / name).chmod(0o755)


def make(checkout: Path, *arguments: str) -> tuple[int, str, list[str]]:
    """The exit code of `make .venv/.site`, the one sentence that it says, and the Pythons that pip ran in."""
    environment = {
        name: value for name, value in os.environ.items() if name not in {"PYTHON", "MAKEFLAGS", "MAKELEVEL"}
    }
    done = subprocess.run(
        ["make", ".venv/.site", *arguments],
        cwd=checkout,
        env={**environment, "PATH": f"{checkout / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    log = checkout / "pip.log"
    return done.returncode, "\n".join(said), log.read_text("utf-8").split("\n")[:-1] if log.exists() else []


@pytest.mark.parametrize("version", ["2.7.18", "3.2.1", "3.9.25", "3.10.12"])
def test_an_old_python_is_told_before_pip_runs(checkout: Path, version: str) -> None:
    python(checkout, version)

    assert make(checkout) == (
        2,
        f"Maru wants Python 3.11 or newer, and python3 is Python {version}: "
        "name another, as in `make .venv/.site PYTHON=python3.12`.",
        [],
    )
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_not_there_is_told(checkout: Path) -> None:
    exit_code, said, _ = make(checkout, "PYTHON=python3.99")

    assert exit_code == 2
    assert said.startswith("Maru wants Python 3.11 or newer, and python3.99 is not there: ")


def test_a_python_without_venv_names_the_package_that_has_it(checkout: Path) -> None:
    python(checkout, "3.12.3", modules="echo no ensurepip >&2; exit 1")

    assert make(checkout) == (
        2,
        "python3 has no venv and ensurepip, with which .venv is made: install them "
        "(Debian, Ubuntu: `apt-get install python3.12-venv`).",
        [],
    )


def test_no_network_is_one_sentence_and_is_tried_again(checkout: Path) -> None:
    python(
        checkout, "3.11.2", pip="echo 'WARNING: Retrying (…)' >&2; echo 'ERROR: No matching distribution' >&2; exit 1"
    )
    exit_code, said, _ = make(checkout)

    assert (exit_code, said) == (
        2,
        "The packages of requirements.txt could not be fetched, for no package index was reached "
        "(no network, or a proxy or a certificate that pip was not told of): try again when there is one.",
    )
    assert make(checkout)[0] == 2


def test_any_other_word_of_pip_is_shown(checkout: Path) -> None:
    python(checkout, "3.11.2", pip="echo 'ERROR: THESE PACKAGES DO NOT MATCH THE HASHES' >&2; exit 1")

    assert make(checkout)[:2] == (2, "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES")


def test_an_environment_is_made_once(checkout: Path) -> None:
    python(checkout, "3.13.5")

    assert make(checkout) == make(checkout) == (0, "", ["pip 3.13.5"])


def test_an_environment_is_made_anew_when_its_interpreter_changes(checkout: Path) -> None:
    for name, version in (("python3", "3.11.2"), ("python3.12", "3.12.3"), ("python3.14", "3.14.0rc1")):
        python(checkout, version, name)
    make(checkout)
    assert make(checkout, "PYTHON=python3.12")[2] == ["pip 3.11.2", "pip 3.12.3"]
    assert make(checkout)[2] == ["pip 3.11.2", "pip 3.12.3"], "what was named once need not be named again"

    own = checkout / ".venv/bin/python"
    own.write_text(own.read_text("utf-8").replace("3.12.3", "3.13.5"), "utf-8")
    assert make(checkout)[2][2:] == ["pip 3.11.2"], "its interpreter was replaced"
    own.unlink()
    assert make(checkout)[2][3:] == ["pip 3.11.2"], "its interpreter is gone"
    assert make(checkout, "PYTHON=python3.14")[2][4:] == ["pip 3.14.0rc1"]


def test_an_environment_of_an_old_python_is_made_anew(checkout: Path) -> None:
    """As `make serve` left it with Python 3.10, when pip had failed."""
    python(checkout, "3.10.12", "python3.10")
    python(checkout, "3.12.3", "python3.12")
    subprocess.run([checkout / "bin/python3.10", "-m", "venv", ".venv"], cwd=checkout, check=True)
    (checkout / ".venv/.made").touch()
    (checkout / ".venv/.site").touch()

    assert make(checkout, "PYTHON=python3.12") == (0, "", ["pip 3.12.3"])


def test_an_environment_that_was_not_made_to_its_end_is_made_anew(checkout: Path) -> None:
    python(checkout, "3.12.3")
    make(checkout)
    (checkout / ".venv/.made").unlink()
    (checkout / ".venv/left").touch()
    make(checkout)

    assert not (checkout / ".venv/left").exists()


@pytest.mark.parametrize(
    ("tool", "sentence"),
    [
        ("playwright", "libatomic1 is missing, and could not be installed (there is no apt-get here): it has the node"),
        (
            "ip",
            "iproute2 is missing, and could not be installed (there is no apt-get here): a recording that needs root",
        ),
    ],
)
def test_a_tool_that_cannot_be_installed_is_told_with_its_reason(tmp_path: Path, tool: str, sentence: str) -> None:
    done = _install_tools(tmp_path, tool)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert sentence in done.stderr


def test_what_apt_says_is_told(tmp_path: Path) -> None:
    apt = (
        '#!/bin/sh\ncase $1 in update) ;; *) echo "Reading…"; echo "E: Unable to locate package $5" ;; esac\nexit 100\n'
    )
    done = _install_tools(tmp_path, "git", **{"apt-get": apt, "sudo": '#!/bin/sh\nexec "$@"\n'})

    assert (done.returncode, done.stderr) == (
        1,
        "git is missing, and could not be installed (E: Unable to locate package git): "
        "the tests of dates make repositories.\n",
    )


@pytest.mark.parametrize(
    ("tool", "known", "brought"),
    [
        ("git", "git", {"git"}),
        ("chromium", "chromium-headless-shell|chromium", {"chromium-headless-shell"}),
        ("chromium", "chromium", {"chromium"}),
    ],
)
def test_what_apt_brings_is_all_that_is_asked_for(tmp_path: Path, tool: str, known: str, brought: set[str]) -> None:
    apt = f"#!/bin/sh\ncase $5 in {known}) ln -s /bin/true {tmp_path}/$5 ;; *) exit 100 ;; esac\n"
    done = _install_tools(tmp_path, tool, **{"apt-get": apt, "sudo": '#!/bin/sh\nexec "$@"\n'})

    assert (done.returncode, done.stderr) == (0, "")
    assert {file.name for file in tmp_path.iterdir() if file.samefile("/bin/true")} == brought


def _install_tools(folder: Path, *tools: str, **programs: str) -> subprocess.CompletedProcess[str]:
    """What it says on a machine that has a shell, `programs`, and little else."""
    for name in ("sh", "cat", "env", "id", "mktemp", "paste", "rm", "sed", "tail", "ln"):
        (folder / name).symlink_to(shutil.which(name) or "")
    for name, text in programs.items():
        (folder / name).write_text(text, "utf-8")
        (folder / name).chmod(0o755)
    script = (REPOSITORY / "tests/install-tools").read_text("utf-8").replace("PATH=$PATH:/usr/sbin:/sbin\n", "")
    return subprocess.run(
        ["sh", "-c", script, "install-tools", *tools],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("ci", "exit_code", "end"), [("", 0, "1 skipped"), ("true", 1, "1 error")])
def test_what_the_kernel_refuses_is_counted_with_its_reason(tmp_path: Path, ci: str, exit_code: int, end: str) -> None:
    (tmp_path / "refusing.py").write_text(
        "from macros.commands.place import place\n"
        """place._SANDBOX = ("sh", "-c", "echo 'bwrap: No permissions' >&2; exit 1")\n""",
        "utf-8",
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            *"-p no:cacheprovider -p refusing tests/commands/test_session.py -k network".split(),
        ],
        cwd=REPOSITORY,
        env={**os.environ, "CI": ci, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    refused = "this system lets bubblewrap make no sandbox (No permissions)"
    counted = f"NOT RUN: 1, for it needs namespaces of the kernel: {refused}" in done.stdout

    assert (done.returncode, counted, end in done.stdout) == (exit_code, not ci, True)
