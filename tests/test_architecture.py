"""The arrows of the plan: which room may import which, and what outlives a build."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"
BELOW = {
    "markup": set(),
    "language": set(),
    "vault": {"language", "markup"},
    "settings": {"language", "vault"},
    "syntax": {"language", "vault", "markup"},
    "commands": {"language", "vault", "markup"},
    "labs": {"language", "commands"},
    "search": {"vault", "markup"},
    "fonts": set(),
    "render": {"language", "vault", "syntax", "commands", "search", "fonts"},
    "publish": {"language", "settings", "vault", "syntax", "commands", "search", "fonts"},
    "hosts": {
        "language",
        "settings",
        "vault",
        "syntax",
        "commands",
        "labs",
        "search",
        "fonts",
        "render",
        "publish",
        "macro_report",
        "markup",
    },
    "cli": {"language", "settings", "vault", "commands", "labs", "publish", "hosts", "macro_report", "version"},
    "macro_calls": {"language", "vault"},
    "env": {"language", "vault", "commands", "macro_calls"},
    "macro_report": {"language", "vault", "commands", "macro_calls", "env"},
    "version": set(),
    "__init__": {"env"},
    "mkdocs_hook": {"hosts"},
    "__main__": {"cli"},
}
"""For each room of `macros` the rooms that it may import; each may import itself."""
LIBRARIES = {
    "language": set(),
    "vault": {"yaml", "markdown_it", "mdit_py_plugins", "rapidfuzz"},
    "settings": {"yaml", "pathspec"},
    "syntax": {"markdown", "markdown_it", "nh3", "pymdownx"},
    "commands": {"yaml"},
    "search": set(),
    "fonts": {"brotli", "uharfbuzz"},
    "render": {"markdown", "orjson"},
    "publish": {"PIL", "ahocorasick_rs"},
    "hosts": {"jinja2", "markupsafe", "mkdocs", "pathspec", "platformdirs", "watchdog"},
    "cli": {"click"},
    "mkdocs_hook": {"mkdocs"},
}
"""The libraries that a room may use beside the standard one; a room that is not named here uses none."""
STATE = {
    "mkdocs_hook.py:_COMMAND": "MkDocs tells the command to a function that it hands nothing to keep it in",
    "commands/shelf.py:_read": "a pure function of a recording's text: a preview does not read each again at each save",
    "commands/place/place.py:sandbox_fault": "what this machine can do does not change while a command runs",
    "render/notes.py:_kept": "a pure function of bytes: a preview does not read each note again at each save",
    "render/store.py:_unpack_small": "a pure function of bytes: a preview does not read each entry again at each save",
    "search/lexicon/lexicon.py:shipped": "a file of the engine, which nothing changes",
    "search/words.py:_names": "a pure function of a word with signs in it, of which a vault repeats most",
    "search/words.py:forms": "a pure function of a word, of which a vault repeats most",
    "vault/blocks.py:_reader": "markdown-it's parser has no state, and is slow to make",
    "vault/inlines/__init__.py:plain_text": "a pure function of a text, asked for again for each link to a heading",
    "vault/names.py:fold": "a pure function of a name, asked for at each link",
}
"""What outlives a build, each with its reason: caches of functions, and what a framework leaves no other place for."""
LONGEST = 250
"""Lines of a module."""

MODULES = {path.relative_to(MACROS).as_posix(): path.read_text("utf-8") for path in sorted(MACROS.rglob("*.py"))}


def room_of(module: str) -> str:
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


def imported(source: str, known: Iterable[str] = ()) -> Iterator[str]:
    """The modules that a source imports anywhere, for types alone too; of a package the `known` modules themselves."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from {name if name in known else node.module: None for name in names}


def wrong_arrows(room: str, source: str) -> list[str]:
    """`room → module` for what a room may not import."""
    wrong = []
    for module in imported(source):
        first, _, rest = module.partition(".")
        target = rest.split(".")[0] if first == "macros" else first
        ours = first == "macros" and (not rest or target == room or target in BELOW[room])
        if not (ours or first == "__future__" or first in sys.stdlib_module_names or first in LIBRARIES.get(room, ())):
            wrong.append(f"{room} → {target}")
    return wrong


