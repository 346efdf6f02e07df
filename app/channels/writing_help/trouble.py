"""What went wrong with a server, in sentences that say what to do; a key stands in none of them."""

import errno
import json
import socket
import ssl
from typing import Any, Final

from app.channels.writing_help.way import Way
from app.domain.errors import Unavailable
from app.domain.text import clean_line
from app.domain.wording import tr
from app.domain.writing_help.server import HelpServer

_QUOTED: Final = 200
_ABOUT_THE_KEY: Final = frozenset({401, 403})
_TOO_LONG: Final = ("context", "too long", "maximum", "too many tokens", "token limit", "exceed")


class KeyRefused(Unavailable):
    """The server asks for a key, or does not take the one there is."""


def not_understood(why: str) -> Unavailable:
    """It answers, and not as a server that helps to write does."""
    return Unavailable(
        tr(
            "The server does not answer as one that helps to write: {why}. Check the address; it often ends with /v1.",
            why=why,
        )
    )


def nothing_written(*, is_declined: bool) -> Unavailable:
    """It answers as it should, and without a word."""
    if is_declined:
        return Unavailable(tr("The server declined to write this: its filter for contents held the answer back."))
    return Unavailable(tr("The model ended without having written anything. Try again, or use another model."))


def broke_off() -> Unavailable:
    """The connection ended in the middle."""
    return Unavailable(tr("The connection broke before the text was complete. What came is kept. Try again."))


def stalled(seconds: float, *, has_begun: bool) -> Unavailable:
    """Nothing comes any more."""
    waited = f"{seconds:.0f}"
    if has_begun:
        said = tr("The server has sent nothing for {seconds} s. What came is kept. Try again.", seconds=waited)
    else:
        said = tr(
            "The server took the text and has not begun to answer for {seconds} s. It may be busy.", seconds=waited
        )
    return Unavailable(said)


def not_reached(server: HelpServer, error: OSError) -> Unavailable:
    """No connection came about."""
    return Unavailable(_why_not_reached(server, error))


def _why_not_reached(server: HelpServer, error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return tr("Nobody knows a server called {host}. Check the name and the network.", host=server.host)
    if isinstance(error, ssl.SSLCertVerificationError):
        return tr(
            "The certificate of {server} cannot be trusted: {why}. Where the office has its own authority, choose its"
            " certificate in the settings.",
            server=server.name, why=error.verify_message.rstrip("."),
        )  # fmt: skip
    if isinstance(error, ssl.SSLError):
        return tr(
            "{server} does not speak TLS, or not as this program does. Where the server is not encrypted, the address"
            " begins with http://.",
            server=server.name,
        )
    if isinstance(error, TimeoutError):
        return tr("{server} does not answer. Check the address, and whether the server is running.", server=server.name)
    if error.errno == errno.ECONNREFUSED:
        return tr("At {server} nothing listens. Is the server running, and is the port right?", server=server.name)
    why = error.strerror or str(error)
    return tr("{server} cannot be reached: {why}. Check the network.", server=server.name, why=why)


def refused(status: int, place: str, body: bytes, way: Way) -> Unavailable:
    """The server answers with another status than 200."""
    if 300 <= status < 400:
        return Unavailable(
            tr(
                "{server} sends on to {to}. That is not followed, because the text and the key would go there. Where"
                " that is right, write that address into the settings.",
                server=way.server.name, to=clean_line(place)[:_QUOTED] or "?",
            )
        )  # fmt: skip
    said = _said(body, way.key)
    told = _why(status, said.lower(), way)
    if said:
        told = tr("{told} It says: “{said}”.", told=told, said=said)
    return KeyRefused(told) if status in _ABOUT_THE_KEY else Unavailable(told)


def _why(status: int, low: str, way: Way) -> str:
    name, model = way.server.name, way.model
    if status in _ABOUT_THE_KEY and way.key:
        return tr("{server} does not take the key. Check it in the settings, under Writing help.", server=name)
    if status in _ABOUT_THE_KEY:
        return tr("{server} asks for a key. Give it in the settings, under Writing help.", server=name)
    if status == 413 or (status in {400, 422} and any(word in low for word in _TOO_LONG)):
        return tr("The text is too long for the model {model}. Shorten it, or use another model.", model=model)
    if status in {400, 404, 422} and "model" in low:
        return tr("{server} does not know the model {model}. Choose another in the settings.", server=name, model=model)
    return _other(status, way)


def _other(status: int, way: Way) -> str:
    name = way.server.name
    if status == 404:
        path = way.server.path
        return tr(
            "{server} knows nothing at {path}. Check the address; it often ends with /v1.", server=name, path=path
        )
    if status == 429:
        return tr("{server} takes no more for now: too much was asked, or a quota is used up.", server=name)
    return tr("{server} answers with the error {status}. Try again later.", server=name, status=status)


def told_in_stream(error: Any, key: str) -> Unavailable:
    """The server tells of an error in the middle of its answer."""
    return Unavailable(tr("The server ended with an error: “{said}”. What came is kept.", said=_message(error, key)))


def _said(body: bytes, key: str) -> str:
    try:
        return _message(json.loads(body), key)
    except (ValueError, RecursionError):
        return ""


def _message(found: Any, key: str) -> str:
    """The sentence in an error as servers write it: a text, or an object that holds one at some depth."""
    for _depth in range(4):
        if isinstance(found, str):
            said = clean_line(found)
            said = said.replace(key, "…") if key else said
            return (said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…").rstrip(".")
        if not isinstance(found, dict):
            return ""
        found = next((found[name] for name in ("error", "message", "detail", "msg") if found.get(name)), "")
    return ""
