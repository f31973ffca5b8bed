"""What stands in the table of contents: the page's own headings."""

from macros.language import language
from macros.render import Renderer
from tests.vaults import FlatHost, vault


def test_headings_of_quotes_callouts_and_embeds_stay_out() -> None:
    text = "# 글\n\n> ## 인용\n\n> [!note] 상자\n> ## 안\n> > # 더 안\n\n- ## 목록\n\n![[나#절]]\n\n## 끝"
    of = vault(f"가.md: {text}", "나.md: ## 절\n\n글")
    rendered = Renderer(FlatHost(of, language("ko")), ["toc"]).render("가.md", of.notes["가.md"].body)
    (title,) = rendered.toc_tokens

    assert (title["id"], [child["id"] for child in title["children"]]) == ("글", ["목록", "끝"])
    assert all(f'id="{slug}"' in rendered.html for slug in ("인용", "안", "더-안"))
    assert "embedded-" not in rendered.html


def test_an_embed_finds_a_heading_by_its_source() -> None:
    of = vault(
        "가.md: ![[나#_정의 _ 극한점]]\n\n![[나#$x_1$의 값]]\n\n![[나#-gitlab-cicd]]\n\n![[나#앵커]]",
        "나.md: ##### _정의:_ 극한점\n\n하나\n\n## $x_1$의 값\n\n둘\n\n## 🦊 GitLab CI/CD\n\n셋\n\n"
        '<a id="앵커"></a>\n\n넷',
    )
    html = Renderer(FlatHost(of, language("ko"))).render("가.md", of.notes["가.md"].body).html

    assert html.count('class="kb-embed"') == 4
    assert [html.count(word) for word in ("하나", "둘", "셋", "넷")] == [1, 1, 1, 2]
