"""Which notes were changed last."""

from macros.publish.changed import latest
from tests.vaults import vault


def test_the_latest_come_first_and_those_of_a_day_as_they_were() -> None:
    days = {"가": "2026-01-01", "나": "2026-03-01", "다": "2026-01-01", "라": "", "마": "2026-02-01"}
    of = vault(*(f"{name}.md: ---\nupdated: {day}\n---\n글" for name, day in days.items()))

    assert [note.stem for note, _ in latest(of, of.notes.values(), 3)] == ["나", "마", "가"]
