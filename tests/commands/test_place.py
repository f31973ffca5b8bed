"""Places and their bounds, as far as this machine lets them be made."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.commands.conversation import SessionSettings, StartError
from macros.commands.engines import ENGINES, Engine
from macros.commands.place import Machine
from macros.commands.place.bounds import bounded
from macros.commands.recording import read_recording
from macros.commands.transcript import Step
from macros.language import NOTHING
from tests.conftest import REPOSITORY, Write, wait_for

HERE = Machine((Path("/"),))
NEXT = "\n"
GROUPS = Path("/sys/fs/cgroup")


def run(engine: Engine, *commands: str) -> tuple[Step, ...]:
    text = "---\n---\n" + "".join(f"$ {command.replace(NEXT, f'{NEXT}> ')}\n" for command in commands)
    return engine.run([read_recording("x", text)], HERE)


def processes() -> Iterator[str]:
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield process.read_text("utf-8", errors="replace").replace("\0", " ").strip()
        except OSError:
            continue


@pytest.mark.needs_namespaces
def test_memory_and_processes_are_bounded() -> None:
    forks = "import os, time\nfor n in range(700):\n  if not os.fork(): time.sleep(20); os._exit(0)"
    memory, many = run(ENGINES["python"], "python3 -c 'bytearray(5 * 10**9)' 2>&1 | tail -1", f"python3 -c '{forks}'")

    assert memory.output == "MemoryError"
    assert "BlockingIOError" in many.output


def test_control_groups_are_gone_afterwards_and_after_a_crash() -> None:
    """Only root can make control groups: for others there is nothing to clean up."""
    with bounded(100) as command:
        groups = [part for part in command if part.startswith(str(GROUPS))]
        assert bool(groups) is os.access(next(iter(GROUPS.glob("*/"))), os.W_OK)
        assert all(Path(group).is_dir() for group in groups)
    assert not any(Path(group).exists() for group in groups)

    left = [Path(group).parent.parent / "kb-999999999-0" for group in groups]
    for group in left:
        group.mkdir()
    with bounded(100):
        pass
    assert not any(group.exists() for group in left)


@pytest.mark.needs_namespaces
def test_nothing_outlives_a_killed_check(write: Write) -> None:
    seconds = f"600.{time.time_ns()}"
    vault = write(f"commands/잠.console: ---\n---\n$ sleep {seconds}\n", "글.md: 글")
    check = subprocess.Popen(
        [sys.executable, "-m", "macros", "record", "--vault", str(vault)], cwd=REPOSITORY, stdout=subprocess.DEVNULL
    )
    sleeping = f"sleep {seconds}"
    assert wait_for(lambda: sleeping in processes(), 20)
    check.send_signal(signal.SIGTERM)

    assert check.wait(10) == 143
    assert wait_for(lambda: sleeping not in processes(), 10)


@pytest.mark.needs_namespaces("ip")
def test_a_laboratory_is_a_machine_of_its_own(tmp_path: Path) -> None:
    """As root; for others the session says that it did not start."""
    laboratory = Engine(("bash", "--version"), NOTHING, SessionSettings(start="touch /started"), needs_root=True)
    mark = f"kb-mark-{time.time_ns()}"
    commands = (
        f"touch /etc/{mark} /started && ls /etc/{mark}",
        "ls /sys/class/net",
        "ls -d /proc/[0-9]* | wc -l",
        "echo 1 > /proc/sys/kernel/panic",
        "ls /dev | tr '\\n' ' '",
    )
    try:
        written, network, running, panic, devices = run(laboratory, *commands)
    except StartError:
        assert os.geteuid() != 0
        return

    assert written.output == f"/etc/{mark}"
    assert not Path("/etc", mark).exists()
    assert network.output == "lo"
    assert int(running.output) < 10
    assert "Read-only file system" in panic.output
    assert "vda" not in devices.output


def test_a_program_is_looked_for_in_its_own_file_system(tmp_path: Path) -> None:
    """Debian's alternatives are links to what is below its own root, which this machine need not have."""
    folder = tmp_path / "usr/sbin"
    folder.mkdir(parents=True)
    (tmp_path / "etc").mkdir()
    (folder / "iptables-nft").touch(0o755)
    (tmp_path / "etc/iptables").symlink_to("/usr/sbin/iptables-nft")
    links = {
        "iptables": "/etc/iptables",
        "near": "iptables",
        "up": "../sbin/iptables",
        "circle": "circle",
        "gone": "/x",
    }
    for name, target in {**links, "outside": shutil.which("sh") or ""}.items():
        (folder / name).symlink_to(target)
    machine = Machine((tmp_path,))

    assert [name for name in (*links, "outside") if machine.has(name)] == ["iptables", "near", "up"]


@pytest.mark.needs_namespaces
def test_an_engine_that_does_not_start_says_why() -> None:
    with pytest.raises(StartError, match="the engine did not start: 안 된다"):
        run(Engine(("bash", "--version"), NOTHING, SessionSettings(start="echo 안 된다; return 1")), "echo 뒤")


@pytest.mark.parametrize("name", ENGINES)
def test_the_script_that_starts_an_engine_is_bash(name: str) -> None:
    script = f"start() {{\n:\n{ENGINES[name].settings.start}\n}}"
    read = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)

    assert (read.returncode, read.stderr) == (0, "")
