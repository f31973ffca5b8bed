"""What the labs are made of, and on which terms it is passed on.

`python -m macros.labs.packages MADE LABS` reads what the scripts in guest/ made in MADE, and writes into LABS the list
`packages.json`, and into its folder `licences` the copyright of each package as the package has it.
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
_COPYRIGHTS = "tree/usr/share/doc/*/copyright"


@dataclass(frozen=True, slots=True)
class Package:
    """A package of Debian that is in a lab."""

    name: str
    version: str
    source: str
    source_version: str
    licence: str
    """The short names of its licences, with commas; empty where only the text tells."""

    @property
    def copyright(self) -> str:
        """The file with its copyright and licences, in the folder of the labs."""
        return f"{LICENCES}/{self.name}.txt"

    @property
    def source_url(self) -> str:
        """Where Debian shows the source that it was built from."""
        return f"https://sources.debian.org/src/{self.source}/{self.source_version}/"


def read_packages(folder: Path) -> tuple[Package, ...]:
    """The packages of the labs in `folder`; none where there are none."""
    file = folder / PACKAGES
    return tuple(Package(**one) for one in json.loads(file.read_text("utf-8"))) if file.exists() else ()


def main(made: str, labs: str) -> None:
    """Write the list, and the copyrights; SystemExit for a package that has none."""
    source, target = Path(made), Path(labs)
    packages = [Package(**json.loads(line)) for line in _lines(source)]
    copyrights = {path.parent.name: path for path in source.glob(_COPYRIGHTS)} | {"linux": source / "copyright"}
    shutil.rmtree(target / LICENCES, ignore_errors=True)
    (target / LICENCES).mkdir(parents=True)
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
