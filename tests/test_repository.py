"""What the repository promises of itself."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.settings import SCHEMA, read_settings
from tests.conftest import REPOSITORY
from tests.docs.picture import LARGEST, picture_of
from tests.syntax.test_fixtures import cases

LOCKS = sorted(
    path.relative_to(REPOSITORY).as_posix()
    for pattern in ("requirements.txt", "tests/**/requirements.txt")
    for path in REPOSITORY.glob(pattern)
)
GITHUB = REPOSITORY / ".github"
TOP = {"docs", "macros", "overrides", "tests"}
TOP |= {"mkdocs.yml", "requirements.txt", "requirements.in", "Makefile"}
READMES = ("README.md", "README.ko.md")
TOP |= {*READMES, "CHANGELOG.md", "LICENSE", "zensical.yml"}
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+).+?\1")


def load(path: Path) -> dict[str, Any]:
    """The YAML of `path`."""
    return dict(yaml.safe_load(path.read_text("utf-8")))


def test_the_top_level_is_the_plan() -> None:
    visible = {path.name for path in REPOSITORY.iterdir() if not path.name.startswith(".")}

    assert visible - TOP - {"site"} == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes_and_no_host(lock: str) -> None:
    text = (REPOSITORY / lock).read_text("utf-8")
    pinned = re.findall(r"^([\w.-]+)==\S+( ; [^\n\\]+)? \\\n    --hash=sha256:", text, re.MULTILINE)

    assert len(pinned) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 0
    assert "://" not in text


def test_the_readme_shows_each_syntax_with_a_case_of_its_fixture() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (`+) ?(.+?) ?\1 \| .+ \| \[(\w+)\]\(tests/syntax/\3\.md\) \|$", readme, re.MULTILINE)
    fixtures = {path.stem: path for path in (REPOSITORY / "tests/syntax").glob("*.md")}

    assert sorted(name for _, _, name in rows) == sorted(fixtures)
    for _, source, name in rows:
        assert any(source.replace("\\|", "|") in case.source for case in cases(fixtures[name])), source


@pytest.mark.parametrize("name", READMES)
def test_the_readme_lists_the_options(name: str, tmp_path: Path) -> None:
    readme = (REPOSITORY / name).read_text("utf-8")
    plugin = ast.parse((REPOSITORY / "macros/hosts/mkdocs.py").read_text("utf-8"))
    (config,) = [n for n in plugin.body if isinstance(n, ast.ClassDef) and n.name == "KnowledgeBaseConfig"]
    options = [n.targets[0].id for n in config.body if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)]
    sources = "".join(path.read_text("utf-8") for path in (REPOSITORY / "macros").rglob("*.py"))
    environment = set(re.findall(r"\bKB_[A-Z_]+", sources + (REPOSITORY / "mkdocs.yml").read_text("utf-8")))

    assert options
    assert [name for name in {*options, *environment} if f"`{name}" not in readme] == []
    rows = {key: row for row in re.findall(r"^\| (`.+) \|$", readme, re.MULTILINE) for key in _keys(row)}
    for key, option in SCHEMA.items():
        assert key in rows, key
        assert not option.environment or f"`{option.environment}`" in rows[key]
    (example,) = (of for of in re.findall(r"```yaml\n(.+?)```", readme, re.DOTALL) if "\nnavigation:" in of)
    (tmp_path / "maru.yml").write_text(example, "utf-8")
    assert {*read_settings(tmp_path, {}).places} == {*SCHEMA}


def _keys(row: str) -> list[str]:
    """The names in the first cell of a row: `` `logo`, `icon` | … ``."""
    return re.findall(r"`(\w+)`", row.partition(" | ")[0])


def test_the_readmes_are_the_same_in_each_language() -> None:
    english, korean = (frame((REPOSITORY / name).read_text("utf-8")) for name in READMES)

    assert all(english.values())
    for part in english:
        assert korean[part] == english[part], part


@pytest.mark.parametrize("name", READMES)
def test_the_picture_of_the_readme_is_there_in_both_palettes_and_not_large(name: str) -> None:
    """Else: `make picture`."""
    shown = re.findall(r'src(?:set)?="([^"]+)"', (REPOSITORY / name).read_text("utf-8"))

    assert {REPOSITORY / file for file in shown} == {picture_of("light"), picture_of("dark")}
    assert all(0 < (REPOSITORY / file).stat().st_size <= LARGEST for file in shown)


@pytest.mark.parametrize("name", READMES)
def test_every_anchor_of_the_readme_leads_somewhere(name: str) -> None:
    readme = (REPOSITORY / name).read_text("utf-8")
    wanted, there = anchors(readme)

    assert wanted
    assert wanted - there == set()


def test_a_readme_that_fell_behind_is_seen() -> None:
    readme = "# A\n\n| a |\n| - |\n| 1 s |\n| [b](B.md) |\n\n```sh\nmaru new  # c\n```\n\n```\na.py  says\n```\n"
    changes = {
        "# A": ("## A", "headings"),
        "| 1 s |\n": ("", "tables"),
        "1 s": ("2 s", "tables"),
        "B.md": ("C.md", "links"),
        "maru new": ("maru old", "code"),
        "a.py": ("b.py", "code"),
    }

    translated = readme.replace("A", "가").replace("# c", "# 다").replace("says", "말한다")
    assert frame(translated) == frame(readme)
    for old, (new, part) in changes.items():
        changed = frame(readme.replace(old, new, 1))
        assert [name for name in changed if changed[name] != frame(readme)[name]] == [part], old
    anchored = '[a](#가-b) [c](#d) [e](#f)\n\n## 가: `B`\n<a id="d"></a>\n```sh\n# f\n```\n'
    assert anchors(anchored) == ({"가-b", "d", "f"}, {"가-b", "d"})


def frame(readme: str) -> dict[str, list[Any]]:
    """What of a README no language changes: levels of headings, numbers in each row of each table, code, links."""
    prose = FENCE.sub("", readme)
    tables = re.findall(r"(?:^\|.*\n)+", prose, re.MULTILINE)
    links = re.findall(r"\]\(([^)\s]+)\)", CODE.sub("", prose))
    return {
        "headings": re.findall(r"^#+(?= )", prose, re.MULTILINE),
        "tables": [[re.findall(r"\d+(?:[.,]\d+)*", row) for row in table.splitlines()] for table in tables],
        "code": [_figure(code) if not language else _commentless(code) for language, code in FENCE.findall(readme)],
        "links": sorted(link for link in links if link not in READMES and not link.startswith("#")),
    }


def _figure(text: str) -> list[str]:
    """The files and folders in a block of no language, which has words of the README's own language beside them."""
    return sorted(re.findall(r"[\w-]+(?:/|\.[a-z]+)", text))


