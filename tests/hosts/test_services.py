"""Comments, visitor numbers, search engines: what pages have for them when a vault asks, and when it does not."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.conftest import Build, Write

NOTES = (
    "index.md: 집 [[글]] [[숨은 글]]",
    "글.md: ---\naliases: [옛 글]\n---\n글",
    "조용한 글.md: ---\ncomments: false\n---\n글",
    "숨은 글.md: ---\nunlisted: true\n---\n글",
    "English.md: ---\nlang: en-us\n---\nText",
    "폴더/하나.md: 글",
)
ALL = """\
url: https://example.com/notes/
comments: {repository: me/notes, repository_id: R_kgDOAbCdEf, category: Q&A, category_id: DIC_kwDOAbCdEf4CgHiJ}
analytics: {goatcounter: my-notes}
verification: {google: aB3d_5fG7h-J9kaB3d_5fG7h-J9kaB3d_5fG7h-J9k0, naver: 0123456789abcdef0123456789abcdef01234567}
robots: index"""


def policy(page: BeautifulSoup) -> str:
    return str(page.select_one("meta[http-equiv]")["content"])  # type: ignore[index]


def test_what_is_not_asked_for_is_not_there(write: Write, build: Build) -> None:
    site = build(write(*NOTES, "maru.yml: url: https://example.com/notes/"))

    pages = [path.read_text("utf-8") for path in site.folder.rglob("*.html")]
    assert [word for word in ("<kb-comments", "<kb-visits", "verification") for page in pages if word in page] == []
    assert "robots.txt" not in site.files()
    assert "https:" not in policy(site.page())


def test_each_page_has_what_it_is_to_have(write: Write, build: Build) -> None:
    site = build(write(*NOTES, f"maru.yml: {ALL}"))
    assert site.exit_code == 0, site.output
    pages = {
        name: BeautifulSoup((site.folder / name).read_text("utf-8"), "lxml") for name in site.files() if "html" in name
    }
    led_on = pages.pop("옛 글/index.html")

    def having(selector: str) -> set[str]:
        return {name.removesuffix("/index.html") for name, page in pages.items() if page.select(selector)}

    assert having("kb-comments") == {"index.html", "글", "English", "폴더/하나"}
    assert having("kb-visits[tool=goatcounter][name=my-notes]") == {"index.html", *having("article")} - {"404.html"}
    assert having("meta[name$=site-verification]") == {"index.html"}
    assert having("meta[name=robots]") == {"숨은 글", "404.html"}
    assert having("html[lang=ko]") == {*having("html")} - {"English"}
    assert having("html[lang=en-US] kb-lang[value=en-US]") == {"English"}
    assert len({policy(page).partition(" 'sha")[0] for page in pages.values()}) == 1
    assert all("https://giscus.app/client.js https://gc.zgo.at/count.js;" in policy(page) for page in pages.values())
    assert pages["글/index.html"].select_one("kb-comments")["category"] == "Q&A"  # type: ignore[index]
    canonical = {str(page.select_one("link[rel=canonical]")["href"]) for page in (led_on, pages["글/index.html"])}  # type: ignore[index]
    assert canonical == {"https://example.com/notes/%EA%B8%80/"}
    assert "Sitemap: https://example.com/notes/sitemap.xml" in (site.folder / "robots.txt").read_text("utf-8")


def test_a_site_that_hides_from_robots_says_so_once_on_each_page(write: Write, build: Build) -> None:
    site = build(write(*NOTES, "maru.yml: robots: noindex"))

    for path in site.folder.rglob("*.html"):
        assert path.read_text("utf-8").count('<meta name="robots" content="noindex">') == 1, path
