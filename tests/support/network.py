"""Keeps tests on this machine: a connection to anywhere but the loopback interface fails the test that tries it."""

import ipaddress
import sys
from typing import Final

_WATCHED: Final = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"})
_LOOK_UPS: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})


class NetworkBlockedError(RuntimeError):
    """A test tried to reach another machine, or to listen for one."""


def block_other_machines() -> None:
    """Refuse, from now to the end of the process, every address that is not this machine's own.

    An audit hook sees all of Python's sockets, whichever library opened them. It cannot be taken off again.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WATCHED:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) and address else None
        if isinstance(host, str) and not _is_here(host):
            msg = f"tests stay on this machine: {event} to {address!r}"
            raise NetworkBlockedError(msg)
    elif event in _LOOK_UPS:
        host = arguments[0]
        name = host.decode() if isinstance(host, bytes) else host
        if isinstance(name, str) and not _is_here(name):
            msg = f"tests stay on this machine: look-up of {name!r}"
            raise NetworkBlockedError(msg)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
