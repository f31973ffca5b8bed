"""`doctor --fix` harms nothing: what it writes says what stood there, but for what it mends."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from macros.vault.note import Note
from macros.vault.note_reader import read_note
from macros.vault.repair import revisions
from macros.vault.vault import Vault

OTHERS = {"도커.md": "## 설치\n글 ^끝", "가/둘.md": "", "나/둘.md": "", "회의 2.md": "", "C#.md": "", "그림.png": ""}


def mended(text: str | bytes, others: dict[str, str] = OTHERS) -> str | None:
    """What becomes of the note 쪽.md beside `others`; None where it is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        for path, of in {**others, "쪽.md": text}.items():
            place = Path(folder, path)
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(of if isinstance(of, bytes) else of.encode())
        found = {revision.path: revision.after for revision in revisions(Vault.scan(Path(folder)))}
    return found.get("쪽.md")


def note(text: str) -> Note:
    return read_note("쪽.md", text.encode(), largest=1_000_000)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: a, b", "tags: [a, b]"),
        ("tags: 프로젝트 # 메모", "tags: [프로젝트] # 메모"),
        ('tags: "a, b"  # 메모', "tags: [a, b]  # 메모"),
        ("tags: 'a, b'", "tags: [a, b]"),
        ("tags: '#a #b/c'", "tags: [a, b/c]"),
        ("tags: >-\n  a,\n  b\ntitle: 글", "tags: [a, b]\ntitle: 글"),
        ("tags: |\n  a\n  b\n\n# 메모\ntitle: 글", "tags: [a, b]\n\n# 메모\ntitle: 글"),
        ("tags: a,\n  b", "tags: [a, b]"),
        ("tags:\n  a, b", "tags:\n  [a, b]"),
        ("Tags: a b", "Tags: [a, b]"),
        ("TAGS : a", "TAGS : [a]"),
        ('"tags": a', '"tags": [a]'),
        ("? tags\n: a, b", "? tags\n: [a, b]"),
        ("{title: 글, tags: a b}", "{title: 글, tags: [a, b]}"),
        ("  title: 글\n  tags: a", "  title: 글\n  tags: [a]"),
        ("x:\n  tags: c, d\ntags: a", "x:\n  tags: c, d\ntags: [a]"),
        ("x: |\n  tags: c, d\ntags: a", "x: |\n  tags: c, d\ntags: [a]"),
        ("x: tags\ntags: a", "x: tags\ntags: [a]"),
        ("tag: c, d\ntags: a", "tag: c, d\ntags: [a]"),
        ("tags: 2024, 1e3, no, node.js, C#", 'tags: ["2024", "1e3", "no", "node.js", "C#"]'),
    ],
)
def test_a_text_of_tags_becomes_the_list_that_it_is_read_as(before: str, after: str) -> None:
    assert mended(f"---\n{before}\n---\n글") == f"---\n{after}\n---\n글"
    assert mended(f"---\n{after}\n---\n글") is None
    assert note(f"---\n{after}\n---\n").tags == note(f"---\n{before}\n---\n").tags


@pytest.mark.parametrize(
    "head",
    [
        "tags: [a",
        "tags: a: b",
        "tags: a\nx: @",
        "tags: a\nx: *x",
        "tags:\ta, b",
        "- tags: a, b",
        "tags: a, b\ntags: c, d",
        "Tags: a, b\ntags: c, d",
        "tags: &x a, b\ny: *x",
        "x: &x a, b\ntags: *x",
        "tags: !!str a, b",
        "tags: {a: b}",
        "tags:\n- a, b",
        "tags: >- # 메모\n  a, b",
        "tags: # 메모\n  a, b",
        "tags: 가，나",
        "tags: a; b",
        "tags: '[a, b]'",
        'tags: \'"a", "b"\'',
        'tags: "a # 메모\ntitle: b"',
        "tags: '{{tags}}'",
        "tags: ','",
        "tags: a, null",
        "x:\n  tags: a, b",
        "x: >-\n  tags: a, b",
        "x: 'y\n  tags: a, b'",
        "tag: a, b",
        "#tags: a, b",
        "x: y # tags: a, b",
    ],
)
def test_what_cannot_be_mended_with_certainty_is_left_alone(head: str) -> None:
    assert mended(f"---\n{head}\n---\n글") is None


