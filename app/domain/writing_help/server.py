"""The address of a server that helps to write: what people type, what is called, and what it is named to them."""

import re
from typing import Final, NamedTuple

from app.domain.errors import BadInput
from app.domain.wording import tr

_ADDRESS: Final = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?P<person>[^/@\s]*@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s/:?#@\[\]\\]+)(?::(?P<port>\d{1,5}))?(?P<path>/[^\s?#\\]*)?(?P<rest>[?#].*)?"
)
_HERE: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
_PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 300
_USUAL_PATH: Final = "/v1"


class HelpServer(NamedTuple):
    """Where a server is, as it is called; `path` comes before what is asked for, such as `/chat/completions`."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def name(self) -> str:
        """What it is named to people: `desk.example:8080`."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole of it, which is what somebody agrees to."""
        return f"{self.scheme}://{self.name}{self.path}"

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read what is sent."""
        return self.scheme == "https"

    @property
    def is_here(self) -> bool:
        """Whether it is this computer, so that nothing goes out."""
        return self.host in _HERE


def parse_server(text: str) -> HelpServer:
    """The server that a typed address means, or `BadInput` that says what to do.

    Without `http://` or `https://` it is encrypted, except on this computer, where nothing needs to be.
    """
    found = _ADDRESS.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        raise BadInput(tr("This is no address of a server. It looks like https://desk.example:8080/v1."), "address")
    if found["person"] is not None:
        raise BadInput(tr("Leave the name and password out of the address. A key has its own field."), "address")
    if found["rest"] is not None:
        raise BadInput(tr("Leave out what stands behind the ? or # in the address."), "address")
    host = found["host"].lower().rstrip(".")
    scheme = (found["scheme"] or ("http" if host in _HERE else "https")).lower()
    if scheme not in _PORTS:
        raise BadInput(tr("A server is reached with http or https, not with {scheme}.", scheme=scheme[:20]), "address")
    port = int(found["port"] or _PORTS[scheme])
    if not 1 <= port <= 65_535:
        raise BadInput(tr("There is no port {port}.", port=port), "address")
    if not host.isascii():
        host = _in_ascii(host)
    path = (found["path"] or "").rstrip("/")
    for ending in ("/chat/completions", "/models", "/completions"):
        path = path.removesuffix(ending)
    return HelpServer(scheme, host, port, path or _USUAL_PATH)


def _in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError as error:
        raise BadInput(tr("The name of the server cannot be read."), "address") from error
