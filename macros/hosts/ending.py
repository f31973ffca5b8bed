"""How a process ends that is told to."""

from __future__ import annotations

import signal
import threading


def end_in_order() -> None:
    """From now on let the process tidy up when it is told to end, as it does when somebody interrupts it."""
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)


def _end(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # it is ending
    raise SystemExit(128 + number)
