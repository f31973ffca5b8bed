"""Writing a file of the vault anew: as a whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(location: Path, data: bytes) -> None:
    """Put `data` in the place of what the file `location` has; OSError, and nothing is changed, when it cannot be.

    The file stays its owner's, who may not be the root that writes, with the rights that it has.
    """
    file = location.resolve()
    state = file.stat()
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_bytes(data)
        new.chmod(state.st_mode & 0o7777)
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            os.chown(new, state.st_uid, state.st_gid)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise
