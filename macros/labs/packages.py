"""What the labs are made of, and on which terms it is passed on.

`python -m macros.labs.packages MADE LABS` reads what the scripts in guest/ made in MADE, and writes into LABS the list
`packages.json`, and into its folder `licences` the copyright of each package as the package has it, the licences that
these name, the notices of what v86 has in it, and the kernel's settings.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

PACKAGES = "packages.json"
LICENCES = "licences"
KERNEL_SETTINGS = f"{LICENCES}/linux-config.txt"
_COPYRIGHTS = "tree/usr/share/doc/*/copyright"
_COMMON = "tree/usr/share/common-licenses/*"
_NOTICES = Path(__file__).with_name("notices")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of Debian that is in a lab."""

    name: str
    version: str
    source: str
    source_version: str
    licence: str
    """The short names of its licences, with commas; empty where only the text tells."""
    built_using: str = ""
    """Sources that it has parts of beside its own: `glibc (= 2.41-12)`, with commas."""

    @property
    def copyright(self) -> str:
        """The file with its copyright and licences, in the folder of the labs."""
        return f"{LICENCES}/{self.name}.txt"

    @property
    def source_url(self) -> str:
        """Where Debian keeps the source that it was built from."""
        return f"https://snapshot.debian.org/package/{self.source}/{self.source_version}/"


def read_packages(folder: Path) -> tuple[Package, ...]:
    """The packages of the labs in `folder`; none where there are none."""
    file = folder / PACKAGES
    return tuple(Package(**one) for one in json.loads(file.read_text("utf-8"))) if file.exists() else ()


def common_licences(folder: Path, packages: Sequence[Package]) -> Sequence[str]:
    """The names of the licences that copyrights of `packages` name, whose texts are in `folder` too: `GPL-2`."""
    others = {one.name for one in packages} | {path.stem for path in _NOTICES.iterdir()} | {Path(KERNEL_SETTINGS).stem}
    return sorted({path.stem for path in (folder / LICENCES).glob("*.txt")} - others)


def main(made: str, labs: str) -> None:
    """Write the list, and the texts; SystemExit for a package that has no copyright."""
    source, target = Path(made), Path(labs)
    packages = [Package(**json.loads(line)) for line in _lines(source)]
    copyrights = {path.parent.name: path for path in source.glob(_COPYRIGHTS)}
    copyrights |= {path.stem: path for path in source.glob("*.copyright")}
    shutil.rmtree(target / LICENCES, ignore_errors=True)
    (target / LICENCES).mkdir(parents=True)
    for licence in source.glob(_COMMON):
        shutil.copyfile(licence, target / LICENCES / f"{licence.name}.txt")
    for notice in _NOTICES.iterdir():
        shutil.copyfile(notice, target / LICENCES / notice.name)
    shutil.copyfile(source / ".config", target / KERNEL_SETTINGS)
    for package in packages:
        shutil.copyfile(_copyright(package, packages, copyrights), target / package.copyright)
    text = json.dumps([asdict(package) for package in packages], ensure_ascii=False, indent=1)
    (target / PACKAGES).write_text(f"{text}\n", "utf-8")


def _lines(made: Path) -> Iterator[str]:
    for name in ("package.jsonl", "packages.jsonl"):
        yield from (made / name).read_text("utf-8").splitlines()


def _copyright(package: Package, packages: Sequence[Package], copyrights: Mapping[str, Path]) -> Path:
    """The file of `package`, or of another one of the same source."""
    family = [one.name for one in packages if one.source == package.source]
    for name in (package.name, *family):
        if name in copyrights:
            return copyrights[name]
    raise SystemExit(f"{package.name} has no copyright, and cannot be passed on without.")


if __name__ == "__main__":
    main(*sys.argv[1:])
