"""A port that a preview cannot have is told in one sentence."""

from __future__ import annotations

import socket

import pytest

from macros.hosts.port import trouble


def test_a_free_port_is_no_trouble() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    assert not trouble("127.0.0.1", port)
    assert not trouble("localhost", 0)  # any


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("localhost", "localhost"), ("::1", "[::1]")])
def test_a_port_in_use(host: str, shown: str) -> None:
    with socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET) as taken:
        port = taken.getsockname()[1]
        told = str(trouble(host, port, "maru serve --port {port}"))

    told, _, other = told.rstrip("`").rpartition(" ")
    assert told == f"{shown}:{port} is in use: stop what runs there, or take another port: `maru serve --port"
    assert int(other) > port


@pytest.mark.parametrize(
    ("host", "port", "reason"),
    [
        ("192.0.2.1", 8000, "Cannot assign requested address"),
        ("127.0.0.1", 99999, "Invalid argument"),
    ],
)
def test_what_no_port_helps(host: str, port: int, reason: str) -> None:
    assert str(trouble(host, port)).startswith(f"{host}:{port} cannot be listened on: {reason}")
