"""A site gives way to the next one at once, wherever a build is killed or fails."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.hosts import scaffold as tested
from macros.hosts.scaffold import Scaffold
from macros.hosts.swap import files_of

OLD = {
    "index.html": "old",
    "a/index.html": "old",
    "secret/index.html": "old",
    "same/index.html": "same",
    "file": "old",
    "folder/x": "old",
    ".well-known/key": "theirs",
    ".git/HEAD": "theirs",
}
NEW = {
    "index.html": "new",
    "a/index.html": "new",
    "b/index.html": "new",
    "same/index.html": "same",
    "file/x": "new",
    "folder": "new",
    ".well-known/key": "theirs",
    ".git/HEAD": "theirs",
}
STRIDE = max(6 - int(os.environ.get("KB_KILLS", "1")), 1)
"""A build is ended at each fifth change of the disk, or by `make bench`, which names a number of kills, at each."""
CHANGES = ("open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "ctypes.dlsym", "shutil.rmtree")
"""What Python reports before it does it, as far as it may change a disk."""


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def build(site: Path, *, publishes: bool = True) -> None:
    """What a build does: it writes what is new, and keeps what is not."""
    scaffold = Scaffold(site, lambda _: None)
    try:
        written(scaffold.next, {name: text for name, text in NEW.items() if text == "new"})
        if publishes:
            gone = [name for name, _ in files_of(site) if name not in NEW]
            scaffold.publish(["same/index.html"] if site.exists() else [], gone)
    finally:
        scaffold.take_down()


def interrupted(site: Path, at: int, end: Callable[[], object]) -> bool:
    """Build in a process of its own, which meets `end` before change number `at`; False when it has fewer."""
    if (child := os.fork()) == 0:
        left = [at]

        def count(event: str, _: object) -> None:
            if event in CHANGES:
                left[0] -= 1
                if left[0] == 0:
                    end()

        try:
            sys.addaudithook(count)
            build(site)
        finally:
            os._exit(0 if left[0] > 0 else 3)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", OLD)


@pytest.fixture
def steps(tmp_path: Path) -> Callable[..., Iterator[Path]]:
    """A site for each change that a build makes to the disk, at which that comes to its end."""

    def each(end: Callable[[], object]) -> Iterator[Path]:
        for at in range(1, 1000, STRIDE):
            site = written(tmp_path / f"{at}/site", OLD)
            if not interrupted(site, at, end):
                assert at > 30
                return
            yield site
            shutil.rmtree(site.parent)

    return each


@pytest.mark.parametrize("end", [lambda: os._exit(3), full])
def test_wherever_a_build_ends_the_site_is_the_old_one_or_the_new_one(
    steps: Callable[..., Iterator[Path]], end: Callable[[], object]
) -> None:
    found = []
    for site in steps(end):
        found.append(read(site))
        assert found[-1] in (OLD, NEW)

        before = {OLD["index.html"]: OLD, NEW["index.html"]: NEW}[found[-1]["index.html"]]
        Scaffold(site, lambda _: None).take_down()
        assert read(site) == before
        assert names(site.parent) == ["site"]
        build(site)
        assert read(site) == NEW
        assert names(site.parent) == ["site"]
    assert OLD in found
    assert NEW in found


def test_wherever_a_build_ends_the_folder_stays_who_holds_it(tmp_path: Path) -> None:
    """A container has the folder itself, not its name: it sees the new site once the next build has begun."""
    for at in range(2, 1000, STRIDE):
        site = written(tmp_path / f"{at}/site", OLD)
        held = os.open(site, os.O_RDONLY)
        goes_on = interrupted(site, at, lambda: os._exit(3))
        build(site)
        assert os.stat("a/index.html", dir_fd=held).st_ino == (site / "a/index.html").stat().st_ino
        assert os.fstat(held).st_ino == site.stat().st_ino
        os.close(held)
        if not goes_on:
            return


@pytest.mark.parametrize("reason", ["no exchange", "another owner", "another file system"])
@pytest.mark.parametrize("end", [lambda: os._exit(3), full])
def test_where_folders_cannot_change_places_what_is_gone_goes_first(
    steps: Callable[..., Iterator[Path]], monkeypatch: pytest.MonkeyPatch, end: Callable[[], object], reason: str
) -> None:
    def across(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    change = {"no exchange": ("can_exchange", lambda _: False), "another file system": ("exchange", across)}
    if reason in change:
        monkeypatch.setattr(tested, *change[reason])
    else:
        monkeypatch.setattr(Scaffold, "_complete", lambda *_: False)
    both = [name for name in OLD.keys() & NEW.keys() if OLD[name] != "theirs"]
    mixed = 0
    for site in steps(end):
        found = read(site)
        assert {found[name] for name in both} <= {"old", "new", "same"}
        assert not ("secret/index.html" in found and "new" in {found.get(name) for name in NEW})
        mixed += {found["index.html"], found["a/index.html"]} == {"old", "new"}
        build(site)
        assert read(site) == NEW
        assert names(site.parent) == ["site"]
    assert mixed or end is full or STRIDE > 1  # the test sees what it looks for


def test_what_is_the_same_stays_as_it_is(site: Path) -> None:
    scaffold = Scaffold(site, lambda _: None)
    before = (site / "index.html").stat()
    written(scaffold.next, {"index.html": "old", "b": "new"})
    scaffold.publish(["same/index.html"], ["a/index.html", "secret/index.html", "file", "folder/x"])
    scaffold.take_down()

    after = (site / "index.html").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 1)
    assert {*read(site)} == {"index.html", "same/index.html", "b", ".well-known/key", ".git/HEAD"}


def test_two_builds_at_once_do_not_mix(site: Path) -> None:
    first, told = Scaffold(site, lambda _: None), list[str]()

    def build_too() -> None:
        Scaffold(site, lambda said: told.append(str(said))).take_down()
        told.append("began")

    second = threading.Thread(target=build_too)
    second.start()
    written(first.next, {"index.html": "new"})
    second.join(0.3)
    assert [line.partition(" is at ")[0] for line in told] == ["another build"]
    first.publish({name for name in OLD if not name.startswith(".")}, [])
    first.take_down()
    second.join(10)
    assert told[1:] == ["began"]
    assert read(site) == {**OLD, "index.html": "new"}


@pytest.mark.parametrize("theirs", ["folder", "file"])
def test_what_is_somebody_elses_beside_the_site_is_left_alone(site: Path, theirs: str) -> None:
    place = site.with_name(".site.maru")
    written(place, {"theirs.txt": "theirs"}) if theirs == "folder" else place.write_text("theirs", "utf-8")
    build(site)

    assert read(site) == NEW
    assert (place / "theirs.txt" if theirs == "folder" else place).read_text("utf-8") == "theirs"


def test_a_site_that_is_a_link_stays_one(site: Path, tmp_path: Path) -> None:
    (tmp_path / "www").symlink_to("site")
    build(tmp_path / "www")

    assert (tmp_path / "www").is_symlink()
    assert read(site) == NEW


def test_a_new_site_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    build(tmp_path / "a/site", publishes=False)
    assert names(tmp_path / "a") == []
    build(tmp_path / "a/site")
    assert read(tmp_path / "a/site").keys() == {name for name in NEW if NEW[name] == "new"}
