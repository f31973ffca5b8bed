"""Places and their bounds, as far as this machine lets them be made."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import secrets
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
LABORATORY = Engine(("bash", "--version"), NOTHING, SessionSettings(start="touch /run/started"), needs_root=True)
NEXT = "\n"
ADD_KEY = 248 if platform.machine() == "x86_64" else 217
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
        [sys.executable, "-m", "macros", "record", "--yes", "--vault", str(vault)],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
    )
    sleeping = f"sleep {seconds}"
    assert wait_for(lambda: sleeping in processes(), 20)
    check.send_signal(signal.SIGTERM)

    assert check.wait(10) == 143
    assert wait_for(lambda: sleeping not in processes(), 10)


@pytest.mark.needs_namespaces
def test_a_sandbox_is_refused_what_no_namespace_hides() -> None:
    """The kernel's keys and messages: each such call is one that the kernel does not have."""
    calls = tuple(range(ADD_KEY, ADD_KEY + 3))
    asked = f"[(call(n, 99, 0, 0, 0, 0), ctypes.get_errno())[1] for n in {calls}]"
    program = f"import ctypes; call = ctypes.CDLL(None, use_errno=True).syscall; print({asked})"
    (refused,) = run(ENGINES["python"], f"python3 -c '{program}'")

    assert refused.output == str([errno.ENOSYS] * 3)


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    """A secret in all places where a machine keeps some and this test may write, and a command that looks for it."""
    secret, name = secrets.token_hex(16), f"kb-planted-{secrets.token_hex(4)}"
    folders = (
        Path.home(),
        tmp_path,
        *map(Path, "/srv /opt /root /mnt /etc /etc/ssl /usr/local/etc /var/lib /run /tmp".split()),
    )
    files = [folder / name for folder in dict.fromkeys(folders) if os.access(folder, os.W_OK)]
    for file in files:
        file.write_text(secret, "utf-8")
    monkeypatch.setenv("KB_PLANTED", secret)
    keys = (
        "import ctypes; call = ctypes.CDLL(None).syscall; text = ctypes.create_string_buffer(40);"
        f"call({ADD_KEY + 2}, 11, call({ADD_KEY + 2}, 10, -3, b'user', b'{name}', 0), text, 40); print(text.value)"
    )
    ctypes.CDLL(None).syscall(ADD_KEY, b"user", name.encode(), secret.encode(), len(secret), -3)
    yield secret, f'cat {" ".join(map(str, files))} /proc/*/environ 2>&1; python3 -c "{keys}"'
    for file in files:
        file.unlink()


def test_a_planted_secret_is_found_without_a_sandbox(planted: tuple[str, str]) -> None:
    """Else the next test would prove nothing."""
    secret, command = planted
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False).stdout

    assert found.count(secret) >= command.count("kb-planted") + 1  # each file, the environment, and the key by its name


@pytest.mark.needs_namespaces
@pytest.mark.parametrize("engine", [ENGINES["python"], LABORATORY], ids=["sandbox", "laboratory"])
@pytest.mark.parametrize("trusted", [False, True])
def test_no_recording_sees_a_planted_secret(planted: tuple[str, str], engine: Engine, *, trusted: bool) -> None:
    """In a sandbox as anybody, in a laboratory as root."""
    secret, command = planted
    if engine.needs_root and os.geteuid() != 0:
        assert "root's rights" in str(engine.missing(read_recording("x", "---\n---\n$ x\n"), HERE))
        return
    (step,) = engine.run([read_recording("x", f"---\n---\n$ {command}\n")], Machine(HERE.layers, trusted))

    assert step.output.count("No such file or directory") >= 2
    assert secret not in step.output


@pytest.mark.needs_namespaces
def test_a_sandbox_has_programs_and_nothing_that_tells_machines_apart() -> None:
    top, etc, user, home = run(ENGINES["shell"], "ls /", "ls /etc", "id -un; hostname", "cat /proc/1/environ")

    assert not {"srv", "opt", "mnt", "media", "boot", "sys"} & {*top.output.split()}
    assert not {"shadow", "machine-id", "ssh", "hostname", "ssl", "environment"} & {*etc.output.split()}
    assert user.output == "kb\nkb"
    assert str(Path.cwd()) not in home.output


@pytest.mark.needs_namespaces("ip")
@pytest.mark.parametrize("trusted", [False, True])
def test_a_laboratory_is_a_machine_of_its_own(*, trusted: bool) -> None:
    """As root; for others the session says that it did not start."""
    mark = f"kb-mark-{time.time_ns()}"
    commands = (
        f"touch /etc/{mark} && ls /etc/{mark} /run/started",
        "ls /sys/class/net",
        "ls -d /proc/[0-9]* | wc -l",
        "echo 1 > /proc/sys/kernel/panic",
        r"ls /dev | tr '\n' ' '",
        "ls -A /srv /opt /mnt; ls /old",
    )
    recording = read_recording("x", "---\n---\n" + "".join(f"$ {command}\n" for command in commands))
    try:
        written, network, running, panic, devices, rest = LABORATORY.run([recording], Machine(HERE.layers, trusted))
    except StartError:
        assert os.geteuid() != 0
        return

    assert written.output == f"/etc/{mark}\n/run/started"
    assert not Path("/etc", mark).exists()
    assert network.output == "lo"
    assert int(running.output) < 10
    assert "Read-only file system" in panic.output
    assert "vda" not in devices.output
    assert rest.output == "/mnt:\n\n/opt:\n\n/srv:\nls: cannot access '/old': No such file or directory"


@pytest.mark.needs_namespaces("ip")
def test_root_of_a_stranger_s_laboratory_is_nobody_here() -> None:
    """Its own mounts of the kernel's file systems lead nowhere, and a device of this machine cannot be made."""
    disk = Path("/").stat().st_dev
    if os.geteuid() != 0:
        assert "root's rights" in str(LABORATORY.missing(read_recording("x", "---\n---\n$ x\n"), HERE))
        return
    kernel, device, around = run(
        LABORATORY,
        "mkdir /p && mount -t proc proc /p && echo x >/p/sys/kernel/core_pattern",
        f"mknod /tmp/disk b {os.major(disk)} {os.minor(disk)} && head -c 1 /tmp/disk",
        "nsenter --target 1 --mount ls -A /srv /opt",
    )

    assert "Permission denied" in kernel.output
    assert "Operation not permitted" in device.output
    assert around.output == "/opt:\n\n/srv:"


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
