"""Tests reach this machine and no other."""

import socket

import pytest

from tests.support.network import NetworkBlockedError


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "desk.example"])
def test_another_machine_is_refused(host: str) -> None:
    with pytest.raises(NetworkBlockedError, match="stay on this machine"):
        socket.create_connection((host, 25), timeout=0.1)


def test_listening_for_other_machines_is_refused() -> None:
    with socket.socket() as listener, pytest.raises(NetworkBlockedError):
        listener.bind(("0.0.0.0", 0))


def test_this_machine_is_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()
