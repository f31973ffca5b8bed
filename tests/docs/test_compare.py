"""Every recording of these notes, held against what a reader's terminal may have said instead."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from macros.commands.held_against import compare_element
from macros.commands.library import Library
from macros.commands.properties import DISPLAY
from macros.commands.recording import Recording
from macros.vault import Vault
from macros.vault.names import nfc
from tests.browser import compared
from tests.conftest import REPOSITORY
from tests.docs.disturbances import KINDS, Case, another

SEEDS = (15, 2013)
RIGHT = 0.95


def test_the_verdict_on_each_recording_is_right_however_its_output_is_disturbed(
    page: Page, site: str, record_property: Callable[[str, object], None]
) -> None:
    recordings = [
        recording
        for recording in Library.of(Vault.scan(REPOSITORY / "docs")).recordings.values()
        if recording.engine != DISPLAY
    ]
    cases = [case for seed in SEEDS for case in disturbed(recordings, random.Random(seed))]  # noqa: S311 - the same each time
    page.goto(site)
    verdicts = compared(page, site, [(record(case.recording), case.paste, {}) for case in cases])

    all_of = Counter(case.kind for case in cases)
    right = Counter(case.kind for case, verdict in zip(cases, verdicts, strict=True) if is_right(case, verdict))
    figures = {kind: f"{right[kind]} of {count}" for kind, count in all_of.items()}
    record_property("right", figures)
    assert len(recordings) >= 20
    assert all(right[kind] >= RIGHT * count for kind, count in all_of.items()), figures


def disturbed(recordings: list[Recording], chance: random.Random) -> list[Case]:
    """Each recording disturbed in each way."""
    by_rule = [disturb(recording, chance) for recording in recordings for disturb in KINDS]
    return [*by_rule, *(another(recording, recordings, chance) for recording in recordings)]


def record(recording: Recording) -> Any:
    """What a page carries of the whole recording."""
    element = BeautifulSoup(compare_element(recording, recording.steps), "html.parser").find("kb-compare")
    assert element is not None
    return json.loads(str(element["data-record"]))


def is_right(case: Case, verdict: Any) -> bool:
    """True for the right word, and, where lines differ, for just the right lines."""
    rows = [row for step in verdict["steps"] for row in step["rows"]]
    found = {
        kind: sorted(plain("".join(part["text"] for part in row[side])) for row in rows if row["kind"] == kind)
        for kind, side in (("changed", "mine"), ("missing", "record"), ("extra", "mine"))
    }
    expected = {"changed": case.changed, "missing": case.missing, "extra": case.extra}
    lines = found == {kind: sorted(map(plain, texts)) for kind, texts in expected.items()}
    return verdict["verdict"] in case.verdicts and ("differs" not in case.verdicts or lines)


def plain(line: str) -> str:
    return " ".join(nfc(line).split())
