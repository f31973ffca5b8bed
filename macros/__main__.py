"""`python -m macros …`: what `maru …` is, in a checkout."""

from __future__ import annotations

import sys

from macros.cli.maru import main

if __name__ == "__main__":
    sys.exit(main())
