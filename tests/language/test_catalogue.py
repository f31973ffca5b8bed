"""The catalogue is whole: every word that a reader or a writer meets stands in it, in each language, and is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter
from types import MappingProxyType

import pytest

from macros import language as catalogue
from macros.commands.recording import State
from macros.language import LANGUAGES, language
from tests.conftest import REPOSITORY

MODULES = [import_module(f"{catalogue.__name__}.{found.name}") for found in iter_modules(catalogue.__path__)]
PARTS = [module for module in MODULES if hasattr(module, "WORDS")]
ROWS = {key: columns for part in PARTS for key, columns in part.WORDS.items()}
PARTICLES = {"은|는", "이|가", "을|를", "과|와", "으로|로", "이라는|라는"}
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
COMMENTS = re.compile(r"/\*.*?\*/|(?<![:\w])//[^\n]*|\{#.*?#\}|<!--.*?-->", re.DOTALL)
OF_THE_LANGUAGE_ITSELF = MappingProxyType(
    {
        "macros/vault/korean.py": "particles, which stand behind a name",
        "macros/search/jamo.py": "the letters of the alphabet",
        "macros/search/words.py": "particles, and which letters are Korean",
        "macros/search/index.py": "which letters are Korean",
        "macros/publish/letters.py": "the groups of a Korean dictionary",
        "macros/commands/engines/git.py": "the author of recorded commits, whose hashes hang on it",
        "macros/browser/search/letters.js": "the letters of the alphabet, and of a keyboard",
        "macros/browser/search/spelling.js": "letters that are easily confused",
        "macros/browser/search/sound.js": "what letters sound like, and how they are written in Latin ones",
        "macros/browser/search/query.js": "particles and endings of words, and words that every question has",
        "macros/browser/search/line.js": "how programs say in Korean that something is wrong",
        "macros/browser/search/compound.js": "endings of verbs, and which letters are Korean",
        "macros/browser/search/name.js": "endings of verbs, and which letters are Korean",
        "macros/browser/search/readings.js": "which letters are consonants",
        "macros/browser/search/forms.js": "which letters are Korean",
    }
)
"""Files with literal Korean that nobody is told, and what it is."""


LEFT_OUT = re.compile("macros/language/|overrides/assets/(?:vendor|kb)/")


def sources(kinds: str) -> Iterator[tuple[str, str]]:
    """Path and text of each file of ours whose name ends so, but for the catalogue itself and for what is made."""
    for name in ("macros", "overrides"):
        for file in sorted((REPOSITORY / name).rglob("*")):
            path = file.relative_to(REPOSITORY).as_posix()
            if re.search(rf"\.(?:{kinds})$", path) and not LEFT_OUT.match(path):
                yield path, file.read_text("utf-8")


def texts(source: str) -> Iterator[str]:
    """The texts that a Python module may say: all but its docstrings."""
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def keys(node: ast.expr) -> Iterator[re.Pattern[str]]:
    """What the keys look like that `node` may be: `f"why.{rule}"` is any of one area."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.compile(re.escape(node.value))
    elif isinstance(node, ast.IfExp):
        yield from (*keys(node.body), *keys(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        parts = (re.escape(str(of.value)) if isinstance(of, ast.Constant) else r"[\w-]+" for of in node.values)
        yield re.compile("".join(parts))


def said_in_python(source: str) -> Iterator[re.Pattern[str]]:
    """The keys in calls of `say("…")`, `message("…")` and `Wrong("…")`, in `Reason("…")`, and in `_words()["…"]`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            found = tuple(keys(node.args[0]))
            if name in ("say", "message", "Wrong"):
                yield from found
            elif name == "Reason":
                yield from (re.compile(f"{area}\\.{of.pattern}") for of in found for area in ("why", "why-not"))
        elif isinstance(node, ast.Subscript) and getattr(getattr(node.value, "func", None), "id", "") == "_words":
            yield from keys(node.slice)


def said_in_front(path: str, text: str) -> Iterator[str]:
    """The keys in `say("…")` of templates and of scripts, and in `var(--kb-say-…)` of style sheets."""
    area = "script." if path.endswith(".js") else ""
    yield from (area + key for key in re.findall(r"""\bsay\(\s*["']([\w.-]+)["']""", text))
    yield from (f"style.{key}" for key in re.findall(r"var\(--kb-say-([\w-]+)\)", text))


def test_each_part_is_known_and_no_key_stands_in_two() -> None:
    assert len(ROWS) == sum(len(part.WORDS) for part in PARTS)
    assert {*language("ko").words} == {*ROWS}


def parsed(text: str) -> list[tuple[str, str]]:
    """The places of `text`, each with how it is fitted."""
    return [(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None]


def is_whole(key: str) -> bool:
    korean, english = (parsed(text) for text in ROWS[key])
    fitted = {*korean, *english} - {(name, "") for name, _ in (*korean, *english)}
    return (
        {name for name, _ in korean} == {name for name, _ in english}
        and {spec for _, spec in korean} <= {"", *PARTICLES}
        and all(re.fullmatch(r"([a-z]+\|[a-z]+)?", spec) for _, spec in english)
        and not (fitted and key.startswith(("script.", "style.")))  # a browser fits nothing
    )


def test_each_row_has_both_languages_with_the_same_places() -> None:
    assert [key for key in ROWS if not is_whole(key)] == []
    assert [key for key, (_, english) in ROWS.items() if HANGUL.search(english)] == []
    assert [key for key, (korean, english) in ROWS.items() if not HANGUL.search(korean) and korean != english] == []


def test_every_key_that_is_said_has_a_row() -> None:
    unknown = [
        f"{path}: {key.pattern}"
        for path, source in sources("py")
        for key in said_in_python(source)
        if not any(map(key.fullmatch, ROWS))
    ]
    front = [
        f"{path}: {key}"
        for path, text in sources("html|js|css")
        for key in said_in_front(path, text)
        if key not in ROWS
    ]

    assert [*unknown, *front] == []


def test_every_row_is_said_somewhere() -> None:
    said = {text for _, source in sources("py") for text in texts(source)}
    said |= {key for path, text in sources("html|js|css") for key in said_in_front(path, text)}
    built = [key for _, source in sources("py") for key in said_in_python(source)]

    assert [row for row in ROWS if row not in said and not any(key.fullmatch(row) for key in built)] == []


def test_nobody_is_told_korean_that_is_not_in_the_catalogue() -> None:
    python = {path: "".join(texts(source)) for path, source in sources("py")}
    front = {path: COMMENTS.sub("", text) for path, text in sources("html|js|css")}
    korean = {path for path, text in {**python, **front}.items() if HANGUL.search(text)}

    assert korean == {*OF_THE_LANGUAGE_ITSELF}


@pytest.mark.parametrize(
    ("path", "source", "found"),
    [
        ("a.py", '"""글"""\nx = 1\n"""글"""\n# 글\n', False),
        ("a.py", 'x = f"글{x}"', True),
        ("a.js", "/** 글 */ x; // 글", False),
        ("a.js", 'x = "https://글"', True),
        ("a.html", "{#- 글 -#}<!-- 글\n글 -->", False),
        ("a.html", '<p aria-label="글">', True),
        ("a.css", ':after { content: "글" }', True),
    ],
)
def test_literal_korean_is_seen(path: str, source: str, *, found: bool) -> None:
    text = "".join(texts(source)) if path.endswith(".py") else COMMENTS.sub("", source)

    assert bool(HANGUL.search(text)) is found


@pytest.mark.parametrize(
    ("source", "patterns"),
    [
        ('say("a.b", x=1)', ["a\\.b"]),
        ('language.say("a" if x else "b")', ["a", "b"]),
        ('message(f"why.{rule}")', ["why\\.[\\w-]+"]),
        ('raise Wrong("a")', ["a"]),
        ('Reason("a")', ["why\\.a", "why-not\\.a"]),
        ('_words()["a"]', ["a"]),
        ('print("a")', []),
    ],
)
def test_keys_are_seen(source: str, patterns: list[str]) -> None:
    assert [key.pattern for key in said_in_python(source)] == patterns


def test_every_state_of_a_recording_has_words() -> None:
    assert {f"state.{state.value}" for state in State} == {key for key in ROWS if key.startswith("state.")}


def test_the_starter_of_a_new_vault_is_whole_in_each_language() -> None:
    starter = REPOSITORY / "macros/cli/starter"

    for code in LANGUAGES:
        read = {file.name: file.read_text("utf-8") for file in Path(starter, code).iterdir()}
        assert {"index.md", "maru.yml"} <= {*read}
        assert len(read) == len([*Path(starter, "en").iterdir()])
        assert bool(HANGUL.search("".join(read.values()))) is (code == "ko")
