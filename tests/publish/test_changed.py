"""When a note was changed, as it says itself."""

import pytest

from macros.publish.changed import changed_on, latest
from tests.vaults import vault


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("updated: 2026-11-26", "2026-11-26"),
        ("date: 2026-11-26T10:00:00+09:00", "2026-11-26"),
        ("modified: '2026-11-26 10:00'", "2026-11-26"),
        ("updated: 2026. 1. 2.", "2026-01-02"),
        ("updated: 2026/1/2", "2026-01-02"),
        ("updated: 어제\ndate: 2026-01-02", "2026-01-02"),
        ("date: 2025-01-01\nupdated: 2026-01-02", "2026-01-02"),
        ("updated: 2026-02-30", "None"),
        ("updated: 2026-1-234", "None"),
        ("updated: [2026-01-02]", "None"),
        ("title: 2026-01-02", "None"),
    ],
)
def test_a_property_says_when(head: str, day: str) -> None:
    assert str(changed_on(vault(f"가.md: ---\n{head}\n---\n글").notes["가.md"])) == day


def test_the_latest_come_first_and_those_of_a_day_as_they_were() -> None:
    days = {"가": "2026-01-01", "나": "2026-03-01", "다": "2026-01-01", "라": "", "마": "2026-02-01"}
    of = vault(*(f"{name}.md: ---\nupdated: {day}\n---\n글" for name, day in days.items()))

    assert [note.stem for note, _ in latest(of.notes.values(), 3)] == ["나", "마", "가"]
