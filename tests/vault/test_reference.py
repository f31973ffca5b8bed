import pytest

from macros.vault import Reference


@pytest.mark.parametrize(
    ("inner", "reference", "text"),
    [
        ("노트", Reference("노트"), "노트"),
        ("노트|글", Reference("노트", label="글"), "글"),
        (r"노트\|글", Reference("노트", label="글"), "글"),
        ("노트#절", Reference("노트", ("절",)), "노트 > 절"),
        ("노트#절#항|C# 글", Reference("노트", ("절", "항"), label="C# 글"), "C# 글"),
        ("#절", Reference("", ("절",)), "절"),
        ("노트#^id-1", Reference("노트", block="id-1"), "노트 > ^id-1"),
        (" 폴더/노트 | 글 ", Reference("폴더/노트", label="글"), "글"),
    ],
)
def test_wiki(inner: str, reference: Reference, text: str) -> None:
    assert Reference.wiki(inner) == reference
    assert reference.text == text


@pytest.mark.parametrize("written", ["[[노트]]", "![[노트#절|글]]", "[[#^id]]", "[[가/나#절#항]]"])
def test_it_prints_as_it_is_written(written: str) -> None:
    embed = written.startswith("!")
    assert str(Reference.wiki(written.strip("![]"), embed=embed)) == written


@pytest.mark.parametrize("destination", ["https://a.b/c", "mailto:a@b.c", "//a.b/c", "obsidian://open?x", ""])
def test_what_leaves_the_vault_is_no_reference(destination: str) -> None:
    assert Reference.markdown(destination) is None


def test_markdown_destinations_are_decoded() -> None:
    assert Reference.markdown("%EB%8F%84%EC%BB%A4.md#%EC%84%A4%EC%B9%98") == Reference("도커.md", ("설치",))
