import pytest

from macros.vault.note import Note
from macros.vault.note_reader import read_note
from tests.vaults import vault


def note(data: bytes | str, largest: int = 1_000_000) -> Note:
    return read_note("글.md", data if isinstance(data, bytes) else data.encode(), largest=largest)


def problems(data: bytes | str, largest: int = 1_000_000) -> list[str]:
    return [str(problem) for problem in note(data, largest).problems]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 제목\n글", "제목"),
        ("글\n# 제목", "글"),
        ("---\ntitle: 이름\n---\n# 제목", "이름"),
        ("---\ntitle: 2024\n---\n", "2024"),
        ("<!-- markdownlint-disable -->\n\n# 제목", "제목"),
        ("<!-- 하나 --> <!-- 둘 -->\n# 제목", "제목"),
        ("%%\n말\n%%\n\n# 제목", "제목"),
        ("%%말%% %%말%%\n\n제목\n===", "제목"),
        ('<a id="top"></a>\n\n# 제목', "제목"),
        ("[링크]: https://example.com\n\n# 제목", "제목"),
        ("<!-- 말 --> 글\n\n# 제목", "글"),
        ("![[그림.png]]\n\n# 제목", "글"),
        ("<!-- 닫지 않은 말\n\n# 제목", "글"),
        ("<!-- 말 -->\n\n## 둘째\n\n# 제목", "글"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert note(text).title == title


@pytest.mark.parametrize(
    ("head", "summary"),
    [
        ('summary: "**굵게** [[도커|고래]]와 `코드`"', "굵게 고래와 코드"),
        ("description: '[글](https://example.com) ==빛== <b>말</b> %%숨김%%'", "글 빛 말"),
        ("summary: |\n  첫 줄\n  둘째 줄\ndescription: 다른 글", "첫 줄 둘째 줄"),
        ("summary: snake_case * 2 < 3", "snake_case * 2 < 3"),
        ('summary: "![[그림.png]]"', ""),
        (f"summary: {'낱말 ' * 200}", f"{'낱말 ' * 99}낱말…"),
        (f"summary: {'글' * 400}", f"{'글' * 300}…"),
        ("title: 글", ""),
    ],
)
def test_a_summary_is_readable_text_of_a_sane_length(head: str, summary: str) -> None:
    assert note(f"---\n{head}\n---\n글").summary == summary


def test_bom_and_line_ends_and_control_characters() -> None:
    read = note(b"\xef\xbb\xbf---\r\na: b\r\n---\r\n\xea\xb0\x80\x00\r\xeb\x82\x98\x02")

    assert (dict(read.properties), read.body) == ({"a": "b"}, "가\n나")


def test_another_encoding_is_read_and_told_with_its_line() -> None:
    data = "첫 줄\n둘째".encode("cp949")

    assert note(data).body == "첫 줄\n둘째"
    assert problems(b"ok\n" + data) == ["글.md:2: the note is not UTF-8 (read as cp949) (save it as UTF-8)"]
    assert note("도커".encode("utf-16")).body == "도커"


def test_tags_from_properties_and_text_each_once() -> None:
    assert note("---\ntags: [가, 나]\n---\n#나 #다/라").tags == ("가", "나", "다/라")


@pytest.mark.parametrize(("value", "tags"), [("linux", ("linux",)), ("a, b", ("a", "b"))])
def test_tags_as_one_text_are_understood_and_told(value: str, tags: tuple[str, ...]) -> None:
    text = f"---\nx: y\ntags: {value}\n---\n"

    assert note(text).tags == tags
    assert problems(text) == [f"글.md:3: `tags: {value}` is one text, not a list (write `tags: [{', '.join(tags)}]`)"]


def test_an_empty_note_is_told() -> None:
    assert problems("") == problems(" \n") == ["글.md:1: the note is empty"]


def test_a_large_note_is_shown_as_plain_text() -> None:
    text = "~~~\n[[도커]]\n" * 3

    assert note(text, largest=10).mentions == ()
    assert "~~~~text" in note(text, largest=10).body
    assert problems(text, largest=10) == [
        f"글.md:1: the note has {len(text.encode())} bytes: it is shown as plain text,"
        " of which the first million letters can be found (split it into notes of at most 10 bytes)"
    ]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("draft: true", False),
        ("publish: false", False),
        ("publish: true", True),
        ("draft: false", True),
        ("a: b", True),
    ],
)
def test_drafts(head: str, published: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert note(f"---\n{head}\n---\n").published is published


def test_the_sentence_around_a_link() -> None:
    of = vault("글.md: 첫 문장이다. 나는 [[도커|고래]]를 **좋아**한다! 끝.", "도커.md: 글")
    (link,) = of.backlinks["도커.md"]
    (mention,) = link.mentions

    assert (link.path, mention.line) == ("글.md", 1)
    assert (mention.before, mention.after) == (("나는 ",), ("를 좋아한다!",))


@pytest.mark.parametrize(
    "text", ["`%%` 글 %%비밀%%", "%%비밀 ` %% 글 ` 끝", "`a\n\n%%비밀%% `", "<!-- 비밀 --> `<!--`"]
)
def test_what_is_hidden_in_a_note_that_is_too_large_stays_hidden(text: str) -> None:
    of = read_note("큰.md", text.encode(), largest=1)

    assert "비밀" not in of.body


def test_more_tags_than_a_thousand_are_words() -> None:
    found = note("#" + " #".join(f"t{number}" for number in range(1_500)))

    assert (len(found.tags), found.tags[-1]) == (1_000, "t999")
    assert problems("---\ntags: [z]\n---\n" + " ".join(f"#t{n}" for n in range(1_000))) == [
        "글.md:1: the note has 1,001 tags: the first 1,000 count, the others are words"
    ]
