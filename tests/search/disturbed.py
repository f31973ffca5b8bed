"""Error lines as another machine would print them: other paths, ids, names, numbers and dates, by rule."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_SYLLABLES = "ba ko ri mu ten sol vek dar pin zu lo ham".split()
_BEFORE = (
    *("", "", "2026-11-26T03:12:44.118Z ", "jiwoo@build-7:/srv/app$ ", "[  12.345678] ", "ERROR: "),
    'Nov 26 03:12:44 build-7 kernel[2213]: time="2026-11-26T03:12:44.118Z" level=error pid=4711 trace=8c1e77aa02 ',
    "#12 [stage-1 4/7] 0.482 ",
)


def disturbed(line: str, dice: random.Random) -> str:
    """`line`, with what varies in it varied; the same dice give the same."""

    def name(found: re.Match[str]) -> str:
        return "-".join("".join(dice.choices(_SYLLABLES, k=2)) for _ in range(1 + found[0].count("-")))

    def path(found: re.Match[str]) -> str:
        *folders, file = found[0].split("/")
        ending = re.search(r"\.\w+$", file)
        begin = folders[0] if folders and folders[0] in ("", ".", "..", "~") else "srv"
        return "/".join([begin, *(name(found) for _ in folders), name(found) + (ending[0] if ending else "")])

    def digits(found: re.Match[str]) -> str:
        return "".join(dice.choice("123456789") for _ in found[0])

    def hexadecimal(found: re.Match[str]) -> str:
        return "".join(dice.choice("0123456789abcdef") for _ in found[0])

    def marker(found: re.Match[str]) -> str:
        return dice.choice((f"{name(found)}.example.com", f"{dice.randint(2, 4000)}", f"{dice.getrandbits(48):012x}"))

    def quoted(found: re.Match[str]) -> str:
        text = found[0]
        return text[0] + (path if "/" in text else name)(re.match(".*", text[1:-1]) or found) + text[-1]

    rules: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (r"\[[가-힣][^\]]*\]", marker),
        (r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|`[^'`]*['`]", quoted),
        (r"(?<![\w:/\"'`])[.~]{0,2}(?:/[^\s\"':,()]+)+", path),
        (r"\b(?=\w*\d)[0-9a-f]{7,64}\b", hexadecimal),
        (r"[가-힣]+(?:\.md|/[가-힣]+)", name),
        (r"\d+", digits),
    )
    for pattern, varied in rules:
        line = re.sub(pattern, varied, line)
    return dice.choice(_BEFORE) + line
