"""One shell session in a throw-away place, bounded in time and output, in a sandbox where there is one."""

from __future__ import annotations

import os
import re
import secrets
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from macros.commands.recording import Recording, Step

SEARCHED = "/usr/local/bin:/usr/bin:/bin"
"""Where programs are looked for: the system's own, whatever the author's shell has before them."""
_PLACE = "/tmp/kb"  # noqa: S108 - inside the sandbox, whose /tmp is its own
LARGEST_OUTPUT = 64_000
"""Characters of one command's output that are kept."""
_LIMITS = "ulimit -v 4000000 -f 200000 -n 512"
"""Kilobytes of memory and of a file, number of open files."""


_SANDBOX = (
    "bwrap --unshare-all --die-with-parent --new-session --hostname kb --ro-bind / / --dev /dev --proc /proc"
    " --tmpfs /home --tmpfs /root --tmpfs /run --tmpfs /tmp"
)


class SessionError(Exception):
    """The session did not come to its end; the message says why."""


@cache
def has_sandbox() -> bool:
    """True when bubblewrap is there and this system lets it work."""
    if not shutil.which("bwrap"):
        return False
    return subprocess.run([*_SANDBOX.split(), "true"], capture_output=True, check=False).returncode == 0  # noqa: S603


def run_session(recording: Recording, environment: Mapping[str, str]) -> tuple[Step, ...]:
    """Run the commands of `recording` in bash, one after another, and return them with what they gave.

    The place is a new folder with the files of the recording, no network, and nothing else that can be written to
    (with bubblewrap; without it, only the folder is new). All processes end with the session.
    """
    with tempfile.TemporaryDirectory(prefix="kb-record-") as place:
        home = Path(place, "home")
        for path, text in recording.files.items():
            (home / path).parent.mkdir(parents=True, exist_ok=True)
            (home / path).write_text(text, "utf-8")
        home.mkdir(exist_ok=True)
        Path(place, "tmp").mkdir()
        mark = secrets.token_hex(16)
        Path(place, "script").write_text(_script(recording, mark), "utf-8")
        command = _command(place)
        inside = Path(command[-1]).parent
        output = _run(command, _environment(inside, environment), recording.timeout)
    return _transcript(recording, output, mark)


def _script(recording: Recording, mark: str) -> str:
    steps = (f"eval {shlex.quote(step.command)}\nprintf '\\n{mark} %d\\n' $?" for step in recording.steps)
    return "\n".join([_LIMITS, "exec 2>&1 </dev/null", 'cd "$HOME"', *steps, ""])


def _command(place: str) -> list[str]:
    if not has_sandbox():
        return ["bash", "--norc", "--noprofile", f"{place}/script"]
    own = ["--bind", place, _PLACE, "--chdir", f"{_PLACE}/home"]
    return [*_SANDBOX.split(), *own, "bash", "--norc", "--noprofile", f"{_PLACE}/script"]


def _environment(place: Path, environment: Mapping[str, str]) -> dict[str, str]:
    places = {"PATH": SEARCHED, "HOME": f"{place}/home", "TMPDIR": f"{place}/tmp"}  # noqa: S108 - of its own
    return {**places, "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "dumb", **environment}


def _run(command: list[str], environment: dict[str, str], seconds: float) -> str:
    with subprocess.Popen(  # noqa: S603 - to run an author's recording is what the author asked for
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise SessionError(f"it did not end within {seconds:g} seconds") from None
        finally:
            _end(process)
    return output.decode("utf-8", errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the session's whole group of processes, after Ctrl-C as well."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def _transcript(recording: Recording, output: str, mark: str) -> tuple[Step, ...]:
    parts = re.split(rf"\n?{mark} (\d+)\n", output)
    steps = []
    for step, (text, code) in zip(recording.steps, zip(parts[::2], parts[1::2], strict=False), strict=False):
        if len(text) > LARGEST_OUTPUT:
            raise SessionError(f"`{step.command}` printed more than {LARGEST_OUTPUT:,} characters")
        steps.append(Step(step.command, recording.masked(text), int(code)))
    if len(steps) < len(recording.steps):
        raise SessionError(f"the shell ended in `{recording.steps[len(steps)].command}`: {parts[-1].strip()[:200]}")
    return tuple(steps)
