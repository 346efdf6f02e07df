"""A PostgreSQL with TLS and SCRAM, as an office would run it, and people with passwords who may enter it."""

import socket
import ssl
import time
from dataclasses import dataclass
from pathlib import Path

from tests.support import postgres
from tests.support.certificates import Authority, Certificate, make_authority

PASSWORD = "correct horse battery staple"

# The superuser manages the tests without TLS. Whoever is called `clear` is asked for a password in clear, as by
# somebody who has taken the server's place; everybody else comes with SCRAM over TLS or not at all.
HBA = b"""\
host      all  postgres  127.0.0.1/32  trust
hostssl   all  clear     127.0.0.1/32  password
hostssl   all  all       127.0.0.1/32  scram-sha-256
hostnossl all  all       0.0.0.0/0     reject
"""


@dataclass
class TlsServer:
    """The server, the office's authority, another one that nobody trusts, and the certificates that it may show."""

    server: postgres.PostgresServer
    office: Authority
    stranger: Authority
    certificates: dict[str, Certificate]

    def show(self, which: str) -> None:
        """Show this certificate to whoever connects from now on."""
        shown = self.certificates[which]
        (self.server.folder / "data" / "server.key").unlink()
        self.server.put("server.key", shown.key)
        self.server.put("server.crt", shown.certificate)

    def show_and_wait(self, which: str) -> None:
        """Show a certificate, and wait until the server does: it reads its files when it gets to it."""
        self.show(which)
        wanted = ssl.PEM_cert_to_DER_cert(self.certificates[which].certificate.decode())
        deadline = time.monotonic() + 20
        while self._shown() != wanted:
            assert time.monotonic() < deadline, "the server did not take the certificate"

    def _shown(self) -> bytes:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with socket.create_connection(("127.0.0.1", self.server.port), 5) as plain:
            plain.sendall(b"\x00\x00\x00\x08\x04\xd2\x16\x2f")
            assert plain.recv(1) == b"S"
            with context.wrap_socket(plain) as wrapped:
                return wrapped.getpeercert(binary_form=True) or b""

    def add_person(self, name: str, password: str = PASSWORD) -> None:
        """A login with a password."""
        self.server.execute(f"CREATE ROLE \"{name}\" LOGIN PASSWORD '{password}'")

    def stop(self) -> None:
        """Stop the server."""
        self.server.stop()


def start(folder: Path) -> TlsServer:
    """Start a server with TLS; the files of the authorities lie in the folder."""
    office, stranger = make_authority(folder, "office"), make_authority(folder, "stranger")
    certificates = {
        "right": office.issue(),
        "other authority": stranger.issue(),
        "wrong host": office.issue("elsewhere.example"),
        "expired": office.issue(expired=True),
    }
    right = certificates["right"]
    server = postgres.start(
        {"ssl": "on", "password_encryption": "scram-sha-256", "ssl_min_protocol_version": "TLSv1.2"},
        {"server.crt": right.certificate, "server.key": right.key, "pg_hba.conf": HBA},
    )
    return TlsServer(server, office, stranger, certificates)
