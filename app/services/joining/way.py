"""The first three steps: the name, the port, and the proof that the server is the right one."""

import ssl
from datetime import datetime, timedelta

from app.infra.server_address import Proof, ServerAddress
from app.infra.server_probe import Address, NoTls, addresses_of, knock, look_at_certificate
from app.services.joining.dto import Mark, Outcome, Step

_ENDS_SOON = timedelta(days=30)
_EXPIRED, _NOT_YET, _WRONG_NAME = 10, 9, 62
_OWN_AUTHORITY = {18, 19, 20, 21}
"""Reasons of OpenSSL's verification (`openssl-verification-options`): expired, not yet valid, another host, unknown."""


def resolve(address: ServerAddress) -> tuple[Outcome, list[Address]]:
    """Whether the name of the server is known."""
    if address.host.startswith("/"):
        return Outcome(Step.NAME, Mark.PASSED, f"The folder {address.host} on this computer"), []
    try:
        found = addresses_of(address.host, address.port)
    except OSError as error:
        return Outcome(
            Step.NAME, Mark.FAILED, f"Nobody knows {address.host}: {_words(error)}",
            "Check the spelling. Names of an office are often only known in its own network or VPN.",
        ), []  # fmt: skip
    places = ", ".join(dict.fromkeys(place[0] for _family, place in found))
    return Outcome(Step.NAME, Mark.PASSED, places), found


def reach(address: ServerAddress, found: list[Address]) -> tuple[Outcome, Address | None]:
    """Whether somebody listens at the port."""
    if not found:
        return Outcome(Step.PORT, Mark.SKIPPED, "Reached through a folder instead"), None
    try:
        open_at = knock(found)
    except ConnectionRefusedError:
        return Outcome(
            Step.PORT, Mark.FAILED, f"The computer answers, but nothing listens at port {address.port}",
            "Check the port. Otherwise PostgreSQL is stopped there, or listens for its own computer only"
            " (listen_addresses).",
        ), None  # fmt: skip
    except TimeoutError:
        return Outcome(
            Step.PORT, Mark.FAILED, f"No answer from port {address.port}",
            "The computer is off, or a firewall between here and there swallows the question. Ask for the port to be"
            " opened, or connect to the office's VPN.",
        ), None  # fmt: skip
    except OSError as error:
        hint = "Check the network of this computer, or connect to the office's VPN."
        return Outcome(Step.PORT, Mark.FAILED, _words(error), hint), None
    return Outcome(Step.PORT, Mark.PASSED, f"{open_at[1][0]}, port {address.port} is open"), open_at


def prove(address: ServerAddress, open_at: Address | None, authority: str, now: datetime) -> Outcome:
    """Whether the server proves to be the right one, by the file of authorities or `system`."""
    if address.proof is Proof.NONE or open_at is None:
        return Outcome(Step.PROOF, Mark.SKIPPED, "Not needed on the same computer")
    try:
        shown = look_at_certificate(open_at, address.host, authority)
    except (NoTls, OSError) as error:
        return Outcome(Step.PROOF, Mark.FAILED, *_why_unproved(error, address))
    found = f"{shown.version}, certificate good until {shown.ends_at:%Y-%m-%d}"
    if shown.ends_at - now < _ENDS_SOON:
        return Outcome(
            Step.PROOF, Mark.WARNING, found, "The certificate ends soon. Tell whoever runs the server to renew it."
        )
    return Outcome(Step.PROOF, Mark.PASSED, found)


_ASK_FOR_AUTHORITY = (
    "Ask whoever runs the server for the certificate of their authority (CA) and choose that file. Do not go on without"
    " it: anybody could be answering."
)
_OLD = "Something between here and there may not be PostgreSQL, or is older than TLS 1.2. Check host and port."


def _why_unproved(error: NoTls | OSError, address: ServerAddress) -> tuple[str, str]:
    if isinstance(error, NoTls):
        return "The server does not speak TLS", "Ask whoever runs it to switch it on: ssl = on in postgresql.conf."
    if isinstance(error, ssl.SSLCertVerificationError):
        return _why_not(error, address)
    if isinstance(error, ssl.SSLError):
        return f"No encrypted connection could be made: {error.reason or _words(error)}", _OLD
    return f"The connection broke while the certificate was asked for: {_words(error)}", _OLD


def _why_not(error: ssl.SSLCertVerificationError, address: ServerAddress) -> tuple[str, str]:
    if error.verify_code == _WRONG_NAME or "match" in error.verify_message.lower():
        return (
            f"The certificate belongs to another computer than {address.host}",
            "Use the name that stands in the certificate. If you did, somebody else may be answering.",
        )
    if error.verify_code in {_EXPIRED, _NOT_YET}:
        return (
            "The certificate has expired, or is not valid yet",
            "Whoever runs the server has to renew it. Also look at the date of this computer.",
        )
    if error.verify_code in _OWN_AUTHORITY:
        by = "the authority in your file" if address.proof is Proof.FILE else "an authority this computer trusts"
        return f"The certificate was not signed by {by}", _ASK_FOR_AUTHORITY
    return f"The certificate is not good: {error.verify_message}", "Ask whoever runs the server."


def _words(error: OSError) -> str:
    return str(error.strerror or error)
