"""Diagrams: ```` ```mermaid ````, drawn by a reader's browser or when the site is built."""

from __future__ import annotations

import zlib
from html import escape

from macros import markup
from macros.syntax.code import plain_code
from macros.syntax.host import Host
from macros.syntax.room import Room

PLACE = "__diagram-@-"
"""How the ids in a picture begin that stands nowhere yet."""


def render_diagram(source: str, host: Host, room: Room, number: int) -> str:
    """The HTML of the diagram `source`, which is the code block `number` of its page.

    Where `host` has a picture of it, that, with the source folded in below; else what a browser draws. Where it cannot
    be drawn, or the page has no room, its source as code.
    """
    svg = host.diagram(source)
    code = f'<pre class="language-mermaid"><code>{escape(source, quote=False)}</code></pre>'
    if svg is None:
        return f"<{markup.DIAGRAM}>{code}</{markup.DIAGRAM}>"
    if not svg or not room.takes_html(len(svg)):
        return plain_code(source)
    picture = svg.replace(PLACE, f"__diagram-{zlib.crc32(svg.encode()):08x}-{number}-")
    summary = f"<summary>{escape(host.language.say('script.diagram-source'), quote=False)}</summary>"
    folded = f'<details class="{markup.DIAGRAM_SOURCE}">{summary}{code}</details>'
    return f"<{markup.DIAGRAM}>{picture}{folded}</{markup.DIAGRAM}>"
