import pytest

from macros.vault.frontmatter import split_front_matter
from tests.vaults import vault


def test_properties_are_texts() -> None:
    matter, body = split_front_matter("---\ntags : [가, 나]\nnumber: 7\ndate: 2026-02-30\n---\n글")

    assert dict(matter.properties) == {"tags": ["가", "나"], "number": "7", "date": "2026-02-30"}
    assert (matter.line_count, matter.faults, body) == (5, (), "글")


@pytest.mark.parametrize(
    "text",
    ["글\n---\na: b\n---\n", "\n---\na: b\n---\n", "---\na: b\n", "---\n\n그냥 글\n\n---\n", "----\na: b\n----\n"],
)
def test_no_front_matter(text: str) -> None:
    matter, body = split_front_matter(text)

    assert not matter.properties
    assert body == text


@pytest.mark.parametrize("text", ["---\n---\n글", "--- \na: b\n---  \n글", "---\na: |\n  x\n  ---y\n---\n글"])
def test_the_block_ends_at_its_dashes(text: str) -> None:
    assert split_front_matter(text)[1] == "글"


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("title: 제목: 부제", "제목: 부제"),
        ("title: {{title}}", None),
        ("title: @me", "@me"),
        ("title:\t탭", "탭"),
        ("title: `코드`", "`코드`"),
        ("title: !!python/object/apply:os.system [id]", None),
    ],
)
def test_a_bad_entry_costs_no_other(entry: str, value: str | None) -> None:
    matter, body = split_front_matter(f"---\ntags: [가]\n{entry}\naliases:\n  - 나\n---\n글")

    assert matter.strings("tags") == ("가",)
    assert matter.strings("aliases") == ("나",)
    assert body == "글"
    if value is not None:
        assert matter.text("title") == value


def test_a_fault_names_its_line() -> None:
    matter, _ = split_front_matter("---\ntags: [가]\n{{ foo }}: bar: baz\n---\n")

    assert [line for line, _ in matter.faults] == [3]


@pytest.mark.parametrize("source", ["[" * 1900, "[" * 300_000, "- 하나\n- 둘", "&a [*a]", "- a: *x", "]"])
def test_what_is_no_list_of_properties_is_a_fault(source: str) -> None:
    matter, body = split_front_matter(f"---\n{source}\n---\n글")

    assert matter.faults
    assert (dict(matter.properties), body) == ({}, "글")


def test_empty_entries_are_dropped() -> None:
    matter, _ = split_front_matter("---\ntags:\n  -\n  - null\n  - ~\n  - 남음\ndraft: Yes\n---\n")

    assert matter.strings("tags") == ("남음",)
    assert matter.flag("draft") is True
    assert matter.flag("publish") is None


def test_an_escape_that_is_no_character_is_told() -> None:
    matter, body = split_front_matter('---\ntitle: "\\UFFFFFFFF"\ntags: [가]\n---\n글')

    assert [line for line, _ in matter.faults] == [2]
    assert (matter.strings("tags"), body) == (("가",), "글")


@pytest.mark.parametrize(
    ("source", "links"),
    [
        ('up: "[[도커]]"', [(2, "도커")]),
        ("가: 나\nUp: '[[도커#설치|글]]'", [(3, "도커#설치|글")]),
        ('related:\n  - "[[가]]"\n  - 글\n  - "[[나]]"', [(3, "가"), (5, "나")]),
        ('related: ["[[가]]", "[[나]]"]', [(2, "가"), (2, "나")]),
        ('map:\n  하나: {둘: ["[[가]]"]}\n  "[[열쇠]]": 글', [(3, "가")]),
        ("up: |\n  [[도커]]", [(3, "도커")]),
        ('map: {tags: 글, x: "[[가]]"}', [(2, "가")]),
        ('tags: "[[가]]"\naliases: ["[[나]]"]\ncssclasses: ["[[다]]"]\ntitle: "[[라]]"', []),
        ('up: "see [[가]]"\nboth: "[[가]], [[나]]"\nbanner: "![[그림.png]]"', [(4, "그림.png")]),
        ('up: "[글](도커.md)"', []),
        ("up: [[도커]]", []),
        ('- "[[가]]"', []),
        ('가: 나: 다\nup: "[[도커]]"\n라: {{마}}\n# 말\nlast: "[[끝]]"', [(3, "도커"), (6, "끝")]),
        ("x: " + "가" * 3_000 + '\nup: "[[도커]]"', [(3, "도커")]),
        ("x: " + "[" * 1_900 + '\nup: "[[도커]]"', [(3, "도커")]),
        ("x: [" + "[가], " * 1_900 + ']\nup: "[[도커]]"', [(3, "도커")]),
    ],
)
def test_links_with_their_lines(source: str, links: list[tuple[int, str]]) -> None:
    matter, _ = split_front_matter(f"---\n{source}\n---\n")

    assert list(matter.links) == links


def bomb(value: str, *, lines: int = 9, times: int = 9) -> str:
    """A head of few letters whose aliases stand for very many."""
    below = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * times)}]\n" for n in range(lines))
    return f"---\na: &a {value}\n{below}---\n"


@pytest.mark.parametrize(
    "head",
    [
        bomb("[x]"),
        bomb("{x: 1}"),
        bomb(f'"{"x" * 50_000}"', lines=1),
        "---\nnote: " + "x" * 100_001 + "\n---\n",
        "---\ntags:\n" + "  - t\n" * 20_000 + "---\n",
        bomb("[[[x]]]", lines=12).replace("---\na", "---\ndraft: maybe\na", 1),
    ],
    ids=["lists", "mappings", "one long text", "long", "many", "deep"],
)
def test_a_head_that_is_too_large_is_not_read_and_its_note_stays_at_home(head: str) -> None:
    matter, body = split_front_matter(f"{head}글")
    found = vault(f"글.md: {head}글 #태그", "다른.md: 글")

    assert (body, matter.properties, len(matter.faults)) == ("글", {}, 1)
    assert (list(found.notes), found.tags) == (["다른.md"], {})
    assert [(problem.path, problem.code) for problem in found.problems] == [("글.md", "unread")]


def test_aliases_that_stand_for_little_are_read() -> None:
    matter, _ = split_front_matter(bomb("[x]", lines=3))

    assert matter.faults == ()
    assert len(str(matter.properties["d"])) > 9**3
