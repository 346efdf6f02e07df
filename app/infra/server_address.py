"""Where a desk on a server is, and the ways in which it may be reached: proved by a certificate, or on this computer.

`require` and its like encrypt but let anybody answer in the server's place: measured against four certificates they
connected to a foreign one, and gave the password to a server that asked for it in clear (reliability research, 3.6).
"""

import ipaddress
import ssl
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.domain.errors import BadInput
from app.domain.wording import tr

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

PORT = 5432

SYSTEM = "system"
"""In the place of a file: the certificates that this computer trusts anyway."""

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


class Proof(StrEnum):
    """How the server proves that it is the right one."""

    FILE = "file"
    """By a certificate that the office's own authority signed, whose certificate is in a file."""
    SYSTEM = "system"
    """By a certificate that this computer trusts anyway."""
    NONE = "none"
    """Not at all, which is good enough on the same computer and nowhere else."""


class ServerAddress(NamedTuple):
    """Where a desk on a server is and who enters it. Never holds a password."""

    host: str
    database: str
    person: str
    port: int = PORT
    proof: Proof = Proof.FILE
    ca_file: str = ""

    @property
    def url(self) -> str:
        """The address as it stands in the settings; `BadInput` names the field that is missing or wrong."""
        from sqlalchemy.engine import URL

        for field, value, what in (
            ("host", self.host, tr("Say where the server is: its name, or its address in the network.")),
            ("database", self.database, tr("Say what the database is called.")),
            ("person", self.person, tr("Say as whom you sign in.")),
        ):
            if not value.strip():
                raise BadInput(what, field)
        if not 0 < self.port < 65536:
            raise BadInput(
                tr("Port {port} does not exist: choose 1 to 65535, usually {port2}.", port=self.port, port2=PORT),
                "port",
            )
        query: dict[str, str] = {}
        if self.proof is Proof.NONE:
            query["sslmode"] = "disable"
        else:
            if self.proof is Proof.FILE and not self.ca_file.strip():
                raise BadInput(tr("Choose the file with the certificate of your office's authority (CA)."), "ca_file")
            query = {"sslmode": "verify-full"}
            query["sslrootcert"] = self.ca_file.strip() if self.proof is Proof.FILE else SYSTEM
        made = URL.create(
            "postgresql", self.person.strip(), None, self.host.strip(), self.port, self.database.strip(), query
        )
        refuse_unproved(made)
        return made.render_as_string()


def address_of(url: "URL") -> ServerAddress:
    """The parts of an address; what it does not say is what holds for it anyway."""
    given = {name: str(value) for name, value in url.query.items()}
    root = given.get("sslrootcert", "")
    proof = Proof.FILE if root and root != SYSTEM else Proof.SYSTEM
    if given.get("sslmode", "disable" if is_here(url.host) else "") == "disable":
        proof = Proof.NONE
    return ServerAddress(
        host=url.host or "",
        database=url.database or "",
        person=url.username or "",
        port=url.port or PORT,
        proof=proof,
        ca_file=root if proof is Proof.FILE else "",
    )


def is_here(host: str | None) -> bool:
    """Whether a host is this computer: its loopback address, or a socket in a folder."""
    if not host or host == "localhost" or host.startswith(("/", "@")):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_unproved(url: "URL") -> None:
    """Pass when the address demands a proof of the server, or is on this computer; otherwise `BadInput`."""
    mode = str(url.query.get("sslmode", ""))
    if mode in {"", "verify-full"} or (mode == "disable" and is_here(url.host)):
        return
    if mode == "disable":
        raise BadInput(
            tr("Without TLS everybody on the way to {host} could read along. Use sslmode=verify-full.", host=url.host),
            "proof",
        )
    raise BadInput(
        tr(
            "sslmode={mode} does not prove which server answers, so anybody could take its place. Use "
            "sslmode=verify-full with sslrootcert=FILE, the certificate of your office's authority.",
            mode=mode,
        ),
        "proof",
    )


def safe_arguments(url: "URL") -> dict[str, str]:
    """What libpq is told about proof and sign-in, stronger than anything that the address or the environment says.

    `BadInput` where the file with the authority's certificate cannot be read.
    """
    given = {name: str(value) for name, value in url.query.items()}
    # A server that asks for a password in clear gets none; GSS would go past the certificate.
    arguments = {"gssencmode": "disable", "require_auth": "scram-sha-256"}
    if is_here(url.host) and given.get("sslmode", "") != "verify-full":
        # On this computer the system may vouch for who somebody is.
        return arguments | {"sslmode": given.get("sslmode", "prefer"), "require_auth": "scram-sha-256,none"}
    return arguments | {
        "sslmode": "verify-full",
        "sslrootcert": _authority(given.get("sslrootcert", "") or SYSTEM),
        "channel_binding": "require",
    }


def _authority(named: str) -> str:
    if named == SYSTEM:
        return _bundle_of_system()
    path = Path(named).expanduser()
    try:
        text = path.read_bytes()
    except OSError as error:
        raise BadInput(
            tr(
                "The certificate of the authority (CA) cannot be read from {path}: {strerror}. Choose it again.",
                path=path,
                strerror=error.strerror,
            ),
            "ca_file",
        ) from error
    if b"-----BEGIN CERTIFICATE-----" not in text:
        raise BadInput(
            tr("{path} holds no certificate in PEM form, which begins with BEGIN CERTIFICATE.", path=path), "ca_file"
        )
    return str(path)


def _bundle_of_system() -> str:
    """The file of what this computer trusts: libpq brings a library of its own, which looks elsewhere for it."""
    if sys.platform in {"win32", "darwin"}:
        return SYSTEM
    usual = ssl.get_default_verify_paths().cafile
    found = next((name for name in (usual, *_BUNDLES) if name and Path(name).exists()), None)
    return found or SYSTEM
