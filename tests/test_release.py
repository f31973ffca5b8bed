"""What is asked before a release: that every link of a site leads somewhere; what is deployed, and after what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY
from tests.release.links import broken


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ('<a href="b/">', True),
        ('<a href="b/#%EA%B0%80">', True),
        ('<a href="b/?q=1#가">', True),
        ('<a href="#위">', True),
        ('<a href="/maru/b/index.html">', True),
        ('<a href="https://example.com/x">', True),
        ('<a href="mailto:a@b.c">', True),
        ('<img srcset="그림.png 1x, 그림.png 2x">', True),
        ('<a href="b">', False),
        ('<a href="b/#나">', False),
        ('<a href="#아래">', False),
        ('<a href="/maru/c/">', False),
        ('<a href="https://example.org/maru/c/">', False),
        ('<img src="다른.png">', False),
        ('<img srcset="그림.png 1x, 다른.png 2x">', False),
    ],
)
def test_every_link_of_a_site_is_followed(tmp_path: Path, link: str, *, leads: bool) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/index.html").write_text('<h2 id="가">가</h2>', "utf-8")
    (tmp_path / "index.html").write_text(f'<h1 id="위">{link}</h1>', "utf-8")
    (tmp_path / "그림.png").touch()
    (tmp_path / "empty.html").touch()

    assert (not [*broken(tmp_path, "https://example.org/maru")]) is leads


def test_style_sheets_lead_somewhere_too(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{src:url(a.woff2)} b{background:url('data:image/png;base64,x')}", "utf-8")

    assert [*broken(tmp_path)] == ["a.css: a.woff2"]


def test_nothing_of_ours_is_deployed_without_an_attestation() -> None:
    jobs = yaml.safe_load((REPOSITORY / ".github/workflows/pages.yml").read_text("utf-8"))["jobs"]
    action = yaml.safe_load((REPOSITORY / ".github/actions/site/action.yml").read_text("utf-8"))
    steps = [step.get("uses", "").partition("@")[0] for step in action["runs"]["steps"]]
    order = ["actions/upload-pages-artifact", "actions/attest-build-provenance", "actions/deploy-pages"]

    assert jobs["publish"]["steps"][-1]["with"]["attest"] == "true"
    assert [step for step in steps if step in order] == order


def test_what_make_installs_is_locked() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    installs = re.findall(r"pip install (.+)", makefile.replace("\\\n", " "))

    assert len(installs) > 2
    assert [line for line in installs if "--require-hashes" not in line] == []


def test_each_lock_is_made_by_make_lock() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    locks = {path.parent.relative_to(REPOSITORY).as_posix() for path in REPOSITORY.glob("tests/**/requirements.in")}

    assert "tests/vendor" in locks
    assert all(re.search(rf"(LOCKS :=.*|-o )\b{lock}(?=[ /\n])", makefile) for lock in locks)