def circle(sources: Mapping[str, str]) -> list[str]:
    """Modules that import one another in a circle; empty where none do."""
    names = {_dotted(path): source for path, source in sources.items()}
    arrows = {name: {*imported(source, names)} & names.keys() - {name} for name, source in names.items()}
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _dotted(path: str) -> str:
    return f"macros/{path}".removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def state(module: str, source: str) -> Iterator[str]:
    """What of a module outlives a call: mutable values, objects that keep something, caches."""
    tree = ast.parse(source)
    for statement in tree.body:
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        if value is not None and names != ["__all__"] and _keeps(value):
            yield f"{module}:{names[0] if names else statement.lineno}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield f"{module}:{node.names[0]}"
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            decorators = {ast.unparse(getattr(made, "func", made)).split(".")[-1] for made in node.decorator_list}
            if decorators & {"cache", "lru_cache"}:
                yield f"{module}:{node.name}"


def _keeps(value: ast.expr) -> bool:
    """True for lists, dicts and sets, and for calls of what keeps something."""
    if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
        return True
    keeping = {"list", "dict", "set", "defaultdict", "deque", "Counter", "ContextVar", "local", "count", "cache"}
    called = value.func if isinstance(value, ast.Call) else None
    called = called.value if isinstance(called, ast.Subscript) else called
    return called is not None and ast.unparse(called).split(".")[-1] in keeping | {"lru_cache", "WeakKeyDictionary"}


@pytest.mark.parametrize("module", MODULES)
def test_arrows_point_down(module: str) -> None:
    assert wrong_arrows(room_of(module), MODULES[module]) == []


@pytest.mark.parametrize("room", sorted({room_of(module) for module in MODULES}))
def test_no_circle_inside_a_room(room: str) -> None:
    assert circle({path: source for path, source in MODULES.items() if room_of(path) == room}) == []


@pytest.mark.parametrize("module", MODULES)
def test_no_module_is_long(module: str) -> None:
    assert len(MODULES[module].splitlines()) <= LONGEST


def test_what_outlives_a_build_has_a_reason() -> None:
    assert {found for module, source in MODULES.items() for found in state(module, source)} == STATE.keys()


def test_one_place_decides_about_the_garbage_collector_and_none_looks_for_threads() -> None:
    assert [module for module, source in MODULES.items() if "gc" in imported(source)] == ["render/collector.py"]
    assert not [module for module, source in MODULES.items() if "threading.enumerate" in source]


@pytest.mark.parametrize(
    ("room", "line", "arrow"),
    [
        ("vault", "from macros.syntax import Host", "vault → syntax"),
        ("syntax", "import mkdocs.plugins", "syntax → mkdocs"),
        ("render", "from macros.hosts.mkdocs import attach", "render → hosts"),
        ("vault", "import markdown", "vault → markdown"),
        ("vault", "def f():\n    import requests", "vault → requests"),
        ("search", "import yaml", "search → yaml"),
        ("version", "import click", "version → click"),
    ],
)
def test_a_broken_arrow_is_seen(room: str, line: str, arrow: str) -> None:
    assert wrong_arrows(room, line) == [arrow]


def test_a_circle_is_seen() -> None:
    for_types = "if TYPE_CHECKING:\n    from macros.a.y import Y"

    assert circle({"a/x.py": for_types, "a/y.py": "from macros.a import x"})
    assert circle({"a/__init__.py": "from macros.a.x import X", "a/x.py": "from macros.a import y", "a/y.py": ""}) == []
    assert circle({"a/__init__.py": "from macros.a.x import X", "a/x.py": "from macros.a import Y"})


@pytest.mark.parametrize(
    "source",
    [
        "A = []",
        "A: dict[str, int] = dict()",
        "A = set[str]()",
        "A = collections.defaultdict(list)",
        "A = ContextVar('A')",
        "@functools.lru_cache(maxsize=None)\ndef A(): ...",
        "class B:\n    @cache\n    def A(self): ...",
        "def f():\n    global A\n    A = 1",
    ],
)
def test_state_is_seen(source: str) -> None:
    assert [*state("m.py", source)] == ["m.py:A"]


def test_a_constant_is_no_state() -> None:
    assert [*state("m.py", "A = (1, 2)\nB = frozenset({1})\nC = MappingProxyType({1: 2})\n__all__ = ['A']")] == []


@pytest.mark.parametrize("readme", ["README.md", "README.ko.md"])
def test_the_drawing_in_the_readme_is_true(readme: str) -> None:
    """`a` ← `b`, `c` ← `d`: each room imports rooms on its left alone."""
    line = next(
        line for line in (MACROS.parent / readme).read_text("utf-8").splitlines() if line.startswith("`language` ←")
    )
    levels = [re.findall(r"`(\w+)`", level) for level in line.split("←")]
    drawn = [room for level in levels for room in level]

    assert set(drawn) == {folder.parent.name for folder in MACROS.glob("*/__init__.py")}
    for number, level in enumerate(levels):
        left = {room for before in levels[:number] for room in before}
        assert all(BELOW[room] & {*drawn} <= left for room in level), level
