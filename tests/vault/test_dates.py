"""When a note was made and changed: its own word counts, then git's."""

from datetime import date

import pytest

from macros.vault.dates import Dates, dates_of
from tests.vaults import vault

GIT = Dates(date(2024, 1, 1), date(2024, 5, 5))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("updated: 2026-11-26", "2026-11-26"),
        ("date: 2026-11-26T10:00:00+09:00", "2026-11-26"),
        ("modified: '2026-11-26 10:00'", "2026-11-26"),
        ("date modified: 2026-11-26", "2026-11-26"),
        ("updated: 2026. 1. 2.", "2026-01-02"),
        ("updated: 2026/1/2", "2026-01-02"),
        ("updated: 어제\ndate: 2026-01-02", "2026-01-02"),
        ("date: 2025-01-01\nupdated: 2026-01-02", "2026-01-02"),
        ("created: 2025-01-01", "2025-01-01"),
        ("updated: 2026-02-30", "None"),
        ("updated: 2026-1-234", "None"),
        ("updated: [2026-01-02]", "None"),
        ("title: 2026-01-02", "None"),
    ],
)
def test_a_property_says_when(head: str, day: str) -> None:
    assert str(vault(f"가.md: ---\n{head}\n---\n글").dates("가.md").updated) == day


@pytest.mark.parametrize(
    ("properties", "created", "updated"),
    [
        ({}, "2024-01-01", "2024-05-05"),
        ({"updated": "2026-01-02"}, "2024-01-01", "2026-01-02"),
        ({"created": "2020-01-02"}, "2020-01-02", "2024-05-05"),
        ({"date": "2026-01-02"}, "None", "2024-05-05"),
        ({"updated": "2020-01-02"}, "None", "2020-01-02"),
    ],
)
def test_git_says_what_it_leaves_open(properties: dict[str, str], created: str, updated: str) -> None:
    found = dates_of(properties, GIT)

    assert (str(found.created), str(found.updated)) == (created, updated)


def test_a_page_that_nobody_wrote_has_none() -> None:
    assert vault("가.md: 글").dates(".maru/all.md") == Dates()
