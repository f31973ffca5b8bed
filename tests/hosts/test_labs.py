"""What a site has of labs: all that its buttons ask for, where a recording has earned one, and else nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.commands.recording import read_recording
from macros.labs.labs import Labs, proof
from macros.labs.parity import Finding, keep
from tests.conftest import Build, Write, put

RECORDING = "---\nengine: shell\nlab: gnu\n---\n$ echo 하나\n하나\n"
NOTE = '집.md: {{ run("하나") }}'
PACKAGE = {"name": "grep", "version": "3.11-4+b1", "source": "grep", "source_version": "3.11-4", "licence": "GPL-3+"}


@pytest.fixture
def labs(tmp_path: Path) -> Path:
    """Labs as `make labs` leaves them, whose one state is none."""
    manifest = {"v86": "0.5.1", "core": 700, "labs": {"gnu": {"state": "states/a.zst", "bytes": 42}}}
    return put(
        tmp_path / "labs",
        f"labs.json: {json.dumps(manifest)}",
        f"packages.json: {json.dumps([PACKAGE])}",
        "states/a.zst: state",
        "flat/0.bin.zst: file",
        "licences/grep.txt: the GPL",
        "licences/GPL-3.txt: its text",
    )


def vault_of(write: Write) -> tuple[Path, str]:
    recording = read_recording("하나", RECORDING)
    text = str(recording.with_record(recording.steps, "2026-11-27 · bash 5.2.37"))
    return write(NOTE, f"commands/하나.console: {text}"), text


def test_without_a_lab_that_gave_the_record_nothing_of_it_is_there(write: Write, build: Build, labs: Path) -> None:
    vault, _ = vault_of(write)
    site = build(vault, KB_LABS=str(labs))

    assert site.exit_code == 0, site.output
    assert [name for name in site.files() if "lab" in name or "v86" in name or "software" in name] == []
    assert not site.page("집").select("[data-lab]")


def test_with_one_all_is_there_that_the_button_asks_for(write: Write, build: Build, labs: Path) -> None:
    vault, text = vault_of(write)
    recording, known = read_recording("하나", text), Labs.of(labs)
    keep(known, [Finding("하나", "gnu", proof([recording], known.labs["gnu"]))])
    site = build(vault, KB_LABS=str(labs))

    assert site.exit_code == 0, site.output
    (terminal,) = site.page("집").select("kb-run")
    assert (terminal["data-lab"], terminal["data-engine"], terminal["data-bytes"]) == ("gnu", "shell", "742")
    assert site.files() >= {"assets/labs/states/a.zst", "assets/labs/flat/0.bin.zst", "assets/vendor/v86/libv86.mjs"}
    manifest = json.loads((site.folder / "assets/labs/labs.json").read_text("utf-8"))
    assert manifest["labs"]["gnu"]["bytes"] == 42 and "GIT_AUTHOR_NAME" in manifest["engines"]["git"]
    about = site.folder / "assets/labs" / manifest["about"] / "index.html"
    page = BeautifulSoup(about.read_text("utf-8"), "lxml")
    assert [name.get_text() for name in page.select("dt")] == [
        "v86 0.5.1",
        "SoftFloat 3e, v86 0.5.1",
        "zstd v86 0.5.1",
        "grep 3.11-4+b1",
    ]
    row = page.select("dd")[-1]
    assert " ".join(row.get_text().split()) == "GPL-3+ · 소스: grep"
    assert [link.get_text() for link in page.select("p.kb-software a")] == ["GPL-3"]
    text, source = (str(link["href"]) for link in row.select("a"))
    assert (about.parent / text).read_text("utf-8") == "the GPL\n"
    assert source == "https://snapshot.debian.org/package/grep/3.11-4/"
