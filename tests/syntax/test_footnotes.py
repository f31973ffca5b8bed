"""Footnotes of an embed: what they lead to is seen from the note that they were written in."""

from __future__ import annotations

import pytest

from tests.vaults import render, vault


@pytest.mark.parametrize(
    "written",
    [
        "글^[{}]",
        "글[^1]\n\n[^1]: {}",
        "글[^1]\n\n[^1]: 글\n\n    {}",
        "글[^1]\n\n[^1]: 글\n\n    - {}",
        "> [!tip] 글[^1]\n\n[^1]: {}",
    ],
)
@pytest.mark.parametrize("link", ["![](./그림.png)", '<img src="./그림.png">', "[글](./그림.png)", "![[./그림.png]]"])
def test_links_in_footnotes_of_an_embed(written: str, link: str) -> None:
    of = vault("쪽.md: ![[안/글]]", f"안/글.md: {written.format(link)}", "안/그림.png: 가", "그림.png: 나")

    assert render(of, "쪽.md").count('"%EC%95%88/%EA%B7%B8%EB%A6%BC.png"') == 1
    assert of.used_attachments == {"안/그림.png"}
