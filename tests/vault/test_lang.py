"""The language that a note says it is written in."""

import pytest

from macros.vault.lang import as_lang
from tests.vaults import vault


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("en", "en"),
        ("no", "no"),
        ("EN_us", "en-US"),
        ("pt-br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("kau", "kau"),
        ("de-CH-1996", "de-CH-1996"),
        ("kr", ""),
        ("english", ""),
        ("en us", ""),
        ('en" onclick="a', ""),
    ],
)
def test_a_language_is_written_as_browsers_know_it(written: str, lang: str) -> None:
    assert as_lang(written) == lang


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("en", []),
        ("", []),
        ("[en]", []),
        ("kr", ["`lang: kr` is the code of no language: the note counts as one in the site's (did you mean 'ko'?)"]),
        ("한국어", ["`lang: 한국어` is the code of no language: the note counts as one in the site's (write it as …)"]),
        ("[en, ko]", ["`lang: …` is the code of no language: the note counts as one in the site's (write it as …)"]),
    ],
)
def test_what_is_none_is_told_with_its_line(value: str, told: list[str]) -> None:
    note = vault(f"가.md: ---\ntitle: 가\nlang: {value}\n---\n글").notes["가.md"]

    assert [str(problem).partition(" (write")[0] for problem in note.problems] == [
        f"가.md:3: {line}".partition(" (write")[0] for line in told
    ]
    assert note.lang == ("en" if value in ("en", "[en]") else "")
