"""Cards: pictures of a title, whose lines end between words."""

from io import BytesIO

import pytest
from PIL import Image

from macros.fonts import TEXT, Whole
from macros.publish.cards.card import SIZE, Card, Printer
from macros.publish.cards.face import drawable
from macros.publish.cards.lines import cut_lines, lines_of

FONT = Whole(TEXT)


def test_a_title_is_parted_into_even_lines_between_words() -> None:
    text = "왜 localhost로는 안 열리고 0.0.0.0으로는 열리나요"

    assert lines_of(text, 24, len, 2) == ["왜 localhost로는 안 열리고", "0.0.0.0으로는 열리나요"]
    assert lines_of("가나 다라 마바 사아", 12, len, 2) == ["가나 다라 마바 사아"]
    assert lines_of("가나 다라 마바 사아", 9, len, 2) == ["가나 다라", "마바 사아"]
    assert lines_of(text, 24, len, 1) is None
    assert lines_of("아주긴한낱말", 3, len, 9) is None


def test_what_has_no_room_is_cut() -> None:
    assert cut_lines("가나 다라 마바.", 5, len, 2) == ["가나 다라", "마바."]
    assert cut_lines("가나 다라. 마바 사아", 6, len, 1) == ["가나…"]
    assert cut_lines("아주긴한낱말", 3, len, 2) == ["아주긴", "한낱말"]
    assert cut_lines("아주긴한낱말", 3, len, 1) == ["아주…"]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("HOME 🌎", "HOME"), ("  도커\n이미지 ", "도커 이미지"), ("ㄱ → 가", "ㄱ → 가"), ("漢字 글", ""), ("🌎", "")],
)
def test_a_font_draws_what_it_has(text: str, drawn: str) -> None:
    assert drawable(text, FONT) == drawn


def test_a_card_is_small_and_the_same_each_time() -> None:
    card = Card("도커와 컨테이너", "프로그램을 이미지로 묶는 도구", "배우는 길", "example.com/도커")
    made = Printer("마루", "#0f766e", FONT).png(card)

    assert made == Printer("마루", "#0f766e", FONT).png(card)
    assert made != Printer("마루", "#0f766e", FONT).png(Card("도커", *card.texts[1:]))
    assert Image.open(BytesIO(made)).size == SIZE
    assert len(made) < 25_000
