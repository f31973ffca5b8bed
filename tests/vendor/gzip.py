"""A file in the form of gzip, the same bytes whichever zlib there is: `python -m tests.vendor.gzip SOURCE TARGET`.

Run by a Python that has what requirements.in beside this lists.
"""

from __future__ import annotations

import sys
from pathlib import Path

from zopfli.gzip import compress


def main(source: str, target: str) -> None:
    """Compress the file `source` into `target`."""
    Path(target).write_bytes(compress(Path(source).read_bytes(), numiterations=5))


if __name__ == "__main__":
    main(*sys.argv[1:])
