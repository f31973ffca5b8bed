"""The last look: what of what stays at home is found in files, and what is left alone."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from macros.language import language
from macros.publish.leaks.keys import FORMS
from macros.publish.leaks.needles import needles_of
from macros.publish.leaks.public import Public
from macros.publish.leaks.search import Leak, Search
from macros.publish.leaks.told import is_fault, problem_of
from macros.vault import Vault
from tests.vaults import vault

WORDS = "내일 새벽에 아무도 모르게 바다로 떠난다"
NOTES = (
    "글.md: ---\ncontact: kim@home.example.org\n---\n이 문장은 **공개** 노트에도 있고 초안에도 있다. %%" + WORDS + "%%",
    f"일기/초안.md: ---\ndraft: true\ntitle: 아주 비밀스러운 계획\naliases: [Home, 이름 없는 배 이야기]\n---\n"
    f"- [ ] {WORDS}.\n\n이 문장은 공개 노트에도 있고 초안에도 있다.\n---------------------------\n",
    "일기.md: ---\ndraft: true\n---\n짧다.",
)
HOME = Path("/home/kim")
LETTERS = "a8Bd9fKq2LmZx7RtY4uW1vC6nE3jH5gS0pQoT8yU2iO5pA7sD9fG1hJ3kL6zX4cV0bN2mQ8wE5rT7yU1iO3pA6sD9fG"


def looked(data: bytes | str, of: Vault | None = None, name: str = "글/index.html") -> list[Leak]:
    of = of or vault(*NOTES)
    needles = needles_of(of.drafts.values(), of.notes.values(), [HOME, Path("/tmp")])  # noqa: S108 - a common place
    search = Search(needles, Public(of, ["$ docker run --rm -it example/quiet-whale"], language("ko")).has)
    return [*search.look(name, data.encode() if isinstance(data, str) else data).leaks]


def kinds(data: bytes | str, name: str = "a.txt") -> list[str]:
    found = (finding.what for finding in looked(data, name=name))
    return [what if isinstance(what, str) else what.kind for what in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"<p>{WORDS}</p>", "sentence"),
        ("<title>아주 비밀스러운 계획은 - 노트</title>", "title"),
        ("아주 비밀스러운 계획", "title"),
        ("이름 없는 배 이야기", "alias"),
        ('<a href="../%EC%9D%BC%EA%B8%B0/%EC%B4%88%EC%95%88">', ""),
        ("일기/초안.md", "path"),
        ("/home/kim/notes", "machine"),
        ("(kim@home.example.org)", "mail"),
    ],
)
def test_what_stays_at_home_is_found(text: str, kind: str) -> None:
    assert kinds(text) == ([kind] if kind else [])


@pytest.mark.parametrize(
    "text",
    [
        "이 문장은 공개 노트에도 있고 초안에도 있다.",
        "Home, 일기, 초안, 짧다.",
        "---------------------------",
        "매우아주 비밀스러운 계획",
        "/home/kimchi /tmp /tmp/a",
        "contact: kim@home.example.organisation",
    ],
)
def test_what_is_public_common_or_a_part_of_something_longer_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_a_recording_says_what_it_says() -> None:
    of = vault("글.md: 글", "초안.md: ---\ndraft: true\n---\ndocker run --rm -it example/quiet-whale now")

    assert looked("docker run --rm -it example/quiet-whale", of) == []


def packed(kind: str) -> tuple[str, bytes]:
    made, data = BytesIO(), (WORDS * 3).encode()
    if kind == "gz":
        return "a.gz", gzip.compress(data)
    if kind == "docx":
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", data)
        return "a.docx", made.getvalue()
    if kind == "pdf":
        return "a.pdf", b"%PDF-1.7\n1 0 obj\nstream\r\n" + zlib.compress(data) + b"\nendstream"
    texts = {"json": json.dumps({"a": WORDS}).encode(), "cp949": WORDS.encode("cp949")}
    return "a.json", texts.get(kind) or WORDS.encode("utf-16")


@pytest.mark.parametrize("kind", ["gz", "docx", "pdf", "json", "cp949", "utf-16"])
def test_packed_files_are_unpacked(kind: str) -> None:
    name, data = packed(kind)

    assert WORDS.encode() not in data
    assert kinds(data, name) == ["sentence"]
    assert kinds(data[: len(data) // 2], name) in ([], ["sentence"]), "a damaged one raises nothing"


def test_the_name_of_a_file_counts_too() -> None:
    assert kinds("", f"{WORDS}.png") == ["sentence"]


JWT = ".".join(
    base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
    for part in ({"alg": "HS256", "typ": "JWT"}, {"sub": "u-77219", "role": "admin"})
)
KEYS = {
    "AWS": "AKIA" + "Q3ZT7XK5W2MBR4LD",
    "GitHub": "ghp_" + LETTERS[:36],
    "GitLab": "glpat-" + LETTERS[:20],
    "Slack": "xoxb-204819341-7730154628".replace("204819341", "2048193415") + "-" + LETTERS[:24],
    "Google": "AIza" + LETTERS[:35],
    "Stripe": "sk_live_" + LETTERS[:24],
    "npm": "npm_" + LETTERS[:36],
    "PyPI": "pypi-AgEIcHlwaS5vcmc" + LETTERS[:60],
    "SendGrid": "SG." + LETTERS[:22] + "." + LETTERS[22:65],
    "JWT": f"{JWT}.{LETTERS[:43]}",
    "SSH, TLS, PGP": "-----BEGIN OPENSSH PRIVATE KEY-----\n" + "\n".join([LETTERS[:70]] * 3),
}


@pytest.mark.parametrize("issuer", KEYS)
def test_keys_are_found(issuer: str) -> None:
    (finding,) = looked(f'\n<code>"{KEYS[issuer]}"</code>')
    problem = problem_of(finding)

    assert (finding.what, finding.line, is_fault(finding)) == (issuer, 2, True)
    assert LETTERS[:10] not in str(problem), "logs are public"


@pytest.mark.parametrize(
    "text",
    [
        "AKIAIOSFODNN7EXAMPLE",
        "AKIAXXXXXXXXXXXXXXXX",
        "ghp_" + "x" * 36,
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "sk_live_your_key_here",
        "sk_test_" + LETTERS[:24],
        "xoxb-123456789012-1234567890123-" + LETTERS[:24],
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\n" + "\n".join([LETTERS[:70]] * 3),
        # the one that jwt.io shows
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
        "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        "taskAKIAQ3ZT7XK5W2MBR4LD",
    ],
)
def test_what_only_shows_how_a_key_looks_is_left_alone(text: str) -> None:
    assert looked(text) == []


def test_each_form_of_a_key_begins_as_it_says() -> None:
    assert all(form.beginnings and form.form.pattern for form in FORMS)
    assert {form.issuer for form in FORMS} >= set(KEYS)


def test_a_finding_is_remembered_as_it_was() -> None:
    for finding in (*looked(WORDS), *looked(KEYS["AWS"])):
        assert Leak.unpacked(finding.name, json.loads(json.dumps(finding.packed))) == finding
