"""What is published is what is shown, of hostile notes too: seen from outside, in the files and pages of a site.

`KB_HOSTILE=5000` makes that many notes.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import Tag

from tests.conftest import Build, Site, Write
from tests.pictures import png

COUNT = int(os.environ.get("KB_HOSTILE", "300"))
SEED = int(os.environ.get("KB_SEED", "1"))
FILES = ("a.png", "b c.png", "d.pdf", "e.mp4", "$f.png")
OF_THE_ENGINE = ("assets/", "search/", "tags/", "stylesheets/")
MARKS = r"""
[ [[ ]] ] ]( ) ( ![ ![[ ^[ ` `` ``` ~~~ $ $$ %% %%비밀%% * ** _ == ~~ \ \\ \[ \` \$ | # ## > - 1. --- === <!-- -->
<% %> {{ }} &amp; " ' 가 도커는 : ! < <b> </b> <i> </i> <div> </div> <p> <br> <script> </script> <style> </style>
<title> <template> <textarea> <svg> </svg> <math> <product> <List> <details> <summary> <table> <td> <a·href="#x"> </a>
<span·title="[[n3]]"> </span> <iframe> <video> </video>
""".split()
LINKS = r"""
[[n{0}]] [[n{0}|$HOME]] [[n{0}#절]] [글](n{0}.md) [`x`](n{0}.md) [$y$](n{0}.md) ![[n{0}]] ![[n{0}#절]]
<a·href="n{0}.md">글</a> [r][r{0}] [[n{0}|a·[1]·b]] [!]·[[n{0}]] [[$n{0}]] ![[{1}]] ![글](<{1}>) ![글|100](<{1}>)
[글](<{1}>) [[{1}]] <img·src="{1}"> <img·src='{1}'·alt="$b"> <video·src="{1}"></video> <iframe·src="{1}"></iframe>
<a·href="{1}">글</a> <source·src="{1}"> #t{0} #가/t{0} [^{0}] ^[글·[[n{0}]]] https://e.com/?$a=1 ^id{0}
<https://e.com/?$a=[[n{0}]]> www.e.kr a@e.kr
""".split()
LINES = r"""
\n \n\n \n\n\n \n-· \n>· \n>·[!tip]· \n1.· \n···· \n|·a·|·b·|\n|-|-|\n|· \n##·절\n \n```\n \n$$\n \n%%\n
\n<div>\n \n\n</div>\n\n \n[^{0}]:· \n[r{0}]:·n{0}.md\n \n[r{0}]:·<{1}>\n \n<!--\n
""".split()


def hostile_note(dice: random.Random, count: int) -> str:
    """A text of marks, links and lines in an order that nobody would write."""
    parts = []
    for _ in range(dice.randint(1, 30)):
        kind = dice.choices((MARKS, LINKS, LINES, ("·",)), weights=(4, 4, 3, 3))[0]
        part = dice.choice(kind).replace("{0}", str(dice.randrange(count))).replace("{1}", dice.choice(FILES))
        parts.append(part.replace("·", " ").replace(r"\n", "\n"))
    return "".join(parts)


@pytest.fixture
def site(write: Write, build: Build) -> Site:
    """A site of hostile notes, each with a file of its own and some that are common to all."""
    dice = random.Random(SEED)  # noqa: S311 - it keeps no secret
    notes = [f"n{number}.md: {_own(hostile_note(dice, COUNT), number)}" for number in range(COUNT)]
    own = [(f"own{number}.png", png(number % 256)) for number in range(COUNT)]
    vault = write("index.md: # 집", "plain.md: ## 절\n\n글", *notes, *own, *((name, png()) for name in FILES))
    site = build(vault)
    assert site.exit_code == 0, site.output[-3000:]
    return site


def _own(text: str, number: int) -> str:
    """`text` with the file that no other note refers to, at a place that is as good as any."""
    return text.replace("a.png", f"own{number}.png", 1)


def test_what_is_published_is_what_is_shown(site: Site) -> None:
    links: dict[str, set[str]] = {}
    backlinks: dict[str, set[str]] = {}
    shown: set[str] = set()
    dead: list[str] = []
    for page in _pages(site):
        article = site.article(page)
        for box in site.page(page).select(".kb-backlinks"):
            backlinks[page] = {target for target in _targets(site, page, box, dead) if not target.startswith("assets/")}
        for made in article.select(".kb-listing, .kb-tags, .kb-crumbs, .kb-part, .headerlink"):
            made.decompose()
        shown |= {target for target in _targets(site, page, article, dead) if not target.endswith(".html")}
        for footnote in article.select("li[id^='fn:e']"):  # an embed's own
            footnote.decompose()
        for embed in article.select(".kb-embed"):
            if embed.find_parent(class_="kb-embed") is None:
                embed.replace_with(*embed.find_all("a", class_="kb-embed-source", recursive=False))
        for target in _targets(site, page, article, dead):
            if target.endswith(".html") and target != _file(page):
                links.setdefault(target, set()).add(_file(page))
        assert "klzzwxh" not in str(article), page
        assert "\x02" not in str(article), page

    published = {name for name in site.files() if name.endswith((".png", ".pdf", ".mp4")) and "assets/" not in name}
    assert dead == []
    assert (published - shown, shown - published) == (set(), set())
    assert {_file(page): found for page, found in backlinks.items() if found} == {
        target: found for target, found in links.items() if not target.startswith(OF_THE_ENGINE)
    }


def _pages(site: Site) -> Iterator[str]:
    for name in sorted(site.files()):
        if name.endswith("index.html") and not name.startswith(OF_THE_ENGINE):
            yield PurePosixPath(name).parent.as_posix()


def _file(page: str) -> str:
    return "index.html" if page == "." else f"{page}/index.html"


def _targets(site: Site, page: str, element: Tag, dead: list[str]) -> Iterator[str]:
    """The files of the site to which `element` leads or which it shows."""
    for found in element.find_all(lambda tag: any(key in tag.attrs for key in ("href", "src", "poster"))):
        for key in ("href", "src", "poster"):
            address = urlsplit(str(found.get(key, "#")))
            if address.scheme or address.netloc or not address.path:
                continue
            path = (site.folder / page / unquote(address.path)).resolve()
            file = path / "index.html" if path.is_dir() else path
            if not file.is_file():
                dead.append(f"{page}: {found}")
            else:
                yield file.relative_to(site.folder.resolve()).as_posix()


def test_a_note_leads_to_its_source_and_a_made_page_does_not(write: Write, build: Build) -> None:
    site = build(write("maru.yml: repository: https://github.com/me/notes", "index.md: # 집", "가.md: # 가"))

    links = [str(link["href"]) for link in site.article("가").select(".kb-origin a")]
    assert [link.split("/")[5] for link in links] == ["blob", "edit", "issues"]
    assert not site.article("all").select(".kb-origin")
