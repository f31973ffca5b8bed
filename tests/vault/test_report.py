from pathlib import Path

import pytest

from macros.vault import Reason, Selection, Vault, report
from macros.vault.repair import revisions
from tests.vaults import vault


def told(*files: str) -> list[str]:
    return [str(problem) for problem in report(vault(*files))]


def test_a_sound_vault_has_no_problems() -> None:
    assert told("가.md: [[나]] ![[그림.png]]", "나.md: [[가#절]]\n\n![[가#절]]", "그림.png: x") == [
        "나.md:1: 가.md has no heading '절'",
        "나.md:3: 가.md has no heading '절'",
    ]
    assert told("가.md: [[나]]", "나.md: [[가]]") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[도거]]", "쪽.md:1: no note is named '도거' (did you mean '도커'?)"),
        ("글\n글 [[아주 다른 것]]", "쪽.md:2: no note is named '아주 다른 것' (write it, or remove [[아주 다른 것]])"),
        ("![[없음.png]]", "쪽.md:1: no file is named '없음.png' (add it, or remove ![[없음.png]])"),
        ("[[도커#설지]]", "쪽.md:1: 도커.md has no heading '설지' (did you mean '#설치'?)"),
        ("[[도커#^b]]", "쪽.md:1: 도커.md has no block '^b' (it has ^a)"),
        ("[[둘]]", "쪽.md:1: [[둘]] could be 가/둘.md (chosen) or 나/둘.md (write the folder too)"),
        ("![[쪽]]", "쪽.md:1: ![[쪽]] shows the note inside itself (link instead of embedding)"),
        ("---\na: b\n---\n\n[[도거]]", "쪽.md:5: no note is named '도거' (did you mean '도커'?)"),
    ],
)
def test_each_problem_has_its_place_and_a_way_out(text: str, message: str) -> None:
    assert told(f"쪽.md: {text}", "도커.md: 글 ^a\n## 설치", "가/둘.md: 글", "나/둘.md: 글") == [message]


def test_a_link_to_what_a_rule_left_out_is_no_link_to_nothing(tmp_path: Path) -> None:
    for path, text in {
        "쪽.md": "[[비밀 일기]] ![[개인/얼굴.png]]",
        "개인/비밀 일기.md": "글",
        "비밀 일기장.md": "글",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "개인/얼굴.png").touch()
    rule = Selection(lambda path: Reason("excluded") if path.startswith("개인/") else None)
    found = Vault.scan(tmp_path, rule)

    assert [(problem.code, problem.notice) for problem in report(found)] == [("draft", True)] * 2
    assert not [*revisions(found)]


def test_a_link_to_a_draft_is_only_worth_a_notice() -> None:
    (problem,) = report(vault("쪽.md: [[초안]]", "초안.md: ---\ndraft: true\n---\n[[없음]]"))

    assert problem.notice
    assert str(problem) == "쪽.md:1: [[초안]] leads to what is not published"


def test_every_embed_of_a_circle_is_told() -> None:
    assert told("가.md: ![[나]]", "나.md: ![[다]]", "다.md: ![[가]]", "라.md: ![[가]]") == [
        f"{path}.md:1: ![[{target}]] shows the note inside itself (link instead of embedding)"
        for path, target in (("가", "나"), ("나", "다"), ("다", "가"))
    ]


def test_links_in_code_and_comments_are_none() -> None:
    assert told("쪽.md: `[[없음]]` %%[[없음]]%% <!-- x -->\n\n```\n[[없음]]\n```\n\n%%\n[[없음]]\n%%") == []
