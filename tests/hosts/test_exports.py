"""What programs read of a site: a feed, `llms.txt`, notes as Markdown; nothing that no page shows."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

from tests.conftest import Build, Site, Write
from tests.hosts.test_sentinels import HEADS, HOME, LINKS, TEXTS, leaks, secret

URL = "https://example.com/notes/"
NOTES = (
    "maru.yml: {name: 마루, description: 여러 노트, markdown: true, navigation: [vcs/: 버전 관리]}",
    "index.md: # 집\n\n[[도커]] [[Git]]",
    "도커.md: ---\nsummary: 묶는 도구\nupdated: 2026-11-26\n---\n첫 문장이에요. 다음.\n\n"
    "[[Git#설치|깔기]] ![[그림.svg]]",
    "vcs/Git.md: ---\ndate: 2026-01-02\n---\n# Git\n\n첫 문장이에요. 다음.\n\n## 설치\n\n[[도커]] %%비밀%%",
    "숨은.md: ---\nunlisted: true\nupdated: 2026-11-27\n---\n글",
    "그림.svg: <svg xmlns='http://www.w3.org/2000/svg'/>",
)


def text(site: Site, name: str) -> str:
    return (site.folder / name).read_text("utf-8")


def test_a_feed_has_what_was_changed_last(write: Write, build: Build) -> None:
    site = build(write(*NOTES), KB_SITE_URL=URL)
    feed = Tree.fromstring(text(site, "feed.xml"))  # noqa: S314 - it is our own
    told = [[part.text or part.get("href") for part in entry] for entry in feed.findall("{*}entry")]

    assert told == [
        [url := f"{URL}%EB%8F%84%EC%BB%A4/", "도커", url, "2026-11-26T00:00:00Z", "묶는 도구"],
        [url := f"{URL}vcs/Git/", "Git", url, *["2026-01-02T00:00:00Z"] * 2, "첫 문장이에요."],
    ]
    assert (feed.findtext("{*}id"), feed.findtext("{*}updated")) == (URL, "2026-11-26T00:00:00Z")
    assert site.page("vcs/Git").select("link[rel=alternate][type='application/atom+xml'][href='../../feed.xml']")


def test_without_an_address_or_days_there_is_no_feed(write: Write, build: Build) -> None:
    assert "feed.xml" not in build(write("index.md: 집", "가.md: 글"), KB_SITE_URL=URL).files()
    site = build(write("가.md: ---\nupdated: 2026-01-01\n---\n글"))

    assert "feed.xml" not in site.files()
    assert not site.page("가").select("link[rel=alternate]")


def test_notes_are_there_as_markdown(write: Write, build: Build) -> None:
    site = build(write(*NOTES), KB_SITE_URL=URL)

    assert {name for name in site.files() if name.endswith(".md")} == {"index.md", "도커.md", "vcs/Git.md"}
    assert text(site, "도커.md") == (
        f"# 도커\n\n첫 문장이에요. 다음.\n\n[깔기]({URL}vcs/Git.md#설치) ![]({URL}그림.svg)\n"
    )
    assert text(site, "vcs/Git.md") == f"# Git\n\n첫 문장이에요. 다음.\n\n## 설치\n\n[도커]({URL}도커.md)\n"
    assert site.page("vcs/Git").select("link[rel=alternate][type='text/markdown'][href='../Git.md']")
    assert text(site, "llms.txt") == (
        f"# 마루\n\n> 여러 노트\n\n## 노트\n\n- [집]({URL}index.md)\n- [도커]({URL}도커.md): 묶는 도구\n\n"
        f"## 버전 관리\n\n- [Git]({URL}vcs/Git.md)\n"
    )


def test_a_link_leads_to_the_markdown_of_a_note_while_that_is_there(write: Write, build: Build) -> None:
    vault = write("maru.yml: markdown: true", "index.md: [[가]]", "가.md: 글")
    assert "[가](가.md)" in text(build(vault), "index.md")
    write("가.md: ---\nunlisted: true\n---\n글")

    assert "[가](가/)" in text(build(vault), "index.md")


def test_without_an_address_links_are_relative_and_pages_are_listed(write: Write, build: Build) -> None:
    site = build(write(*NOTES))

    assert "[도커](../도커.md)" in text(site, "vcs/Git.md")
    write("maru.yml: name: 마루")
    site = build(site.folder.parent / "vault")
    assert "- [Git](vcs/Git/)" in text(site, "llms.txt")
    assert not [name for name in site.files() if name.endswith(".md")]


def test_no_word_leaves_for_programs(write: Write, build: Build) -> None:
    words = iter(map(secret, range(1000)))
    drafts = [f"{next(words)}/{n} 제목.md: {head}# {next(words)}\n\n{next(words)}" for n, head in enumerate(HEADS)]
    hidden = [f"글 {n}.md: {HOME}" + body.replace("{}", next(words)) for n, body in enumerate(TEXTS)]
    names = [note.partition(":")[0].removesuffix(".md") for note in drafts]
    links = [f"링크 {n}.md: {HOME}" + LINKS.replace("{}", name) for n, name in enumerate(names)]
    site = build(write("maru.yml: markdown: true", f"index.md: {HOME}", *drafts, *hidden, *links), KB_SITE_URL=URL)

    assert site.exit_code == 0, site.output
    assert leaks(site) == set()
    assert len([name for name in site.files() if name.endswith(".md")]) == 1 + len(TEXTS) + len(links)
