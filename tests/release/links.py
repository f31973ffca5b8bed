"""Every link of a built site, with its fragment, followed on disk: `python -m tests.release.links SITE [ADDRESS]`.

ADDRESS is the site's own. Links to other sites are left alone, for nothing here asks the network.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

LINKS = {"href", "src", "poster", "data", "action", "cite"}
CSS = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)")
HOST = "https://site.invalid/"


def broken(site: Path, address: str = HOST) -> Iterator[str]:
    """`page: link` for each link of `site`, which is published at `address`, that leads to nothing there."""
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    base = address if address.endswith("/") else f"{address}/"

    @cache
    def anchors(path: str) -> frozenset[str]:
        return _anchors((site / path).read_bytes()) if path.endswith((".html", ".svg")) else frozenset()

    for path in sorted(there):
        for link in dict.fromkeys(_links(site / path)):
            whole = urlsplit(urljoin(urljoin(base, path), link))
            if not whole.geturl().startswith(base):
                continue
            target = unquote(whole.geturl().removeprefix(base).partition("#")[0].partition("?")[0])
            found = next((one for one in (target, f"{target}index.html") if one in there), None)
            fragment = unquote(whole.fragment)
            if found is None or (fragment and not fragment.startswith(":~:") and fragment not in anchors(found)):
                yield f"{path}: {link}"


def _links(file: Path) -> Iterator[str]:
    if file.suffix == ".css":
        yield from (link for link in CSS.findall(file.read_text("utf-8")) if not link.startswith("data:"))
    if file.suffix not in {".html", ".svg"} or not file.stat().st_size:
        return
    for element in _tree(file.read_bytes()).iter(etree.Element):
        for name, value in element.attrib.items():
            if str(name).rpartition("}")[2] in LINKS and (element.tag != "base"):
                yield str(value).strip()
            elif name == "srcset":
                yield from (part.split()[0] for part in str(value).split(",") if part.strip())


def _anchors(text: bytes) -> frozenset[str]:
    tree = _tree(text)
    return frozenset({*map(str, tree.xpath("//@id")), *map(str, tree.xpath("//a/@name"))})


def _tree(text: bytes) -> html.HtmlElement:
    return html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def main(site: str, address: str = HOST) -> int:
    """Tell what is broken; 1 where anything is."""
    wrong = [*broken(Path(site), address)]
    pages = sum(1 for _ in Path(site).rglob("*.html"))
    sys.stdout.write("".join(f"{line}\n" for line in [*wrong, f"{pages} pages, {len(wrong)} broken links"]))
    return int(not pages or bool(wrong))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
