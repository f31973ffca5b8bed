"""Who links to whom: what a page shows of it, and the drawing of its neighbours."""

from __future__ import annotations

import re

import pytest

from macros.publish import linking, neighbours
from macros.publish.arcs import ROW, arcs_of
from macros.publish.linking import Linking, hubs, sentences
from macros.publish.long_list import Lists
from macros.publish.naming import named_without_link
from macros.publish.neighbours import near_changes, neighbours_of
from macros.publish.outline import Outline
from macros.publish.readable import readable
from macros.publish.wanting import wanted_notes
from macros.vault import Vault
from tests.vaults import vault


def linking_to(path: str, of: Vault) -> Linking:
    order = sorted(of.notes, key=Outline.of(of, ()).key)
    return Linking.to(path, of, Lists(Outline.of(of, ()), places={path: place for place, path in enumerate(order)}))


def test_notes_of_the_folder_come_first_then_those_that_link_most_often() -> None:
    of = vault(
        "a/이것.md: 글",
        "b/10.md: [[이것]]",
        "b/9.md: [[이것]]",
        "b/자주.md: [[이것]]과 [[이것|그것]]",
        "a/이웃.md: [[이것]]",
    )
    found = linking_to("a/이것.md", of)

    assert [link.path for link in found.seen] == ["a/이웃.md", "b/자주.md", "b/9.md", "b/10.md"]
    assert found.folded == ()


def test_of_one_note_a_few_sentences_each_once() -> None:
    sentence = "나는 [[나]]를 `본다`.\n\n"
    of = vault(
        "나.md: 글", f"가.md: {sentence}{sentence}[[나]]\n\n> [!note] 콜아웃 [[나]]\n> 속의 [[나|너]]도.\n\n끝 [[나]]"
    )
    [link] = of.backlinks["나.md"]

    assert len(link.mentions) == 6
    assert [(said.before, said.label, said.after) for said in sentences(link)] == [
        (("나는 ",), ("나",), ("를 ", "본다", ".")),
        (("콜아웃 ",), ("나",), ()),
        (("속의 ",), ("너",), ("도.",)),
    ]


def test_a_page_shows_five_folds_more_and_leaves_the_rest_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "MOST", 8)
    of = vault("이것.md: [[0]]", *(f"{number}.md: [[이것]]" for number in range(9)))
    found = linking_to("이것.md", of)

    assert (len(found.seen), len(found.folded), found.count) == (5, 3, 9)
    assert [*hubs(of)] == ["이것.md"]


def test_neighbours_are_those_one_step_away_in_both_directions() -> None:
    of = vault(
        "이것.md: [[앞]] [[서로]] [[그림.png]] [[없음]] [[이것]]",
        "앞.md: [[서로]]",
        "서로.md: [[이것]]",
        "뒤.md: [[이것]]",
        "먼.md: [[앞]]",
        "숨은.md: ---\nunlisted: true\n---\n[[이것]]",
        "그림.png: (png)",
    )
    found = neighbours_of("이것.md", of)

    assert found
    assert (found.into, found.out, found.more) == (("뒤.md",), ("서로.md", "앞.md"), 0)
    assert found.links == ((0, 1), (1, 2), (1, 3), (2, 1), (3, 2))
    assert neighbours_of("숨은.md", vault("숨은.md: 글")) is None


def test_of_many_neighbours_the_most_linked_stand_next_to_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "MOST", 4)
    many = " ".join(f"[[{number}]]" for number in range(9))
    of = vault(
        "이것.md: " + many,
        *(f"{number}.md: [[8]] [[7]]" for number in range(9)),
        "a.md: [[이것]] [[8]]",
        "b.md: [[이것]]",
    )
    found = neighbours_of("이것.md", of)

    assert found
    assert (found.into, found.out, found.more) == (("b.md", "a.md"), ("8.md", "7.md"), 7)


def test_the_drawing_has_an_arc_for_each_pair_and_an_arrow_at_each_end() -> None:
    found = neighbours_of("이것.md", vault("이것.md: [[서로]]", "서로.md: [[이것]]", "뒤.md: [[이것]] [[서로]]"))
    assert found
    arcs = arcs_of(found)
    numbers = [int(number) for number in re.findall(r"-?\d+", f"{arcs.own}{arcs.others}{arcs.dots}")]

    assert (arcs.own.count("A"), arcs.others.count("A"), arcs.heads.count("z")) == (2, 1, 2)
    assert arcs.height == 3 * ROW
    assert all(0 <= number <= arcs.height for number in numbers)


def test_a_new_link_concerns_the_neighbours_of_both_ends_and_nobody_else() -> None:
    notes = ["가.md: [[나]]", "나.md: 글", "다.md: [[라]]", "라.md: 글", "먼.md: [[더]]", "더.md: 글"]
    before, after = vault(*notes), vault("가.md: [[나]] [[다]]", *notes[1:])

    assert near_changes(before, after, {"가.md"}) == {"가.md", "나.md", "다.md", "라.md"}
    assert near_changes(before, before, {"가.md"}) == set()


def test_wanted_is_what_nobody_has_written_and_nothing_else() -> None:
    of = vault(
        "가.md: [[없는 것]] [[없는 것.md#절|딴 이름]] [글](하나뿐.md) [[비밀]] [[딴 비밀]] [[나]]\n\n"
        "![[그림.png]] [[소리.mp3]]",
        "나.md: ---\nup: '[[없는 것]]'\n---\n![[없는  것]] ![[문서.canvas]] [[#절]]",
        "비밀.md: ---\ndraft: true\naliases: [딴 비밀]\n---\n[[더 깊은 비밀]]",
        "숨은.md: ---\nunlisted: true\n---\n[[숨은 바람]]",
    )

    assert [(wanted.name, dict(wanted.sources)) for wanted in wanted_notes(of)] == [
        ("없는 것", {"가.md": 2, "나.md": 2}),
        ("하나뿐", {"가.md": 1}),
    ]


def test_a_term_is_named_by_notes_that_have_no_link_to_it() -> None:
    of = vault("도커.md: 글", "링크.md: [[도커]]", "이름.md: 도커", "숨은.md: ---\nunlisted: true\n---\n도커")
    terms = dict.fromkeys(of.notes, ("도커.md",))

    assert named_without_link(terms, of, {}) == {"도커.md": ("이름.md",)}


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("a/%EB%8F%84%EC%BB%A4/#%EC%A0%88", "a/도커/#절"),
        ("100%25/a%20b/c%23/%22/", "100%25/a%20b/c%23/%22/"),
        ("%E3%80%80/%E2%80%AE/%FF/", "%E3%80%80/%E2%80%AE/%FF/"),
        ("%F0%9F%8E%89", "🎉"),
    ],
)
def test_an_address_can_be_read_where_it_is_safe(url: str, shown: str) -> None:
    assert readable(url) == shown
