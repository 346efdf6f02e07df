"""The first steps towards a server, without its driver: is the name known, is the port open, is the certificate right.

libpq does all of that in one go and says what failed in one sentence; here each step is told by itself.
"""

import contextlib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

SECONDS = 5.0
"""How long each step may take; the look-up of a name has times of its own."""

_SSL_REQUEST = (8).to_bytes(4) + (80877103).to_bytes(4)
"""Asks whether the server speaks TLS (PostgreSQL manual, part "SSL Session Encryption" of the protocol)."""

Address = tuple[socket.AddressFamily, tuple[str, int]]


class NoTls(Exception):
    """The server answers, and does not speak TLS."""


class Shown(NamedTuple):
    """The certificate that a server showed and that was found good: the TLS version, and when it ends, in UTC."""

    version: str
    ends_at: datetime


def addresses_of(host: str, port: int) -> list[Address]:
    """The addresses that the name stands for; OSError where nobody knows it."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, (str(place[0]), int(place[1]))) for family, _type, _protocol, _name, place in found]


def knock(addresses: list[Address]) -> Address:
    """The first address at which somebody listens; the OSError of the last one where nobody does."""
    failure: OSError = OSError("no address")
    for family, place in addresses:
        try:
            with _connected(family, place):
                return family, place
        except OSError as error:
            failure = error
    raise failure


def look_at_certificate(address: Address, host: str, authority: str) -> Shown:
    """Shake hands as libpq does with `verify-full`, and tell what was shown.

    `authority` is a file of certificates, or `system`. Raises NoTls, ssl.SSLError where the certificate is not good
    (SSLCertVerificationError says why), and OSError where the connection breaks.
    """
    context = ssl.create_default_context(cafile=None if authority == "system" else authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with _connected(*address) as plain:
        plain.sendall(_SSL_REQUEST)
        if plain.recv(1) != b"S":
            raise NoTls
        with context.wrap_socket(plain, server_hostname=host) as wrapped:
            certificate = wrapped.getpeercert() or {}
            ends_at = ssl.cert_time_to_seconds(str(certificate["notAfter"]))
            return Shown(wrapped.version() or "TLS", datetime.fromtimestamp(ends_at, UTC))


@contextmanager
def _connected(family: socket.AddressFamily, place: tuple[str, int]) -> Iterator[socket.socket]:
    with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as made:
        made.settimeout(SECONDS)
        made.connect(place)
        yield made
