"""An index that is brought up to date is the index that is made anew."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.search.article import sections
from macros.search.document import Document, document_of
from macros.search.index import files
from macros.search.lexicon import shipped
from macros.search.revision import CannotReviseError, Edited, revised

TERMS = ("교착 상태", "deadlock", "readiness probe", "레디니스 프로브", "깃허브", "GitHub", "동기화할")
SYLLABLES = "가나다라마바사아자차카타파하도커컨테이너과값의"


def note(dice: random.Random, number: int, aliases: tuple[str, ...] = ()) -> Document:
    """A note of a few sections, with words that others have too."""
    parts = []
    for section in range(dice.randint(1, 6)):
        found = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(dice.randint(0, 60))]
        found += dice.sample(TERMS, k=dice.randint(0, 1))
        parts.append(f"<h2 id='{section}'>절 {section}</h2><p>{' '.join(found)} docker run --rm {section}</p>")
    return document_of(f"{number}.md", f"글 {number}", (), aliases, sections("".join(parts)), term=bool(aliases))


def written(documents: list[Document]) -> dict[str, str]:
    return dict(files(documents, {of.path: f"{of.path}/" for of in documents}, shipped()))


@given(st.integers(min_value=0))
@settings(max_examples=15, deadline=None)
def test_any_edits(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    documents = [note(dice, number, ("별명", f"다른 {number}") if number % 9 == 0 else ()) for number in range(40)]
    site = written(documents)
    for _ in range(4):
        edited = []
        for number in sorted(dice.sample(range(len(documents)), k=dice.randint(1, 3))):
            before, documents[number] = documents[number], note(dice, number, documents[number].names[1:])
            edited.append(Edited(number, before, documents[number], f"{before.path}/"))
        try:
            site |= revised(site.__getitem__, edited, shipped())
        except CannotReviseError:
            site = written(documents)
        assert site == written(documents)


def test_a_word_that_comes_and_goes_changes_few_files() -> None:
    dice = random.Random(1)  # noqa: S311
    documents = [note(dice, number) for number in range(200)]
    site = written(documents)
    before = documents[7]
    html = "".join(f"<h2 id='{of.anchor}'>{of.heading}</h2><p>{of.text}</p>" for of in before.sections[1:])
    after = document_of(before.path, before.title, (), (), sections(html.replace("</p>", " 새낱말</p>", 1)), term=False)
    there = revised(site.__getitem__, [Edited(7, before, after, "7.md/")], shipped())
    back = revised({**site, **there}.__getitem__, [Edited(7, after, before, "7.md/")], shipped())

    assert "\n새낱말\t" in "".join(there.values())
    assert len(there) < len(site) / 3
    assert {**site, **there, **back} == site


def test_another_number_of_sections_or_name_cannot_be_revised() -> None:
    dice = random.Random(1)  # noqa: S311
    documents = [note(dice, number) for number in range(5)]
    site = written(documents)
    longer = document_of("2.md", "글 2", (), (), sections("<h2>절</h2><p>글</p>" * 9), term=False)
    named = document_of("2.md", "글 2", (), ("이름",), sections("<p>글</p>"), term=True)

    for after in (longer, named):
        with pytest.raises(CannotReviseError):
            revised(site.__getitem__, [Edited(2, documents[2], after, "2.md/")], shipped())


def test_a_term_that_no_other_note_has_cannot_be_revised_and_one_that_others_have_can() -> None:
    documents = [
        document_of(f"{at}.md", "글", (), (), sections(f"<p>{text}</p>"), term=False)
        for at, text in enumerate(("교착 상태", "글자", "글자를"))
    ]
    site = written(documents)
    known, new = (
        document_of("2.md", "글", (), (), sections(f"<p>{text}</p>"), term=False)
        for text in ("교착 상태를 푼다", "동기화할 것")
    )

    revised_site = site | revised(site.__getitem__, [Edited(2, documents[2], known, "2.md/")], shipped())
    assert revised_site == written([*documents[:2], known])
    with pytest.raises(CannotReviseError):
        revised(site.__getitem__, [Edited(2, documents[2], new, "2.md/")], shipped())
