"""What "from the beginning" copies, pasted into a bash where the recording runs, gives the record.

All engines are asked with `KB_PASTED=all`, which takes minutes; else the quick ones. Where no Debian could be unpacked,
programs of other versions than those of a record may say it in other words, and are not asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.commands.engines import ENGINES
from macros.commands.library import Library
from macros.commands.place import find_machine
from macros.commands.recording import Recording
from macros.commands.transcript import Step, shown
from macros.vault import Vault
from tests.conftest import REPOSITORY

QUICK = frozenset({"git", "shell", "python"})
DRIVER = (REPOSITORY / "tests/paste.py").read_text("utf-8")
LIBRARY = Library.of(Vault.scan(REPOSITORY / "docs"))
MACHINE = find_machine(REPOSITORY / ".cache", trusted=True)


def can_run(recording: Recording) -> bool:
    engine = ENGINES.get(recording.engine)
    if not engine or (recording.engine not in QUICK and os.environ.get("KB_PASTED") != "all"):
        return False
    if engine.refusal(MACHINE) or any(engine.missing(one, MACHINE) for one in LIBRARY.chain(recording)):
        return False
    return not MACHINE.is_own or engine.versions(recording, MACHINE) in recording.properties.recorded


RUNNABLE = [recording for recording in LIBRARY.recordings.values() if can_run(recording)]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="ko-KR", permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def copied(page: Page, address: str) -> str:
    page.goto(address)
    terminal = page.locator("kb-run")
    terminal.get_by_role("button", name="복사", exact=True).click()
    terminal.get_by_role("menuitem", name="처음부터").click()
    expect(terminal.locator(".kb-run-status")).to_contain_text("처음부터 복사했어요")
    return str(page.evaluate("navigator.clipboard.readText()"))


def in_its_place(recording: Recording, text: str) -> str:
    """What a bash says in the place of `recording` when `text` is pasted into it."""
    files = MappingProxyType({"paste.py": DRIVER, "copied": text})
    seconds = sum(one.properties.timeout for one in LIBRARY.chain(recording))
    properties = replace(
        recording.properties, files=files, after="", patterns=MappingProxyType({}), timeout=seconds + 10
    )
    pasting = replace(recording, properties=properties, steps=(Step(f"python3 paste.py copied {seconds}"),))
    [said] = ENGINES[recording.engine].run([pasting], MACHINE)
    assert not said.exit_code, said.output
    return said.output


def expected(recording: Recording) -> re.Pattern[str]:
    """What the outputs of `recording` look like, behind those of the recordings before it."""
    outputs = [_pattern(step.output, one) for one in LIBRARY.chain(recording) for step in one.steps if step.output]
    return re.compile("\n".join(outputs))


def _pattern(output: str, recording: Recording) -> str:
    written = re.escape(output)
    for name, pattern in recording.properties.patterns.items():
        written = written.replace(re.escape(f"[{name}]"), f"(?:{pattern.pattern})")
    return written


@pytest.mark.needs_namespaces
@pytest.mark.parametrize("recording", RUNNABLE, ids=[recording.id for recording in RUNNABLE])
def test_what_is_copied_from_the_beginning_gives_the_record(recording: Recording, reader: Page, site: str) -> None:
    text = copied(reader, f"{site}commands/{quote(recording.id)}/")
    said = "\n".join(line for line in shown(in_its_place(recording, text), {}).split("\n") if line)
    wanted = "\n".join(line for line in expected(recording).pattern.split("\n") if line not in ("", "\\"))

    assert re.fullmatch(wanted, said, re.MULTILINE), f"{text}\n---\n{said}\n---\n{wanted}"


def test_those_of_the_quick_engines_are_pasted_where_their_debian_is() -> None:
    quick = {name for name, recording in LIBRARY.recordings.items() if recording.engine in QUICK}

    assert MACHINE.is_own or quick <= {recording.id for recording in RUNNABLE}
