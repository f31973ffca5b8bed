"""Old addresses: what is remembered of them, and where they lead when notes have other names."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from macros.language import LANGUAGES
from macros.publish.redirects.aliases import alias_paths, have_files
from macros.publish.redirects.ledger import Ledger, changed_addresses, read_ledger, written
from macros.publish.redirects.moved import Moves
from macros.publish.redirects.names import names_of
from macros.publish.redirects.page import redirect_page
from macros.publish.redirects.trace import trace_of
from macros.vault.note_reader import read_note
from tests.vaults import vault

KO = LANGUAGES["ko"]
DOCKER = "도커는 배다. 컨테이너를 싣는다. 이미지에서 만든다. 층으로 쌓는다. 나눠 갖는다."
GIT = "깃은 판을 적는다. 가지를 친다. 합친다. 되돌린다. 밀어 올린다."


def moves(before: Ledger, *files: str, at_home: Collection[str] = ()) -> Moves:
    """What becomes of the addresses of `before` on the site of these notes, each at its path."""
    notes = vault(*files).notes
    return Moves(before, {f"/{path.removesuffix('.md')}/": note for path, note in notes.items()}, at_home)


def kept(*files: str, before: Ledger | None = None) -> Ledger:
    """The ledger after a build of these notes, written and read again."""
    after = moves(before or read_ledger(b""), *files).next_ledger({})
    return read_ledger(written(after, KO).encode())


def test_a_renamed_note_is_known_by_its_text_although_it_was_edited() -> None:
    before = kept(f"docker/도커.md: {DOCKER}", f"git/깃.md: {GIT}")
    found = moves(before, f"docker/도커란.md: {DOCKER} 그리고 빠르다.", f"git/깃.md: {GIT}", "새 글.md: 처음이다. 또.")

    assert found.to == {"/docker/도커/": "/docker/도커란/"}
    assert found.unsure == {}


def test_another_note_is_not_taken_for_the_one_that_is_gone() -> None:
    before = kept(f"a.md: {DOCKER}")

    assert moves(before, f"b.md: {GIT}").to == {}
    assert moves(before, f"b.md: {GIT} 도커는 배다.").to == {}
    assert moves(before, f"a.md: {GIT}", f"b.md: {DOCKER}").to == {}, "the address is taken"


@pytest.mark.parametrize("text", ["할 일.", "", "- [ ] 물\n- [ ] 밥"])
def test_a_folder_that_moved_leads_on_note_by_note_alike_ones_too(text: str) -> None:
    before = kept(*(f"일지/{day}.md: {text}" for day in range(30)))
    found = moves(before, *(f"기록/2026/{day}.md: {text}" for day in range(30)))

    assert found.to == {f"/일지/{day}/": f"/기록/2026/{day}/" for day in range(30)}


def test_notes_of_one_template_are_not_taken_for_each_other() -> None:
    template = "# 오늘\n## 한 일\n## 배운 것\n## 읽은 것\n## 만난 사람\n## 내일 할 일\n## 쓴 돈\n"
    days = [f"{day}.md: {template}일 {day}. 또 {day}." for day in range(10)]

    assert moves(kept(*days[:9]), *days[1:]).to == {}


def test_where_two_notes_may_be_meant_neither_is() -> None:
    before = kept(f"a.md: {DOCKER}")
    found = moves(before, f"b.md: {DOCKER}", f"c.md: {DOCKER}")

    assert found.to == {}
    assert found.unsure == {"/a/": ["/b/", "/c/"]}
    assert moves(before, f"b.md: ---\naliases: [A]\n---\n{DOCKER}", f"c.md: {DOCKER}").to == {"/a/": "/b/"}


def test_an_id_or_an_alias_tells_more_than_the_text() -> None:
    before = kept("a.md: ---\nid: 7\n---\n하나. 둘.", "b.md: 셋. 넷.")

    assert moves(before, f"x.md: ---\nid: 7\n---\n{GIT}", "y.md: 하나. 둘.").to == {"/a/": "/x/"}
    assert moves(before, f"x.md: ---\naliases: [b]\n---\n{GIT}", "a.md: ", "y.md: 셋. 넷.").to == {"/b/": "/x/"}


def test_a_chain_ends_where_the_note_is_now() -> None:
    first = kept(f"a.md: {DOCKER}")
    second = kept(f"b.md: {DOCKER}", before=first)
    third = kept(f"c.md: {DOCKER}", before=second)

    assert third.moved == {"/a/": "/c/", "/b/": "/c/"}
    assert moves(first, f"c.md: {DOCKER}").to == {"/a/": "/c/"}, "a ledger that nobody has committed since"
    back = kept(f"a.md: {DOCKER}", before=third)
    assert (back.moved, {*back.pages}) == ({"/b/": "/a/", "/c/": "/a/"}, {"/a/"})


def test_an_address_that_a_new_note_takes_leads_nowhere_else() -> None:
    moved = kept(f"b.md: {DOCKER}", before=kept(f"a.md: {DOCKER}"))
    taken = moves(moved, f"a.md: {GIT}", f"b.md: {DOCKER}")

    assert taken.to == {}
    assert taken.next_ledger({}).moved == {}


def test_what_is_withheld_or_gone_leads_nowhere_and_may_come_back() -> None:
    before = kept(f"a.md: {DOCKER}", f"b.md: {GIT}")

    withheld = moves(before, f"새.md: {DOCKER}", f"b.md: {GIT}", at_home={"/a/"})
    assert (withheld.to, withheld.next_ledger({}).moved) == ({}, {}), "the note itself is there"
    moved = kept(f"c.md: {DOCKER}", f"b.md: {GIT}", before=before)
    gone = kept(f"b.md: {GIT}", before=moved)
    assert moves(gone, f"b.md: {GIT}").to == {}
    assert moves(moved, f"c.md: {DOCKER}", f"b.md: {GIT}", at_home={"/a/"}).to == {}, "a draft has the old name"
    assert moves(gone, f"d.md: {DOCKER}", f"b.md: {GIT}").to == {"/a/": "/d/", "/c/": "/d/"}


def test_a_circle_and_a_way_to_nowhere_end() -> None:
    circle = read_ledger("/a/\t> /b/\n/b/\t> /a/\n/c/\t> /없음/\n/d/\t> /a/\n/e/\t> /글/".encode())

    assert moves(circle, "글.md: 글").to == {"/e/": "/글/"}


def test_the_ledger_is_sorted_says_what_it_was_told_and_an_edit_leaves_it_alone() -> None:
    files = [f"하나 {number}.md: {DOCKER} {number}. 백% 참." for number in range(9)]
    before = kept(*files, "%41\t.md: 글")
    text = written(before, KO)
    entries = [line for line in text.split("\n") if not line.startswith("#")]

    assert entries[:-1] == sorted(entries[:-1])
    assert read_ledger(text.encode()).pages == before.pages
    assert "/%41\t/" in before.pages
    assert written(kept(*reversed(files), "%41\t.md: 글"), KO) == text, "in any order"
    assert written(kept(*(f"{file} 한 줄 더." for file in files), "%41\t.md: 글", before=before), KO) == text
    assert changed_addresses(read_ledger(b""), before) == (10, 0)


def test_nothing_that_is_hidden_is_remembered_and_no_word() -> None:
    plain, hidden = (read_note("a.md", text.encode(), largest=10_000) for text in (GIT, f"{GIT}\n%%{DOCKER}%%"))

    assert trace_of(plain) == trace_of(hidden)
    assert trace_of(read_note("a.md", f"{GIT}\n<!-- {DOCKER} -->".encode(), largest=10_000)) == trace_of(plain)
    assert str(trace_of(plain)).isascii()
    assert len(str(trace_of(read_note("a.md", (DOCKER * 99).encode(), largest=10_000)))) <= 64


CONFLICT = "/a/\t> /글/\n<<<<<<< HEAD\n/b/\t> /글/\n=======\n/c/\t> /글/\n>>>>>>> 가지\n/d/\t> /글/"


def test_what_git_could_not_merge_is_told_and_not_trusted() -> None:
    ledger = read_ledger(CONFLICT.encode())

    assert {*ledger.moved} == {"/a/", "/d/"}
    assert [(problem.path, problem.line) for problem in ledger.problems] == [(".kb-addresses", 2)]


@pytest.mark.parametrize(
    "line",
    [
        *("글", "/a/", "a/\t> /b/", "/a/\t> b", "/../a/\t> /b/", "/a//b/\t-", "/.git/\t-"),
        *("/a/\tAAA", "/a/\t- xyz", "/%ff/\t-", "//\t-"),
    ],
)
def test_a_line_that_is_none_is_told_and_not_trusted(line: str) -> None:
    ledger = read_ledger(f"# 머리\n{line}\n/b/\t-\n".encode())

    assert [problem.line for problem in ledger.problems] == [2]
    assert {*ledger.pages} == {"/b/"}


def test_an_alias_is_an_address_beside_its_note_or_with_a_slash_a_path() -> None:
    notes = vault(
        "docker/도커.md: ---\naliases: [배, C#, ../밖, old/곳, a.b, '/뿌리/글/']\n---\n",
        "docker/이미지.md: ---\naliases: [공유]\n---\n",
        "docker/레이어.md: ---\naliases: [공유]\n---\n",
        "git/index.md: ---\naliases: [깃]\n---\n",
    ).notes

    found = alias_paths(notes.values())
    own = {"docker/배.md", "old/곳.md", "docker/a.b.md", "뿌리/글.md"}
    assert found == dict.fromkeys(own, "docker/도커.md") | {"깃.md": "git/index.md"}


def test_a_large_vault_has_no_file_for_each_alias() -> None:
    assert have_files(dict.fromkeys(map(str, range(400)), ""), 1_000)
    assert not have_files(dict.fromkeys(map(str, range(401)), ""), 1_000)
    assert not have_files({"a": ""}, 5_000)


def test_names_for_the_page_of_lost_addresses() -> None:
    notes = vault("a b.md: ---\ntitle: a b\naliases: [배]\n---\n", "c.md: # 제목\t둘").notes
    text = names_of({"/x/a b/": notes["a b.md"], "/c/": notes["c.md"]}, {"/c/": ["/옛/"]})

    assert text == "/x/a b/\t\t배\n/c/\t제목 둘\t/옛/\n"


def test_a_page_that_leads_on_is_escaped() -> None:
    html = redirect_page('<b>"&', "../%22/", '"', "../kb.js", KO)

    assert "<b>" not in html
    assert 'href="../%22/">&lt;b&gt;&quot;&amp;</a>' in html
    assert '<meta http-equiv="refresh" content="0; url=../%22/">' in html
