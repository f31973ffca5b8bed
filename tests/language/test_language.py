"""How words are fitted to what stands beside them."""

from __future__ import annotations

import pytest

from macros.language import LANGUAGES, NOTHING, ToldError, language, language_of_terminal, message
from macros.vault.nearest import did_you_mean, with_way_out
from macros.vault.portable import from_plain, to_plain
from tests.vaults import vault

KOREAN, ENGLISH = LANGUAGES["ko"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("name", "topic", "towards"),
    [
        ("도커", "는", "로"),
        ("컨테이너들", "은", "로"),  # ㄹ
        ("집", "은", "으로"),
        ("'노트'", "는", "로"),
        ("(글)", "은", "로"),
        ("가1", "은", "로"),  # 일
        ("2", "는", "로"),
        ("3", "은", "으로"),
        ("60", "은", "으로"),
        ("8", "은", "로"),
        ("9", "는", "로"),
        ("URL", "은", "로"),  # 엘
        ("YAML", "은", "로"),
        ("PNG", "는", "로"),
        ("그림.png", "는", "로"),
        ("ROM", "은", "으로"),  # 엠
        ("", "는", "로"),
        ("!?", "는", "로"),
        ("中", "는", "로"),
    ],
)
def test_a_particle_fits_the_word_before_it(name: str, topic: str, towards: str) -> None:
    draft = KOREAN.say("problem.draft", reference=name)
    renamed = KOREAN.say("suggest.rename-to", name=name)

    assert draft.startswith(f"{name}{topic} ")
    assert renamed == f"'{name}'{towards} 바꾸세요"


@pytest.mark.parametrize(("count", "text"), [(0, "0 notes."), (1, "1 note."), (2, "2 notes."), (11, "11 notes.")])
def test_english_has_a_plural(count: int, text: str) -> None:
    assert (ENGLISH.say("list.text", count=count), KOREAN.say("list.text", count=count)) == (
        text,
        f"노트 {count}개가 있습니다.",
    )


def test_a_message_in_a_message_is_told_in_the_same_language() -> None:
    told = with_way_out(message("recording.unknown", id="가"), did_you_mean(["나", "다"]))
    error = ToldError(message("call.none", shown="{{ x }}", reason=told))

    assert (
        KOREAN.tell(error.told) == "{{ x }}는 매크로 호출이 아닙니다: '가'라는 명령 기록이 없습니다 (혹시 '나', '다'?)"
    )
    assert str(error) == "{{ x }} is no call of the macro: no recording is named '가' (did you mean '나', '다'?)"


def test_where_nothing_is_near_nothing_is_offered() -> None:
    fact = message("recording.not-utf-8")

    assert (with_way_out(fact, did_you_mean([])), bool(NOTHING), str(NOTHING)) == (fact, False, "")


def test_what_is_kept_of_a_note_keeps_messages_in_messages() -> None:
    plain = to_plain(vault("a.md: ").notes["a.md"])
    told = ("problem.with-way-out", [["fact", ["state.true", []]], ["way_out", "글"]])
    plain["problems"] = [("a.md", 1, "x", told, ("", []), True)]

    (problem,) = from_plain(plain).problems
    assert str(problem) == "a.md:1: it is as it was recorded (글)"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("ko", "ko"),
        ("ko-KR", "ko"),
        ("KO_kr", "ko"),
        ("ko.UTF-8", "ko"),
        ("kok_IN", "en"),
        ("en_GB.UTF-8", "en"),
        ("fr", "en"),
        ("", "en"),
    ],
)
def test_a_language_is_found_by_its_code(code: str, found: str) -> None:
    assert language(code).code == found


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "C", "KB_LANGUAGE": "ko"}, "ko"),
    ],
)
def test_a_terminal_speaks_as_its_locale_says(environment: dict[str, str], found: str) -> None:
    assert language_of_terminal(environment).code == found
