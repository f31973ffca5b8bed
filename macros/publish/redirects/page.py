"""The page at an address that leads on: without scripts too, and in a browser with the part that was asked for."""

from __future__ import annotations

from html import escape

from macros.language import Language

SCRIPT = "assets/kb/moved.js"
"""What leads a browser on, with the fragment of the address."""


def redirect_page(title: str, to: str, canonical: str, script: str, language: Language) -> str:
    """The HTML that leads on to the note `title` at `to`; that and `script` are seen from the page, and encoded."""
    url, source = escape(to), escape(script)
    return f"""<!doctype html>
<html lang="{language.code}">
<head>
<meta charset="utf-8">
<title>{escape(language.say("moved.title", name=title))}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<link rel="canonical" href="{escape(canonical)}">
<script src="{source}" data-to="{url}"></script>
<noscript><meta http-equiv="refresh" content="0; url={url}"></noscript>
</head>
<body>
<p>{escape(language.say("moved.text"))} <a href="{url}">{escape(title)}</a></p>
</body>
</html>
"""
