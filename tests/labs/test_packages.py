"""What is listed of the packages in labs, and the copyrights that go with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.labs.packages import common_licences, main, read_packages
from tests.conftest import put

KERNEL = {"name": "linux", "version": "6.12.57-1", "source": "linux", "source_version": "6.12.57-1", "licence": "GPL-2"}
LIBRARY = {"name": "libgcc-s1", "version": "14.2-1", "source": "gcc-14", "source_version": "14.2-1", "licence": ""}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """What the scripts leave: of the library's source another package has the copyright."""
    packages = [LIBRARY, {**LIBRARY, "name": "gcc-14-base"}]
    return put(
        tmp_path / "made",
        f"package.jsonl: {json.dumps(KERNEL)}",
        "packages.jsonl: " + "\n".join(map(json.dumps, packages)),
        "linux.copyright: the kernel's",
        ".config: CONFIG_X86=y",
        "tree/usr/share/common-licenses/GPL-2: the GPL",
        "tree/usr/share/doc/gcc-14-base/copyright: the compiler's",
    )


def test_each_package_has_its_copyright(made: Path, tmp_path: Path) -> None:
    labs = tmp_path / "labs"
    main(str(made), str(labs))
    packages = read_packages(labs)

    assert [one.name for one in packages] == ["linux", "libgcc-s1", "gcc-14-base"]
    texts = [(labs / one.copyright).read_text("utf-8").strip() for one in packages]
    assert texts == ["the kernel's", "the compiler's", "the compiler's"]
    assert common_licences(labs, packages) == ["GPL-2"]
    assert {path.name for path in (labs / "licences").iterdir()} >= {"GPL-2.txt", "v86-zstd.txt", "linux-config.txt"}
    assert packages[1].source_url == "https://snapshot.debian.org/package/gcc-14/14.2-1/"


def test_what_has_none_is_not_passed_on(made: Path, tmp_path: Path) -> None:
    (made / "tree/usr/share/doc/gcc-14-base/copyright").unlink()
    with pytest.raises(SystemExit, match="libgcc-s1 has no copyright"):
        main(str(made), str(tmp_path / "labs"))


def test_without_labs_there_are_none(tmp_path: Path) -> None:
    assert read_packages(tmp_path) == ()
