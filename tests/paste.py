"""Pastes a text into an interactive bash as a reader does, and prints what its commands print: `paste.py FILE SECONDS`.

It is a script of its own, for it is also run where recordings run. The keyboard of the bash is a terminal, from which
commands could read what follows them; what they print is kept apart from what the terminal echoes.
"""

import fcntl
import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
import termios
import threading
from pathlib import Path

_OF_JOBS = re.compile(
    r"^(?:\[\d+\][ +-]+(?:.* do\n(?: {4}.*\n)*done.*|.*)|\[\d+\] \d+"
    r"|bash: (?:cannot set terminal process group|no job control).*|exit)(?:\n|\Z)",
    re.MULTILINE,
)
"""What an interactive bash says of background processes, of a loop on several lines, and at its end."""


def pasted(text: str, *, edits: bool = False, seconds: float = 120) -> str:
    """What the commands of `text` print on both of their outputs; on the first alone in a bash that `edits` its lines.

    Such a bash takes a tab for a question.
    """
    keyboard, terminal = pty.openpty()
    threading.Thread(target=_forget, args=(keyboard,), daemon=True).start()
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(
            ["bash", "--norc", "--noprofile", *([] if edits else ["--noediting"]), "-i"],
            env={**os.environ, "PS1": "", "PS2": ""},
            stdin=terminal,
            stdout=said,
            stderr=subprocess.DEVNULL if edits else said,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 - the thread does nothing then
        ) as shell:
            for line in [*text.splitlines(keepends=True), "exit\n"]:
                os.write(keyboard, line.encode())
            try:
                shell.wait(seconds)
            except subprocess.TimeoutExpired:
                os.killpg(shell.pid, signal.SIGKILL)  # a command has read what was to end the shell
        said.seek(0)
        return _OF_JOBS.sub("", said.read().decode())


def _forget(keyboard: int) -> None:
    """Read what the terminal echoes, so that it never waits."""
    try:
        while os.read(keyboard, 65_536):
            pass
    except OSError:
        return


if __name__ == "__main__":
    sys.stdout.write(pasted(Path(sys.argv[1]).read_text("utf-8"), seconds=float(sys.argv[2])))
