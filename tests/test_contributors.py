"""What contributors and those who report something are told: the documents, the forms, and the version."""

import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from macros.version import VERSION
from tests.conftest import REPOSITORY
from tests.test_repository import GITHUB, load

CODE = re.compile(r"^ *```\w*\n(.*?)^ *```|`([^`\n]+)`", re.MULTILINE | re.DOTALL)
PATH = re.compile(
    r"(?<![\w./@-])(?:(?:macros|tests|docs|overrides|\.github)/[\w./-]*|[A-Za-z][\w.-]*\.(?:md|yml|in)\b)"
)
RELEASE = re.compile(r"\[(\d+\.\d+\.\d+)\] - \d{4}-\d\d-\d\d")
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


def wrong_form(form: dict[str, Any]) -> list[str]:
    """What GitHub would refuse of an issue form: keys that are missing, elements by id or type, names given twice."""
    body = form.get("body", [])
    fields = [element for element in body if element["type"] != "markdown"]
    wrong = [key for key in ("name", "description", "body") if not form.get(key)]
    wrong += [element.get("id", element["type"]) for element in body if not is_element(element)]
    for names in ([field.get("id") for field in fields], [field["attributes"].get("label") for field in fields]):
        wrong += sorted({name for name in names if names.count(name) > 1})
    return wrong if fields else [*wrong, "no field"]


def is_element(element: dict[str, Any]) -> bool:
    """True when `element` of a form has what GitHub wants of its type."""
    if element["type"] == "markdown":
        return "id" not in element and bool(element["attributes"].get("value"))
    needs = {"textarea": (), "input": (), "dropdown": ("options",), "checkboxes": ("options",)}.get(element["type"])
    is_named = bool(re.fullmatch(r"[A-Za-z0-9_-]+", element.get("id", "")))
    return is_named and needs is not None and all(element["attributes"].get(key) for key in ("label", *needs))


def test_issue_forms_are_as_github_reads_them() -> None:
    forms = {path.stem: load(path) for path in FORMS}
    asked = {field["id"] for field in forms["bug"]["body"] if field.get("validations", {}).get("required")}

    assert {name: wrong_form(form) for name, form in forms.items()} == {"bug": [], "wish": []}
    assert {"vault", "version"} <= asked
    assert load(GITHUB / "ISSUE_TEMPLATE/config.yml").keys() <= {"blank_issues_enabled", "contact_links"}


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("[{type: markdown, attributes: {value: a}}]", ["no field"]),
        ("[{type: input, id: a, attributes: {label: A}}, {type: input, id: a, attributes: {label: B}}]", ["a"]),
        ("[{type: input, id: a, attributes: {label: A}}, {type: input, id: b, attributes: {label: A}}]", ["A"]),
        ("[{type: input, attributes: {label: A}}]", ["input"]),
        ("[{type: input, id: a b, attributes: {label: A}}]", ["a b"]),
        ("[{type: input, id: a, attributes: {}}]", ["a"]),
        ("[{type: dropdown, id: a, attributes: {label: A}}]", ["a"]),
        ("[{type: text, id: a, attributes: {label: A}}]", ["a"]),
    ],
)
def test_what_github_would_refuse_is_seen(body: str, wrong: list[str]) -> None:
    assert wrong_form(yaml.safe_load(f"{{name: A, description: B, body: {body}}}")) == wrong


def missing(document: str) -> set[str]:
    """What `document`, a text below .github, names and the repository does not have.

    Looked at are the targets of links, and in code: targets of make, files and folders, programs of .venv/bin and
    commands of `python -m macros`. A path with NAME in it is the reader's own.
    """
    code = "\n".join(block or span for block, span in CODE.findall(document))
    links = {f".github/{link}" for link in re.findall(r"\]\((?!\w+:|#)([^)#]+)", document)}
    absent = {path for path in {*PATH.findall(code), *links} if not (REPOSITORY / path).exists() and "NAME" not in path}
    targets = {target for line in re.findall(r"\bmake((?: [a-z][a-z-]*)+)", code) for target in line.split()}
    programs = set(re.findall(r"\.venv/bin/(\w+)", code)) - {"python"}
    commands = {name for name in re.findall(r"-m macros (\w+)", code) if not is_command(name)}
    targets -= words_of("Makefile", ":")
    programs -= words_of("tests/requirements.txt", "==")
    return absent | targets | programs | commands


def words_of(file: str, end: str) -> set[str]:
    """The words before `end` with which lines of `file` begin."""
    return set(re.findall(rf"^([\w-]+){end}", (REPOSITORY / file).read_text("utf-8"), re.MULTILINE))


def is_command(name: str) -> bool:
    """True when `python -m macros` has a command `name`."""
    asked = [sys.executable, "-m", "macros", name, "--help"]
    return not subprocess.run(asked, cwd=REPOSITORY, capture_output=True, check=False).returncode


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "PULL_REQUEST_TEMPLATE.md", "SECURITY.md"])
def test_what_contributors_read_names_what_is_there(name: str) -> None:
    assert missing((GITHUB / name).read_text("utf-8")) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`make test tost`", {"tost"}),
        ("```sh\nmake test   # all\nmake tost\n```", {"tost"}),
        ("1. A list\n\n   ```sh\n   make tost\n   ```", {"tost"}),
        ("they make tost of `tests/vaults.py`", set()),
        ("`tests/gone.py` and `GONE.md`, `tests/syntax/NAME.md`", {"tests/gone.py", "GONE.md"}),
        ("[a](../README.md#b) [c](../GONE.md) [d](https://example.com)", {".github/../GONE.md"}),
        ("`.venv/bin/raff check`", {"raff"}),
        ("`python -m macros rekord a`", {"rekord"}),
    ],
)
def test_what_is_not_there_is_seen(text: str, names: set[str]) -> None:
    assert missing(text) == names


def wrong_release(version: str, tags: Sequence[str], changelog: str) -> list[str]:
    """What is wrong with a commit of `version` that has `tags`: the version, heads of `changelog`, or tags."""
    heads = re.findall(r"^## (.*)$", changelog, re.MULTILINE)
    is_open = heads[:1] == ["[Unreleased]"]
    told = [found and found[1] for found in (RELEASE.fullmatch(head) for head in heads[is_open:])]
    is_told = told[:1] == [version]
    wrong = [] if re.fullmatch(r"\d+\.\d+\.\d+", version) and (is_open or is_told) else [version]
    wrong += [head for head, number in zip(heads[is_open:], told, strict=True) if not number]
    return wrong + [tag for tag in tags if re.match(r"v\d+\.", tag) and not (is_told and tag == f"v{version}")]


def test_a_version_is_what_its_tag_and_the_changelog_say() -> None:
    tags = subprocess.run(["git", "tag", "--points-at"], cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert wrong_release(VERSION, tags.stdout.split(), (REPOSITORY / "CHANGELOG.md").read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("version", "tags", "heads", "wrong"),
    [
        ("1.2.0", [], ["[Unreleased]"], []),
        ("1.2.0", ["v1", "v1.2.0"], ["[Unreleased]", "[1.2.0] - 2026-12-01", "[1.1.0] - 2026-11-01"], []),
        ("1.2", [], ["[Unreleased]"], ["1.2"]),
        ("1.2.0", [], ["[1.1.0] - 2026-11-01"], ["1.2.0"]),
        ("1.2.0", [], ["[1.2.0]"], ["1.2.0", "[1.2.0]"]),
        ("1.2.0", ["v1.2.0"], ["[Unreleased]"], ["v1.2.0"]),
        ("1.2.0", ["v1.3.0"], ["[1.2.0] - 2026-12-01"], ["v1.3.0"]),
    ],
)
def test_a_wrong_release_is_seen(version: str, tags: list[str], heads: list[str], wrong: list[str]) -> None:
    assert wrong_release(version, tags, "".join(f"## {head}\n\n" for head in heads)) == wrong
