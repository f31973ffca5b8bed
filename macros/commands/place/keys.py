"""The kernel's keys and messages, which no namespace hides: a session leaves them behind."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class _Calls(NamedTuple):
    """The kernel's name of an architecture, and its numbers of what is refused; `keyctl` is among them."""

    architecture: int
    keyctl: int
    refused: tuple[int, ...]


_GENERIC = (217, 218, 219, 116, 241, 280)
_CALLS: Mapping[str, _Calls] = MappingProxyType(
    {
        "x86_64": _Calls(0xC000003E, 250, (248, 249, 250, 103, 298, 321)),
        "aarch64": _Calls(0xC00000B7, 219, _GENERIC),
        "riscv64": _Calls(0xC00000F3, 219, _GENERIC),
    }
)
"""`add_key`, `request_key`, `keyctl`, `syslog`, `perf_event_open`, `bpf`, as asm/unistd.h numbers them."""
_X32 = 0x40000000
"""From here on x86_64 has the same calls by other numbers."""
_JOIN_SESSION_KEYRING = 1
_LIBRARY = ctypes.CDLL(None, use_errno=True)
# Of a filter, see seccomp(2) and linux/filter.h: what an instruction does, and what a filter answers.
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4


def are_known() -> bool:
    """True where the numbers of these calls are known, so that they can be refused."""
    return platform.machine() in _CALLS


def leave_keys() -> None:
    """Leave the keyring of who started this process, and with it what it holds, for a new one; run before a program is.

    OSError where the kernel does not let go of it. A kernel without keys has nothing to leave.
    """
    calls = _CALLS.get(platform.machine())
    if calls is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if _LIBRARY.syscall(calls.keyctl, _JOIN_SESSION_KEYRING, None) == -1 and ctypes.get_errno() != errno.ENOSYS:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def call_filter() -> bytes:
    """The filter of system calls, for `bwrap --seccomp`: those of this architecture, without what is refused."""
    calls = _CALLS[platform.machine()]
    checks = [(_IF_AT_LEAST, _X32), *((_IF_EQUAL, number) for number in calls.refused)]
    program = [
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_IF_EQUAL, 0, len(checks) + 2, calls.architecture),  # another one: on to the last line
        (_LOAD, 0, 0, _NUMBER_AT),
        *((code, len(checks) - at, 0, value) for at, (code, value) in enumerate(checks)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _FAIL | errno.ENOSYS),
    ]
    return b"".join(struct.pack("HBBI", *line) for line in program)
