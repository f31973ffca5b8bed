"""Text in, words out: what the index is made of."""

from __future__ import annotations

import json

import pytest

from macros.search.article import Section, sections
from macros.search.document import Document, document_of
from macros.search.index import files
from macros.search.jamo import jamo, narrow
from macros.search.lexicon import shipped
from macros.search.words import stem, words


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("쿠버넽", "ㅋㅜㅂㅓㄴㅔㅌ"),
        ("과", "ㄱㅗㅏ"),
        ("값", "ㄱㅏㅂㅅ"),
        ("의", "ㅇㅡㅣ"),
        ("까치", "ㄲㅏㅊㅣ"),
        ("k8s", "k8s"),
    ],
)
def test_a_syllable_is_the_letters_that_type_it(word: str, letters: str) -> None:
    assert jamo(word) == letters


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("컨테이너를", "컨테이너"),
        ("도커에서는", "도커"),
        ("쿠버네티스", "쿠버네티스"),
        ("사이", "사이"),
        ("나의", "나의"),
        ("노드들의", "노드"),
        ("docker", "docker"),
    ],
)
def test_particles_are_taken_off_but_never_below_two_syllables(word: str, bare: str) -> None:
    assert stem(word) == bare


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Docker를 쓴다", ["docker", "를", "쓴다"]),
        ("`--rm`과 1.2.3.4", ["rm", "과", "1", "2", "3", "4", "--rm", "1.2.3.4"]),
        ("/etc/passwd를", ["etc", "passwd", "를", "/etc/passwd"]),
        ("C++, ＣＯＲＳ", ["c", "cors", "c++"]),
        ("도커".encode().decode(), ["도커"]),
        ("e.g. (x)", ["e", "g", "x", "e.g"]),
    ],
)
def test_words_and_names_with_signs(text: str, found: list[str]) -> None:
    assert list(words(text)) == found


def test_full_width_letters_are_narrow_and_jamo_are_left_alone() -> None:
    assert narrow("ＣＯＲＳ　ㄷㅋ") == "CORS ㄷㅋ"


HTML = """<h1 id="t">제목<a class="headerlink" href="#t">¶</a></h1><p>앞<span hidden>숨김</span>글</p>
<h2 id="a">절 <em>하나</em></h2>
<div class="highlight"><table><td class="linenos">1</td><td><code>docker run</code></td></table></div>
<kb-math display="block">x^2</kb-math><h3 id="b">속 <kb-math>O(n)</kb-math></h3><ul><li>하나</li><li>둘</li></ul>"""


def test_an_article_is_read_by_section_as_a_reader_sees_it() -> None:
    assert sections(HTML) == (
        Section("", "제목", "앞글"),
        Section("a", "절 하나", "docker run"),
        Section("b", "속 O(n)", "하나 둘"),
    )


def made(*notes: tuple[str, str, str]) -> list[Document]:
    return [document_of(f"{title}.md", title, (), (alias,), sections(html), term=True) for title, alias, html in notes]


def test_the_same_notes_make_the_same_files() -> None:
    documents = made(
        ("도커", "docker", "<p>컨테이너를 다룬다.</p>"),
        ("IPS", "침입 차단 시스템", "<p>막는다.</p><h2 id='x'>도커</h2>"),
    )
    urls = {of.path: f"{of.title}/" for of in documents}
    written = dict(files(documents, urls, shipped()))

    assert dict(files(documents, urls, shipped())) == written
    lines = {line.split("\t")[0]: line.split("\t")[1:] for line in written["words-0.txt"].split("\n")}
    assert lines["컨테이너"] == ["0E"]
    assert lines["docker"][1] == "도커"
    assert lines["침입차단시스템"][1] == "ips"
    assert "차단시스템\t침입차단시스템" in written["inner-0.txt"].split("\n")
    (name,) = json.loads(written["index.json"])["texts"]
    assert name.endswith(" 2")
    assert written[f"texts-{name[:-2]}.txt"].startswith('도커/\t["도커",[],[["",')


def test_a_note_that_is_called_just_that_is_worth_more_than_one_with_many_such_names() -> None:
    text, tags = sections("<h2>도커</h2><p>도커를 도커로 쓴다. 도커.</p>"), ("도커",)
    just_that = document_of("도커.md", "도커", tags, ("도커",), text, term=False)
    many = [f"도커 {word}" for word in ("하나", "둘", "셋", "넷", "다섯")]
    others = document_of("도커 말고.md", "도커 말고", tags, many, text, term=False)

    assert just_that.weights[0]["도커"] > others.weights[0]["도커"]
