"""A Chromium without a window, which has one page, and nothing to load but what it is given."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from macros.language import message
from macros.render.diagrams.executable import NoBrowserError

Answer = Callable[[str], tuple[str, bytes] | None]
"""The type and the content of what is at a path of the page's site; None where nothing is."""
_SITE = "http://diagrams.invalid/"
"""Nobody has this name: what the page asks for is answered by us, and by no network."""
_FLAGS = (
    *("--headless", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check", "--disable-gpu"),
    *("--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND", "--mute-audio"),
    *("--font-render-hinting=none", "--force-device-scale-factor=1", "--lang=en"),
)
"""No network, no services of a vendor, and letters as wide on each machine."""
_READS, _WRITES = 3, 4
"""The numbers of the files by which a Chromium is told what to do, and answers."""
_START = 30.0
"""Seconds in which it has to be there."""
_TOLD = 300
"""Letters of what it says when it ends."""


class BrowserGoneError(Exception):
    """It has ended, or did not answer in time."""


class Browser:
    """Runs JavaScript in its page, one expression after another; it ends with the block that it is for."""

    def __init__(self, executable: str, answer: Answer) -> None:
        """Start `executable`, whose page asks `answer` for files; NoBrowserError where it does not start."""
        self._answer = answer
        self._folder = tempfile.mkdtemp(prefix="maru-chromium-")
        self._buffer = b""
        self._session = ""
        self._count = 0
        self._start(executable)
        try:
            self._open_page()
        except BrowserGoneError:
            said = self._last_words()
            self.close()
            raise NoBrowserError(message("diagram.no-start", file=executable, reason=said)) from None

    def __enter__(self) -> Browser:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, expression: str, seconds: float) -> Any:
        """What the promise `expression` comes to, as JSON has it; BrowserGoneError after `seconds`.

        RuntimeError for one that is broken, which is a fault of ours.
        """
        asked = {"expression": expression, "awaitPromise": True, "returnByValue": True}
        found = self._call("Runtime.evaluate", seconds, **asked)
        if "exceptionDetails" in found:
            raise RuntimeError(json.dumps(found["exceptionDetails"]))
        return found["result"].get("value")

    def close(self) -> None:
        """End it, with all of its processes, and throw away what it wrote."""
        with suppress(OSError):
            os.killpg(self._pid, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self._pid, 0)
        for number in (self._to, self._from):
            with suppress(OSError):
                os.close(number)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self, executable: str) -> None:
        told, self._to = _pipe()
        self._from, said = _pipe()
        flags = [*_FLAGS, f"--user-data-dir={self._folder}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            flags.append("--no-sandbox")  # it refuses to run as root with one
        errors = str(Path(self._folder, "said"))
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, errors, os.O_WRONLY | os.O_CREAT, 0o600),
            (os.POSIX_SPAWN_DUP2, told, _READS),
            (os.POSIX_SPAWN_DUP2, said, _WRITES),
        ]
        environment = {**os.environ, "TZ": "UTC"}
        try:
            self._pid = os.posix_spawn(
                executable, [executable, *flags, "about:blank"], environment, file_actions=actions, setpgroup=0
            )
        except OSError as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise NoBrowserError(message("diagram.no-start", file=executable, reason=error.strerror)) from None
        finally:
            os.close(told)
            os.close(said)

    def _open_page(self) -> None:
        target = self._call("Target.createTarget", _START, url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", _START, targetId=target, flatten=True)["sessionId"]
        self._call("Fetch.enable", _START, patterns=[{"urlPattern": "*"}])
        self._call("Page.navigate", _START, url=_SITE)

    def _call(self, method: str, seconds: float, **parameters: object) -> Mapping[str, Any]:
        number, end = self._send(method, parameters), time.monotonic() + seconds
        while True:
            told = self._receive(end)
            if told.get("method") == "Fetch.requestPaused":
                self._give(told["params"]["requestId"], told["params"]["request"]["url"])
            elif told.get("id") == number:
                if "error" in told:
                    raise BrowserGoneError(told["error"].get("message"))
                return dict(told["result"])

    def _give(self, request: str, address: str) -> None:
        found = self._answer(address.removeprefix(_SITE).partition("?")[0]) if address.startswith(_SITE) else None
        if found is None:
            self._send("Fetch.failRequest", {"requestId": request, "errorReason": "BlockedByClient"})
            return
        kind, content = found
        headers = [{"name": "Content-Type", "value": kind}]
        body = base64.b64encode(content).decode("ascii")
        self._send(
            "Fetch.fulfillRequest",
            {"requestId": request, "responseCode": 200, "responseHeaders": headers, "body": body},
        )

    def _send(self, method: str, parameters: Mapping[str, object]) -> int:
        self._count += 1
        told = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            told["sessionId"] = self._session
        data = json.dumps(told).encode("utf-8", "surrogatepass") + b"\0"
        try:
            while data:
                data = data[os.write(self._to, data) :]
        except OSError:
            raise BrowserGoneError(method) from None
        return self._count

    def _receive(self, end: float) -> Mapping[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._from], [], [], max(end - time.monotonic(), 0))
            data = os.read(self._from, 1 << 20) if ready else b""
            if not data:
                raise BrowserGoneError("no answer")
            self._buffer += data
        told, _, self._buffer = self._buffer.partition(b"\0")
        return dict(json.loads(told))

    def _last_words(self) -> str:
        with suppress(OSError):
            lines = Path(self._folder, "said").read_text("utf-8", "replace").split("\n")
            return next((line for line in reversed(lines) if line.strip()), "")[:_TOLD]
        return ""


def _pipe() -> tuple[int, int]:
    """Both ends of a pipe, with numbers behind those that a Chromium has for its own."""
    ends, low = [], []
    for end in os.pipe():
        number = end
        while number <= _WRITES:
            low.append(number)
            number = os.dup(number)
        ends.append(number)
    for number in low:
        os.close(number)
    return ends[0], ends[1]
