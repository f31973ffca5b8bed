"""Links in properties are links."""

from macros.vault import report
from tests.vaults import vault


def test_they_make_backlinks_and_used_files() -> None:
    of = vault(
        '가.md: ---\nup: "[[나]]"\ncover: "[[문서.pdf]]"\nmore: {x: ["[[다|글]]"]}\n---\n글',
        "나.md: 글",
        "다.md: 글",
        "문서.pdf: (pdf)",
        "다른.pdf: (pdf)",
    )

    assert {path: [link.path for link in links] for path, links in of.backlinks.items()} == {
        "나.md": ["가.md"],
        "다.md": ["가.md"],
        "문서.pdf": ["가.md"],
    }
    assert of.used_attachments == {"문서.pdf"}


def test_an_embed_is_one_too() -> None:
    """Plugins that show a banner have it so."""
    of = vault(
        '가.md: ---\nbanner: "![[그림.png]]"\nparts: ["![[나#절]]", "글 ![[다]]"]\n---\n글',
        "나.md: ## 절",
        "다.md: 글",
        "그림.png: (png)",
    )

    assert of.used_attachments == {"그림.png"}
    assert {*of.backlinks} == {"나.md", "그림.png"}


def test_a_backlink_has_the_sentence_where_there_is_one() -> None:
    of = vault('가.md: ---\nup: "[[나]]"\n---\n\n앞 [[나]] 뒤', "나.md: 글")

    (link,) = of.backlinks["나.md"]
    assert [(mention.before, mention.after) for mention in link.mentions] == [(("앞 ",), (" 뒤",)), ((), ())]


def test_one_that_leads_nowhere_is_told_with_its_line() -> None:
    of = vault('가.md: ---\n말: 글\nup: "[[없는 노트]]"\nparts:\n- "[[나#없는 절]]"\n---\n글', "나.md: 글")

    assert [str(problem) for problem in report(of)] == [
        "가.md:3: no note is named '없는 노트' (write it, or remove [[없는 노트]])",
        "가.md:5: 나.md has no heading '없는 절'",
    ]


def test_a_drawing_and_a_command_have_none() -> None:
    of = vault(
        '그림.excalidraw.md: ---\nexcalidraw-plugin: parsed\nup: "[[나]]"\n---\n글',
        '가.md: ---\nup: "[[<% tp.file.title %>]]"\n---\n글',
        "나.md: 글",
    )

    assert not of.backlinks
    assert [problem.code for problem in report(of) if problem.code == "missing"] == []
