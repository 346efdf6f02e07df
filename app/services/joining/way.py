"""The first three steps: the name, the port, and the proof that the server is the right one."""

import ssl
from datetime import datetime, timedelta

from app.domain.wording import marked, tr
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
        return Outcome(Step.NAME, Mark.PASSED, tr("The folder {host} on this computer", host=address.host)), []
    try:
        found = addresses_of(address.host, address.port)
    except OSError as error:
        return Outcome(
            Step.NAME, Mark.FAILED, tr("Nobody knows {host}: {words}", host=address.host, words=_words(error)),
            tr("Check the spelling. Names of an office are often only known in its own network or VPN."),
        ), []  # fmt: skip
    places = ", ".join(dict.fromkeys(place[0] for _family, place in found))
    return Outcome(Step.NAME, Mark.PASSED, places), found


def reach(address: ServerAddress, found: list[Address]) -> tuple[Outcome, Address | None]:
    """Whether somebody listens at the port."""
    if not found:
        return Outcome(Step.PORT, Mark.SKIPPED, tr("Reached through a folder instead")), None
    try:
        open_at = knock(found)
    except ConnectionRefusedError:
        return Outcome(
            Step.PORT, Mark.FAILED, tr("The computer answers, but nothing listens at port {port}", port=address.port),
            tr("Check the port. Otherwise PostgreSQL is stopped there, or listens for its own computer only "
               "(listen_addresses)."),
        ), None  # fmt: skip
    except TimeoutError:
        return Outcome(
            Step.PORT, Mark.FAILED, tr("No answer from port {port}", port=address.port),
            tr("The computer is off, or a firewall between here and there swallows the question. Ask for the port to "
               "be opened, or connect to the office's VPN."),
        ), None  # fmt: skip
    except OSError as error:
        hint = tr("Check the network of this computer, or connect to the office's VPN.")
        return Outcome(Step.PORT, Mark.FAILED, _words(error), hint), None
    return Outcome(
        Step.PORT, Mark.PASSED, tr("{open_at}, port {port} is open", open_at=open_at[1][0], port=address.port)
    ), open_at


def prove(address: ServerAddress, open_at: Address | None, authority: str, now: datetime) -> Outcome:
    """Whether the server proves to be the right one, by the file of authorities or `system`."""
    if address.proof is Proof.NONE or open_at is None:
        return Outcome(Step.PROOF, Mark.SKIPPED, tr("Not needed on the same computer"))
    try:
        shown = look_at_certificate(open_at, address.host, authority)
    except (NoTls, OSError) as error:
        return Outcome(Step.PROOF, Mark.FAILED, *_why_unproved(error, address))
    found = tr(
        "{version}, certificate good until {ends_at}", version=shown.version, ends_at=f"{shown.ends_at:%Y-%m-%d}"
    )
    if shown.ends_at - now < _ENDS_SOON:
        return Outcome(
            Step.PROOF, Mark.WARNING, found, tr("The certificate ends soon. Tell whoever runs the server to renew it.")
        )
    return Outcome(Step.PROOF, Mark.PASSED, found)


_ASK_FOR_AUTHORITY = marked(
    "Ask whoever runs the server for the certificate of their authority (CA) and choose that file. Do not go on "
    "without it: anybody could be answering."
)
_OLD = marked("Something between here and there may not be PostgreSQL, or is older than TLS 1.2. Check host and port.")


def _why_unproved(error: NoTls | OSError, address: ServerAddress) -> tuple[str, str]:
    if isinstance(error, NoTls):
        return tr("The server does not speak TLS"), tr(
            "Ask whoever runs it to switch it on: ssl = on in postgresql.conf."
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return _why_not(error, address)
    if isinstance(error, ssl.SSLError):
        return tr("No encrypted connection could be made: {reason}", reason=error.reason or _words(error)), tr(_OLD)
    return tr("The connection broke while the certificate was asked for: {words}", words=_words(error)), tr(_OLD)


def _why_not(error: ssl.SSLCertVerificationError, address: ServerAddress) -> tuple[str, str]:
    if error.verify_code == _WRONG_NAME or "match" in error.verify_message.lower():
        return (
            tr("The certificate belongs to another computer than {host}", host=address.host),
            tr("Use the name that stands in the certificate. If you did, somebody else may be answering."),
        )
    if error.verify_code in {_EXPIRED, _NOT_YET}:
        return (
            tr("The certificate has expired, or is not valid yet"),
            tr("Whoever runs the server has to renew it. Also look at the date of this computer."),
        )
    if error.verify_code in _OWN_AUTHORITY:
        by = (
            tr("the authority in your file") if address.proof is Proof.FILE else tr("an authority this computer trusts")
        )
        return tr("The certificate was not signed by {by}", by=by), tr(_ASK_FOR_AUTHORITY)
    return tr("The certificate is not good: {verify_message}", verify_message=error.verify_message), tr(
        "Ask whoever runs the server."
    )


def _words(error: OSError) -> str:
    return str(error.strerror or error)
