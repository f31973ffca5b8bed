"""How the scripts of the site are written, beyond what the linter sees."""

from __future__ import annotations

import re

from tests.conftest import REPOSITORY

BROWSER = REPOSITORY / "macros/browser"
SCRIPTS = {file.relative_to(BROWSER).as_posix(): file.read_text("utf-8") for file in sorted(BROWSER.rglob("*.js"))}
MODULES = {name.removeprefix("search/"): text for name, text in SCRIPTS.items() if name.startswith("search/")}
IMPORT = re.compile(r'^import \{ (.+?) \} from "\./(.+?)";$', re.MULTILINE)
LATER = re.compile(r'const \{ (.+?) \} = await import\("\./(.+?)"\);')
EXPORT = re.compile(r"^export (?:const|class|async function\*?) (\w+)", re.MULTILINE)


def test_modules_are_short_and_lines_fit() -> None:
    assert {name: text.count("\n") for name, text in SCRIPTS.items() if text.count("\n") >= 200} == {}
    long = [f"{name}: {line}" for name, text in SCRIPTS.items() for line in text.splitlines() if len(line) > 120]
    assert long == []


def test_each_export_is_imported_somewhere() -> None:
    imported = {
        (name, of)
        for text in MODULES.values()
        for names, of in IMPORT.findall(text) + LATER.findall(text)
        for name in names.split(", ")
    }
    worker = SCRIPTS["kb-search-worker.js"]
    unused = [
        f"{module}: {name}"
        for module, text in MODULES.items()
        for name in EXPORT.findall(text)
        if (name, module) not in imported and not (f"search/{module}" in worker and re.search(rf"\b{name}\b", worker))
    ]
    assert MODULES
    assert unused == []


def test_modules_import_no_circle() -> None:
    waiting = {module: {of for _, of in IMPORT.findall(text)} for module, text in MODULES.items()}
    while free := [module for module, others in waiting.items() if not others & waiting.keys()]:
        for module in free:
            del waiting[module]
    assert waiting == {}