def _commentless(code: str) -> list[str]:
    """`["maru new"]` of `maru new  # a vault`; an address such as `maru#subdirectory` has no comment."""
    return list(filter(None, (re.sub(r"(^|\s+)#.*", "", line) for line in code.splitlines())))


def anchors(readme: str) -> tuple[set[str], set[str]]:
    """The anchors that a README links to, and those that it has: GitHub makes `the-command-maru` of a heading."""
    prose = FENCE.sub("", readme)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return set(re.findall(r"\]\(#([^)\s]+)\)", CODE.sub("", prose))), made | set(re.findall(r'<a id="(.+?)">', prose))


def test_actions_are_pinned_and_publish_only_main() -> None:
    files = [*(REPOSITORY / ".github/workflows").glob("*.yml"), *(REPOSITORY / ".github/actions").glob("*/action.yml")]
    loaded = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in files}
    jobs = [job for file in loaded.values() for job in file.get("jobs", {}).values()]
    steps = [
        step
        for holder in (*jobs, *(file.get("runs", {}) for file in loaded.values()))
        for step in holder.get("steps", ())
    ]
    pages = loaded["pages.yml"]["jobs"]
    writing = {name for name, job in pages.items() if job["permissions"] != {"contents": "read"}}

    assert {"pages.yml", "action.yml"} <= set(loaded)
    for used in [step["uses"] for step in steps if "uses" in step]:
        assert re.search(r"^\./|@[0-9a-f]{40}$", used), used
    assert not any("${{" in step.get("run", "") for step in steps), "an expression becomes a part of the command"
    assert all(loaded[name]["permissions"] == {} for name in loaded if name != "action.yml")
    assert writing == {"labs", "publish"}
    for name in writing:
        assert "event_name != 'pull_request' && github.ref == 'refs/heads/main'" in pages[name]["if"]
    assert {name: job["needs"] for name, job in pages.items() if "needs" in job} == {"publish": ["check", "labs"]}
    assert not any(
        re.search(r"make test|pytest", step.get("run", "")) for job in pages.values() for step in job["steps"]
    )


def test_every_workflow_is_pinned_and_asks_for_little() -> None:
    workflows = {path.name: load(path) for path in (GITHUB / "workflows").glob("*.yml")}
    steps = [step for flow in workflows.values() for job in flow["jobs"].values() for step in job["steps"]]
    used = sorted({step["uses"] for step in steps if not step.get("uses", "./").startswith("./")})

    assert {"pages.yml", "test.yml"} <= workflows.keys()
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action in used)
    assert len({action.split("@")[0] for action in used}) == len(used), "an action at two commits"
    assert {name: flow["permissions"] for name, flow in workflows.items()} == {name: {} for name in workflows}
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"].get("persist-credentials") for step in checkouts] == [False] * len(checkouts)
    assert all(job["timeout-minutes"] <= 60 for job in workflows["test.yml"]["jobs"].values())


def test_dependabot_sees_each_lock_and_action() -> None:
    updates = load(GITHUB / "dependabot.yml")["updates"]
    seen = {update["package-ecosystem"]: set(update["directories"]) for update in updates}
    actions = {f"/{path.parent.relative_to(REPOSITORY)}" for path in GITHUB.glob("actions/*/action.yml")}

    assert seen["pip"] == {"/" + lock.rpartition("/")[0] for lock in LOCKS}
    assert {"/", *actions} <= seen["github-actions"]
    assert seen["npm"] == {"/tests/vendor"}


def test_no_rule_of_ours_is_dropped_by_browsers() -> None:
    """A pseudo-element in `:is()` or the like makes the whole selector one that matches nothing."""
    styles = sorted((REPOSITORY / "macros/browser").rglob("*.css"))
    style = "\n".join(path.read_text("utf-8") for path in styles)

    assert re.findall(r":(?:is|where|not)\([^)]*::[^)]*\)", style) == []
