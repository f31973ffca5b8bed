"""The language that a note is written in, where it is not that of the site: `lang: en`."""

from __future__ import annotations

import re
from types import MappingProxyType

from macros.language import Message, message
from macros.vault.frontmatter import FrontMatter
from macros.vault.nearest import did_you_mean
from macros.vault.problem import Problem
from macros.vault.properties import key_line

LANG = "lang"
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en"
    " eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv"
    " ka kg ki kj kk kl km kn ko ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng"
    " nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su"
    " sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""The languages that ISO 639-1 has two letters for, without Kanuri, which is `kau`: `kr` is meant to be Korean."""
_SCRIPT, _REGION, _VARIANTS = "-[a-z]{4}", r"-[a-z]{2}|-\d{3}", r"(?:-[a-z0-9]{5,8}|-\d[a-z0-9]{3})*"
_TAG = re.compile(rf"({_TWO_LETTERS.replace(' ', '|')}|[a-z]{{3}})({_SCRIPT})?({_REGION})?({_VARIANTS})", re.IGNORECASE)
"""What BCP 47 lets a page say of itself."""
_MEANT = MappingProxyType(
    {"kr": "ko", "jp": "ja", "cn": "zh", "korean": "ko", "english": "en", "japanese": "ja", "chinese": "zh"}
)


def read_lang(path: str, matter: FrontMatter, text: str) -> tuple[str, list[Problem]]:
    """What the note `path`, whose file is `text`, says of its language; a value that is none is a problem.

    An empty value says nothing: templates leave the property so.
    """
    value = matter.properties.get(LANG, "")
    if isinstance(value, list) and len(value) in (0, 1):
        value = value[0] if value else ""
    written = value.strip() if isinstance(value, str) else "…"
    if written.casefold() in ("", "~", "null"):
        return "", []
    if found := as_lang(written):
        return found, []
    told = message("lang.none", text=written)
    return "", [Problem(path, key_line(matter, text, LANG), LANG, told, _way_out(written))]


def as_lang(written: str) -> str:
    """`written` as `<html lang>` has it, `pt-BR` for `pt_br`; empty for what is the tag of no language."""
    found = _TAG.fullmatch(written.replace("_", "-"))
    if not found:
        return ""
    script, region = (found[2] or "").title(), (found[3] or "").upper()
    return f"{found[1].lower()}{script}{region}{found[4].lower()}"


def _way_out(written: str) -> Message:
    meant = _MEANT.get(re.split("[-_]", written.casefold())[0])
    return did_you_mean([meant]) if meant else message("lang.way-out")
