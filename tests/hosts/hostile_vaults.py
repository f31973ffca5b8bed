"""Vaults that nobody would write, made by dice: what a build does with any of them is known beforehand."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

MARK = "표지"
"""In each note there is one such word of its own, by which it is found again."""
_NAMES = """index README tags assets search 404 404.html sitemap.xml index.html a A a.md a.html kb CNAME con aux
robots.txt commands glossary _ -  .. ... 가 도커 Exports module constructor __proto__ %2e%2e a%2Fb a?b a#b a&b a'b a"b
<b> [x] {{x}} $x$ `x` ~ ! @ (x) x|y x\\y \u202etxt \u200b e\u0301 \u00e9 \U0001f600 ﷽""".split()
_FOLDERS = (
    "",
    "",
    "a/",
    "a.md/",
    "assets/",
    "assets/kb/",
    "search/",
    "tags/",
    "가/",
    "index/",
    "a/b/c/d/e/",
    "commands/",
)
_FILES = (
    *("assets/kb/maru.js", "assets/kb", "assets/kb/kb-words.js2", "tags", "assets", "search/search_index.json"),
    *("sitemap.xml", "sitemap.xml.gz", "404.html", "index.html", "robots.txt", "CNAME", "favicon.ico", "a/index.html"),
    *("tags/index.html", "assets/vendor/katex/katex.mjs", "ASSETS/KB/MARU.CSS", "commands/x.console", "x.canvas"),
)
_MARKS = ("> ", "- ", "[", "*", "`", "$", "%%", "<div>", "![[", "|", "~~~\n", "<!--", "[^1]")
Dice = random.Random


def _aliases(dice: Dice) -> str:
    times = dice.choice((3, 9, 20))
    lines = [f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * times)}]" for n in range(1, dice.randint(2, 12))]
    return "\n".join(["b0: &b0 [x, y]", *lines])


def _head(dice: Dice) -> str:
    kinds: tuple[Callable[[], str], ...] = (
        lambda: _aliases(dice),
        lambda: "tags: [" + ", ".join(f"t{n}" for n in range(dice.choice((3, 2_000, 20_000)))) + "]",
        lambda: f"note: {'x' * dice.choice((10, 99_000, 200_000))}",
        lambda: "[" * dice.choice((5, 900, 5_000)),
        lambda: "a: &a [*a]",
        lambda: "title: {a: [b, {c: d}]}\naliases: 3\ntags: {x: y}\nsummary: [1, 2]",
        lambda: "!!python/object/apply:os.system [id]",
        lambda: "render_macros: true",
        lambda: "hide: [navigation]\ntemplate: /etc/passwd\nicon: x\nsearch: true",
        lambda: "\ta: b\n? x\n: - y",
        lambda: '"\\UFFFFFFFF": 1',
    )
    return f"---\n{dice.choice(kinds)()}\n---\n"


def _body(dice: Dice, names: list[str]) -> str:
    name = dice.choice(names)
    times = dice.choice((2, 50, 300))
    kinds: tuple[Callable[[], str], ...] = (
        lambda: f"![[{name}]]\n\n" * times,
        lambda: " ".join(f"#t{n}/x" for n in range(dice.choice((5, 3_000)))),
        lambda: "```python {" + ",".join(["1-10000"] * times) + "}\nx = 1\n```",
        lambda: "```console\n$ seq 9\n" + "9\n" * 100 * times + "```\n\n" * 1,
        lambda: '{{ run("x") }} ' * times + "{{ run(set()) }} {{ note_count(b'a') }} {{ note_count() }}",
        lambda: (
            dice.choice(("> ", "- ", "[", "*", "`", "$", "%%", "<div>", "![[", "|", "~~~\n", "<!--", "[^1]"))
            * times
            * 9
        ),
        lambda: "| a " * times + "|\n" + "|-" * times + "|\n" + "| [[x\\|y]] " * times + "|",
        lambda: "word " * 500 * times,
        lambda: "\n".join(f"## {head}" for head in ("Exports", "module", "", "#", "a" * 5_000, "<b>", "x", "x")),
        lambda: f"[[{name}#{'x' * times}|{'y' * times}]] [a](<{name}.md>) ![b](../../../etc/passwd) [c](/etc/passwd)",
        lambda: "\x00\x01\u202e\u2066\ufeff\ud7ff" * times,
        lambda: "[^a]: [^b]\n\n[^b]: [^a]\n\n[^a] [^b]",
        lambda: "<script>x</script><svg onload=x><style>*{}</style>" * times,
    )
    return "\n\n".join(dice.choice(kinds)() for _ in range(dice.randint(1, 4)))


def make(root: Path, seed: int) -> dict[str, str]:
    """Write a vault below `root`; the word of each note by its path, as far as the disk takes such a name."""
    dice = Dice(seed)
    names = [*dict.fromkeys(dice.choice(_FOLDERS) + dice.choice(_NAMES) for _ in range(dice.randint(3, 25)))]
    words: dict[str, str] = {}
    for number, name in enumerate(names):
        word = f"{MARK}{seed}x{number}"
        head = _head(dice) if dice.random() < 0.4 else ""
        text = f"{head}{word}\n\n{_body(dice, names)}".encode(
            dice.choice(("utf-8", "utf-8", "utf-8", "utf-16")), "replace"
        )
        if _write(root / f"{name}{dice.choice(('.md', '.md', '.md', '.MD'))}", text):
            words |= {} if name.rpartition("/")[2].startswith(".") else {name: word}  # hidden, as in Obsidian
    shown = dice.sample(_FILES, dice.randint(0, 6))
    for file in shown:
        _write(root / file, b"---\ntitle: x\nengine: display\n---\n$ x\n" + b"9\n" * 9_000)
    if _write(root / "zeigt.md", "".join(f"[x](<{file}>)\n" for file in shown).encode()):
        words["zeigt"] = "x"
    for link, target in (("l1", "."), ("l2", ".."), ("l3", "/usr"), ("l4", "l4"), ("l5.md", "/etc/passwd")):
        if dice.random() < 0.4 and not (root / link).exists():
            (root / link).symlink_to(target)
    return words


def _write(file: Path, data: bytes) -> bool:
    """False where something else has that name."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as written:
            written.write(data)
    except (OSError, ValueError):
        return False
    return True