@pytest.mark.parametrize("head", ["tags: [a", "x: *x", "- a: b", "title: {{title}}: x", "x: 'y", "x:\ty"])
def test_a_note_whose_head_is_no_yaml_is_not_touched_at_all(head: str) -> None:
    assert mended("---\nx: y\n---\n[[도거]]") == "---\nx: y\n---\n[[도커]]"
    assert mended(f"---\n{head}\n---\n[[도거]]") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "\ufeff---\r\nx: y\r\ntags: a\r\n---\r\n[[도거]]\r\n글\r",
            "\ufeff---\r\nx: y\r\ntags: [a]\r\n---\r\n[[도커]]\r\n글\r",
        ),
        ("---\ntags: >-\n  a\n  b\n---\n[[도거]]", "---\ntags: [a, b]\n---\n[[도커]]"),
        ("\r[[도거]]\n\r\n[[도거]]", "\r[[도커]]\n\r\n[[도커]]"),
    ],
)
def test_bytes_between_the_repairs_stay_as_they_are(before: str, after: str) -> None:
    assert mended(before) == after


def test_a_property_stays_yaml_whatever_the_better_name_has() -> None:
    others = {'그는 "도커"라고 했다.md': "글"}

    assert mended('---\nup: "[[그는 도커라고 했다]]"\n---\n글', others) is None
    assert mended("---\nup: '[[그는 도커라고 했다]]'\n---\n글", others) == (
        "---\nup: '[[그는 \"도커\"라고 했다]]'\n---\n글"
    )


def test_letters_beside_a_repair_keep_their_unicode_form() -> None:
    decomposed = unicodedata.normalize("NFD", "글 `코드` [[도거|이름]]")

    assert mended(decomposed) == decomposed[: decomposed.index("[[")] + "[[도커|" + unicodedata.normalize(
        "NFD", "이름]]"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[도거]] `[[도거]]` $[[도거]]$ %%[[도거]]%%", "[[도커]] `[[도거]]` $[[도거]]$ %%[[도거]]%%"),
        ("글 %% 숨은\n[[도거]] %% [[도거]]", "글 %% 숨은\n[[도거]] %% [[도커]]"),
        ("글 `코드\n[[도거]]` [[도거]]", "글 `코드\n[[도거]]` [[도커]]"),
        ("```\n[[도거]]\n```\n[[도거]]", "```\n[[도거]]\n```\n[[도커]]"),
        ("a | b\n--|--\n[[도거\\|글]] | ![[그린.png\\|300]]", "a | b\n--|--\n[[도커\\|글]] | ![[그림.png\\|300]]"),
        ("[[ 도거 | 긴  글 ]]", "[[도커| 긴  글 ]]"),
        ("[![그림](그림.png)](도거.md '제목')", "[![그림](그림.png)](도커.md '제목')"),
        ("[글](<도거.md>)", "[글](도커.md)"),
        ("[글 [[도거]]](도거.md)", "[글 [[도커]]](도거.md)"),
        ("[[도커#설지|글]] [[도거#설치]]", "[[도커#설치|글]] [[도커#설치]]"),
        ('---\nup: "[[도거]]" # [[도거]]\n---\n글', '---\nup: "[[도커]]" # [[도거]]\n---\n글'),
        (
            "---\nup: ['[[도거|글]]', '말 [[도거]]']\n---\n[[도거]]",
            "---\nup: ['[[도커|글]]', '말 [[도거]]']\n---\n[[도커]]",
        ),
        ("---\nup: >-\n  [[도거]]\n---\n글", "---\nup: >-\n  [[도커]]\n---\n글"),
        ('---\nx: {up: ["[[도커#설지]]"]}\n---\n글', '---\nx: {up: ["[[도커#설치]]"]}\n---\n글'),
    ],
)
def test_a_link_is_mended_only_where_it_is_one(before: str, after: str) -> None:
    assert mended(before) == after
    assert mended(after) is None


@pytest.mark.parametrize(
    "text",
    [
        "[[둘]]",
        "[글](둘.md)",
        "[[회의 3]]",
        "# [[도거]]",
        "[글]: 도거.md\n\n[글]",
        "<a href='도거.md'>글</a>",
        "```\n[[도거]]\n```",
        "[[도커]] [[가/둘]] [[아주 다른 것]]",
        '---\nup: "말 [[도거]]"\naliases: ["[[도거]]"]\n---\n글',
        '---\nup: "[[\\ub3c4거]]"\n---\n글',
        '---\nup: "[[둘]]"\n---\n글',
    ],
)
def test_what_has_a_choice_or_a_consequence_is_left_alone(text: str) -> None:
    """The author may mean either of two; 회의 3 may be written tomorrow; other notes link to a heading."""
    assert mended(text) is None


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("x: |\n  y\n  tags: z\ntags: a", 5),
        ("x:\n  tags: z\n\ntags: a", 5),
        ("# tags: x\nx: [y,\n  z]\nTags: a", 5),
        ("x: *x\n# 글\n- y\ntags: a", 5),
    ],
)
def test_a_text_of_tags_is_told_at_its_line(head: str, line: int) -> None:
    (problem,) = (problem for problem in note(f"---\n{head}\n---\n").problems if problem.code == "tags")

    assert (problem.line, str(problem.suggestion)) == (line, "write `tags: [a]`")


