"""What went wrong with a server, in sentences that say what to do; a key stands in none of them."""

import errno
import json
import socket
import ssl
from typing import Any, Final

from app.channels.writing_help.way import Way
from app.domain.errors import Unavailable
from app.domain.text import clean_line
from app.domain.writing_help.server import HelpServer

_QUOTED: Final = 200
_TOO_LONG: Final = ("context", "too long", "maximum", "too many tokens", "token limit", "exceed")


def not_understood(why: str) -> Unavailable:
    """It answers, and not as a server that helps to write does."""
    return Unavailable(
        f"The server does not answer as one that helps to write: {why}. Check the address; it often ends with /v1."
    )


def broke_off() -> Unavailable:
    """The connection ended in the middle."""
    return Unavailable("The connection broke before the text was complete. What came is kept. Try again.")


def stalled(seconds: float, *, has_begun: bool) -> Unavailable:
    """Nothing comes any more."""
    if has_begun:
        return Unavailable(f"The server has sent nothing for {seconds:.0f} s. What came is kept. Try again.")
    return Unavailable(f"The server took the text and has not begun to answer for {seconds:.0f} s. It may be busy.")


def not_reached(server: HelpServer, error: OSError) -> Unavailable:
    """No connection came about."""
    if isinstance(error, socket.gaierror):
        return Unavailable(f"Nobody knows a server called {server.host}. Check the name and the network.")
    if isinstance(error, ssl.SSLCertVerificationError):
        return Unavailable(
            f"The certificate of {server.name} cannot be trusted: {error.verify_message.rstrip('.')}. "
            "Where the office has its own authority, choose its certificate in the settings."
        )
    if isinstance(error, ssl.SSLError):
        return Unavailable(
            f"{server.name} does not speak TLS, or not as this program does. Where the server is not encrypted, "
            "the address begins with http://."
        )
    if isinstance(error, TimeoutError):
        return Unavailable(f"{server.name} does not answer. Check the address, and whether the server is running.")
    if error.errno == errno.ECONNREFUSED:
        return Unavailable(f"At {server.name} nothing listens. Is the server running, and is the port right?")
    return Unavailable(f"{server.name} cannot be reached: {error.strerror or error}. Check the network.")


def refused(status: int, place: str, body: bytes, way: Way) -> Unavailable:
    """The server answers with another status than 200."""
    name = way.server.name
    if 300 <= status < 400:
        to = clean_line(place)[:_QUOTED] or "nowhere"
        return Unavailable(
            f"{name} sends on to {to}. That is not followed, because the text and the key would go there. "
            "Where that is right, write that address into the settings."
        )
    said = _said(body, way.key)
    return Unavailable(_why(status, said.lower(), way) + (f" It says: “{said}”." if said else ""))


def _why(status: int, low: str, way: Way) -> str:
    name = way.server.name
    if status in {401, 403}:
        why = "does not take the key" if way.key else "asks for a key"
        return f"{name} {why}. Check the key in the settings, under Writing help."
    if status == 413 or (status in {400, 422} and any(word in low for word in _TOO_LONG)):
        return f"The text is too long for the model {way.model}. Shorten it, or use another model."
    if status in {400, 404, 422} and "model" in low:
        return f"{name} does not know the model {way.model}. Choose another in the settings."
    if status == 404:
        return f"{name} knows nothing at {way.server.path}. Check the address; it often ends with /v1."
    if status == 429:
        return f"{name} takes no more for now: too much was asked, or a quota is used up."
    return f"{name} answers with the error {status}. Try again later."


def told_in_stream(error: Any, key: str) -> Unavailable:
    """The server tells of an error in the middle of its answer."""
    said = _message(error, key)
    return Unavailable(f"The server ended with an error: “{said or 'it does not say which'}”. What came is kept.")


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
