"""The arrows of the plan: which room may import which."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MACROS = Path(__file__).parent.parent / "macros"
BELOW = {
    "language": set(),
    "vault": {"language"},
    "settings": {"language", "vault"},
    "syntax": {"language", "vault"},
    "commands": {"language", "vault"},
    "search": {"vault"},
    "render": {"language", "vault", "syntax", "commands", "search"},
    "publish": {"language", "settings", "vault", "syntax", "commands", "search"},
    "hosts": {"language", "settings", "vault", "syntax", "commands", "search", "render", "publish", "macro_report"},
    "cli": {"language", "settings", "vault", "commands", "publish", "hosts", "macro_report", "version"},
    "macro_calls": {"language", "vault"},
    "env": {"language", "vault", "commands", "macro_calls"},
    "macro_report": {"language", "vault", "commands", "macro_calls", "env"},
    "version": set(),
    "__init__": {"env"},
    "mkdocs_hook": {"hosts"},
    "__main__": {"cli"},
}
"""For each room of `macros` the rooms that it may import; each may import itself."""
GENERATORS = {"mkdocs", "zensical", "mkdocs_macros", "material"}
"""Site generators: only these rooms know one."""
KNOW_A_GENERATOR = {"hosts", "mkdocs_hook"}
PURE = {"vault": {"yaml", "markdown_it", "mdit_py_plugins", "rapidfuzz"}}
"""The libraries that a pure room may use beside the standard one."""


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def wrong_arrows(room: str, source: str) -> list[str]:
    wrong = []
    for module in imported(source):
        first, _, rest = module.partition(".")
        if first == "macros" and rest:
            target = rest.split(".")[0]
            if target != room and target not in BELOW[room]:
                wrong.append(f"{room} → {target}")
        if first in GENERATORS and room not in KNOW_A_GENERATOR:
            wrong.append(f"{room} → {first}")
        if room in PURE and first in {"markdown", "pymdownx", "jinja2", "nh3", "pygments"}:
            wrong.append(f"{room} → {first}")
    return wrong


MODULES = sorted(MACROS.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(MACROS).as_posix())
def test_arrows_point_down(module: Path) -> None:
    room = module.relative_to(MACROS).parts[0].removesuffix(".py")

    assert wrong_arrows(room, module.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("room", "line", "arrow"),
    [
        ("vault", "from macros.syntax import Host", "vault → syntax"),
        ("syntax", "import mkdocs.plugins", "syntax → mkdocs"),
        ("render", "from macros.hosts.mkdocs import attach", "render → hosts"),
        ("vault", "import markdown", "vault → markdown"),
    ],
)
def test_a_broken_arrow_is_seen(room: str, line: str, arrow: str) -> None:
    assert wrong_arrows(room, line) == [arrow]


def test_no_room_keeps_state_between_builds() -> None:
    """Lists, dicts and sets at the top of a module would outlive a build of `mkdocs serve`."""
    kept = []
    for module in MODULES:
        for node in ast.parse(module.read_text("utf-8")).body:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            mutable = isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
            names = [target.id for target in getattr(node, "targets", []) if isinstance(target, ast.Name)]
            if mutable and names != ["__all__"]:
                kept.append(f"{module.name}:{node.lineno}")
    assert kept == []
