"""What sites serve of others is what the lock says, file for file; nothing here asks the network."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import tarfile
from pathlib import Path

import pytest

from tests.vendor import make, packages, scripts


def test_each_package_is_locked_by_its_hash_and_no_address() -> None:
    text = (packages.HERE / "package-lock.json").read_text("utf-8")
    lock = json.loads(text)["packages"]

    assert {*make.made(), *scripts.PROGRAMS.values(), "vnu-jar"} == {*packages.locked()}
    assert all(re.fullmatch(r"sha512-[\w+/]{86}==", entry["integrity"]) for name, entry in lock.items() if name)
    assert '"resolved"' not in text


def test_the_files_that_sites_serve_are_those_that_were_made_of_the_locked_packages() -> None:
    """Else: `make vendor`."""
    assert json.loads(make.SUMS.read_text("utf-8")) == make.listed()


def test_a_file_that_was_changed_or_put_there_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "ASSETS", tmp_path)
    (tmp_path / "vendor/katex").mkdir(parents=True)
    (tmp_path / "vendor/katex/katex.mjs").write_text("0", "utf-8")
    before = make.listed()
    (tmp_path / "vendor/katex/katex.mjs").write_text("1", "utf-8")
    changed = make.listed()
    (tmp_path / "vendor/katex/more.mjs").write_text("", "utf-8")

    assert before != changed != make.listed()


def test_the_scripts_and_styles_that_sites_serve_were_made_of_today_s_sources() -> None:
    changed = scripts.changed()

    assert not changed, f"Run `make scripts`, for what sites serve was made before this changed: {', '.join(changed)}."


def test_a_source_that_was_changed_added_or_taken_away_is_seen_and_so_is_what_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts, "ROOT", tmp_path)
    monkeypatch.setattr(scripts, "SUMS", tmp_path / "scripts.json")
    for name in ("macros/browser/a.js", "macros/browser/b/c.css", f"{scripts.MADE_IN}/maru.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("0", "utf-8")
    scripts.SUMS.write_text(json.dumps(scripts.listed()), "utf-8")

    assert scripts.changed() == []
    (tmp_path / "macros/browser/a.js").unlink()
    (tmp_path / "macros/browser/b/c.css").write_text("1", "utf-8")
    (tmp_path / "macros/browser/b/d.js").write_text("1", "utf-8")
    (tmp_path / scripts.MADE_IN / "maru.js").write_text("1", "utf-8")
    names = ["macros/browser/a.js", "macros/browser/b/c.css", "macros/browser/b/d.js", f"{scripts.MADE_IN}/maru.js"]
    assert scripts.changed() == names


def test_the_readmes_beside_them_name_the_locked_versions() -> None:
    readmes = [(folder / "README.md").read_text("utf-8") for folder in (make.ASSETS / "vendor", make.WHOLE)]

    for package in make.listed():
        assert any(package.lower() in readme.lower() for readme in readmes), package
    cutters = re.findall(r"^(\w+)==(\S+)", (packages.HERE / "requirements.in").read_text("utf-8"), re.MULTILINE)
    assert [cutter for cutter in cutters if " ".join(cutter) not in readmes[1]] == []


@pytest.mark.parametrize("is_genuine", [True, False])
def test_another_package_than_the_locked_one_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_genuine: bool
) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as files:
        files.addfile(tarfile.TarInfo("package/a.js"))
    digest = base64.b64encode(hashlib.sha512(packed.getvalue()).digest()).decode()
    lock = {"katex": packages.Locked("1.0.0", f"sha512-{digest if is_genuine else digest[::-1]}")}
    monkeypatch.setattr(packages, "locked", lambda: lock)
    monkeypatch.setattr(packages, "npm", lambda folder, *_: (folder / "katex.tgz").write_bytes(packed.getvalue()))
    if is_genuine:
        assert [path.name for path in packages.unpacked("katex", tmp_path).iterdir()] == ["a.js"]
        return

    with pytest.raises(SystemExit, match=r"katex 1\.0\.0 is not the package whose hash is locked"):
        packages.unpacked("katex", tmp_path)
    assert [*tmp_path.iterdir()] == []