def test_a_text_of_tags_is_told_in_one_line() -> None:
    (problem,) = note("---\ntags: |\n  '#a'\n  2024\n---\n").problems

    assert str(problem.message) == "`tags: '#a' 2024` is one text, not a list"


KEYS = st.sampled_from("tags¶tags¶tags¶tags¶Tags¶'tags'¶\"TAGS\"¶TAGS ¶tag¶title¶aliases¶x¶? x\n¶날짜".split("¶"))
WORDS = st.sampled_from(["a, b", "프로젝트", "2024, no", "#a b/c", "a b, c", "", "y", "2024-01-01", "null"])
NOISE = st.text("ab가#,:-'\"[]{}&*!|>%@`~ \t.01\\\n", max_size=10)
STYLES = st.sampled_from(
    """ @¶ @¶ @¶ @ # 메모¶ "@"¶ "@" # 메모¶ '@'¶ [@, b]¶ [@¶ &x @¶ *x¶ !!str @¶ {tags: @}¶\t@¶ @,↓  b¶↓  @¶ # 메모↓  @
    ¶ >-↓  @↓  b¶ |↓  @↓↓  b↓¶ >- # 메모↓  @¶↓  - @↓  - b¶↓- @¶↓  tags: @↓  x: y¶ |↓  tags: @¶ 'y↓  tags: @'
    """.replace("\n    ", "")
    .replace("↓", "\n")
    .split("¶")
)
ENTRIES = st.builds(
    lambda key, style, value: f"{key}:{style.replace('@', value)}\n", KEYS, STYLES, st.one_of(WORDS, WORDS, NOISE)
)
PIECES = st.sampled_from(
    """[[도거]]¶[[도거]]¶`[[도거]]`¶%%¶%% [[도거]] %%¶$¶$$¶`¶```↓¶<!-- [[도거]] -->¶# [[도거]]↓¶[글](도거.md)
    ¶[¶](도거.md)¶![[도거#설치]]¶[[도커#설지]]¶| [[도거\\|글]] | b |↓|---|---|↓¶> ¶- ¶    ¶↓¶↓¶↓↓¶ ¶#태그¶[[둘]]
    ¶<a href='도거.md'>¶[글]: 도거.md↓¶^끝¶글""".replace("\n    ", "")
    .replace("↓", "\n")
    .split("¶")
)


@settings(max_examples=300, deadline=None)
@given(
    source=st.one_of(st.lists(ENTRIES, max_size=5).map("".join), NOISE.map("tags: {}\n".format)),
    body=st.lists(PIECES, max_size=9).map("".join),
    indent=st.sampled_from(["", "", "", "  "]),
    end=st.sampled_from(["\n", "\n", "\r\n"]),
    start=st.sampled_from(["---\n", "\ufeff---\n", "---  \n"]),
)
def test_a_repaired_note_says_what_it_said(source: str, body: str, indent: str, end: str, start: str) -> None:
    assume(not re.search(r"^(---|\.\.\.)", source, re.MULTILINE))
    source = "".join(indent + line for line in source.splitlines(keepends=True))
    start, source, fence, body = (part.replace("\n", end) for part in (start, source, "---\n", body))
    before = start + source + fence + body
    after = mended(before)
    if after is None:
        return

    assert mended(after) is None, "a second run changes something"
    cut = len(after) - len(body)
    head, rest = after[:cut], after[cut:]
    assert (head[: len(start)], head[-len(fence) :]) == (start, fence), "a fence has changed"
    said, says = properties(source), properties(head[len(start) : -len(fence)])
    assert said is not None, "the head is no YAML, and is not to be touched"
    assert says is not None, "the head is no YAML any more"
    others = {key: of for key, of in said.items() if not (key.strip().casefold() == "tags" and isinstance(of, str))}
    assert (list(said), others) == (list(says), {key: says[key] for key in others}), "another property has changed"
    assert head.count("# 메모") == source.count("# 메모"), "a comment has changed"
    assert head.count("\r") == head.count("\r\n"), "a line end has changed"
    assert note(after).tags == note(before).tags, "a tag has changed"

    changed = [(was, now) for was, now in zip(body, rest, strict=True) if was != now]
    assert set(changed) <= {("거", "커"), ("지", "치")}, "more than links has changed"
    links = zip(note(before).mentions, note(after).mentions, strict=True)
    assert len(changed) == sum(was.reference != now.reference for was, now in links), "what is no link has changed"


def properties(source: str) -> dict[str, object] | None:
    """What PyYAML itself reads in a head, all values as texts; None where it is no YAML."""
    try:
        read = yaml.load(source, yaml.BaseLoader)  # noqa: S506 - it makes strings only
    except (yaml.YAMLError, ValueError):
        return None
    return read if isinstance(read, dict) else {} if read is None or ":" not in source else None
