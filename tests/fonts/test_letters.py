"""Which letters of an article are in which font."""

from __future__ import annotations

import pytest

from macros.fonts import Letters, letters_of, together


@pytest.mark.parametrize(
    ("html", "letters"),
    [
        ("<p>가나 abc 가</p>", Letters(text="가나")),
        ("<h2 id='나'>가</h2><p>나 <b>다</b><br>라</p>", Letters("가다", "가나다라")),
        ("<table><th>가</th><td>나</td></table><details><summary>다</summary></details>", Letters("가다", "가나다")),
        ('<p class="admonition-title">가</p><p class="a">나</p>', Letters("가", "가나")),
        ('<pre><code><span data-number="①">가</span></code></pre>', Letters(text="가", code="①가")),
        ("<p><code>가</code> <kbd>나</kbd></p>", Letters(text="가나", code="가나")),
        ('<pre><span class="kb-comment"># 가</span>\n나</pre>', Letters(text="가나", code="나")),
        ("<blockquote>가</blockquote><strike>나</strike>", Letters(text="가나")),
    ],
)
def test_letters_are_known_by_how_they_stand(html: str, letters: Letters) -> None:
    assert letters_of(html) == letters


def test_letters_of_several_articles_are_those_of_one() -> None:
    assert together([Letters("나", "가나"), Letters("가", "가", "①")]) == Letters("가나", "가나", "①")
    assert together([]) == Letters()
