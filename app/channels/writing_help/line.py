"""The line to a server: opened and cut at any moment, without a proxy, following nobody who sends on."""

import contextlib
import http.client
import selectors
import socket
import ssl
from collections.abc import Generator
from typing import Final

from app.channels.writing_help.packing import Unpacker
from app.channels.writing_help.trouble import broke_off, not_reached, not_understood, refused, stalled
from app.channels.writing_help.way import Patience, Way
from app.domain.errors import BadInput, Stopped, Unavailable
from app.domain.wording import tr

_LARGEST: Final = 4_000_000
"""No answer is that long; whoever sends more is not listened to any longer."""
_LARGEST_ERROR: Final = 20_000
_AT_ONCE: Final = 65_536
_TICK: Final = 0.1


class Line:
    """One question to a server. `cut` may be called from any thread, and ends it at once wherever it is."""

    def __init__(self, way: Way, patience: Patience | None = None) -> None:
        self.way = way
        self.patience = patience or Patience()
        self._socket: socket.socket | None = None
        self._is_cut = False
        if not way.key.isascii() or not way.key.isprintable() or " " in way.key:
            raise BadInput(tr("A key is one word of letters, digits and signs. Copy it again."), "key")

    def cut(self) -> None:
        """End it now."""
        self._is_cut = True
        with contextlib.suppress(OSError, AttributeError):
            if self._socket is not None:
                self._socket.shutdown(socket.SHUT_RDWR)

    @property
    def is_cut(self) -> bool:
        """Whether somebody has had enough."""
        return self._is_cut

    def connect(self) -> ssl.SSLSocket | socket.socket:
        """A connection, encrypted where the address says so."""
        server = self.way.server
        try:
            plain = self._reach()
            return self._shake_hands(plain) if server.is_encrypted else plain
        except OSError as error:
            self._stop_if_cut()
            raise not_reached(server, error) from error

    def ask(self, method: str, what: str, body: bytes = b"") -> Generator[tuple[str, bytes]]:
        """The pieces of the answer as they come, each with the kind of content; raises what is wrong in plain words."""
        made = self.connect()
        server = self.way.server
        connection = http.client.HTTPConnection(server.host.strip("[]"), server.port)
        connection.auto_open = 0
        connection.sock = made
        has_begun = False
        try:
            made.settimeout(self.patience.first)
            connection.request(method, f"{server.path}{what}", body or None, self._headers())
            answer = connection.getresponse()
            self._refuse_bad(answer)
            for piece in self._pieces(answer, made):
                has_begun = True
                yield answer.headers.get_content_type(), piece
        except TimeoutError as error:
            self._stop_if_cut()
            seconds = self.patience.between if has_begun else self.patience.first
            raise stalled(seconds, has_begun=has_begun) from error
        except (http.client.HTTPException, OSError, ValueError) as error:
            self._stop_if_cut()
            if isinstance(error, http.client.IncompleteRead | OSError | http.client.RemoteDisconnected) or has_begun:
                raise broke_off() from error
            raise not_understood(tr("it does not speak HTTP")) from error
        finally:
            connection.close()
            made.close()

    def _headers(self) -> dict[str, str]:
        server = self.way.server
        headers = {
            "Host": server.name,
            "Accept": "text/event-stream, application/json",
            "Content-Type": "application/json",
            "User-Agent": "Mainstay",
        }
        return headers | ({"Authorization": f"Bearer {self.way.key}"} if self.way.key else {})

    def _refuse_bad(self, answer: http.client.HTTPResponse) -> None:
        if answer.status == http.HTTPStatus.OK:
            return
        body = b"".join(_unpacker(answer).feed(answer.read(_LARGEST_ERROR)))[:_LARGEST_ERROR]
        self._stop_if_cut()
        place = answer.headers.get("Location", "")
        raise refused(answer.status, place, body, self.way)

    def _pieces(self, answer: http.client.HTTPResponse, made: socket.socket) -> Generator[bytes]:
        size, unpacker = 0, _unpacker(answer)
        while packed := answer.read1(_AT_ONCE):
            self._stop_if_cut()
            made.settimeout(self.patience.between)
            for piece in unpacker.feed(packed):
                size += len(piece)
                if size > _LARGEST:
                    raise not_understood(tr("it sends more than any answer is long"))
                yield piece
        self._stop_if_cut()
        if answer.length or not unpacker.is_whole:
            raise broke_off()

    def _stop_if_cut(self) -> None:
        if self._is_cut:
            raise Stopped(tr("It was stopped."))

    def _reach(self) -> socket.socket:
        server = self.way.server
        failure: OSError = OSError("no address")
        for family, kind, protocol, _name, place in socket.getaddrinfo(
            server.host.strip("[]"), server.port, type=socket.SOCK_STREAM
        ):
            made = socket.socket(family, kind, protocol)
            try:
                self._knock(made, place)
            except OSError as error:
                made.close()
                failure = error
            except BaseException:
                made.close()
                raise
            else:
                return made
        raise failure

    def _knock(self, made: socket.socket, place: tuple[object, ...]) -> None:
        """Connect, looking ten times a second whether somebody has had enough."""
        self._socket = made
        made.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            made.connect(place)
        with selectors.DefaultSelector() as selector:
            selector.register(made, selectors.EVENT_WRITE)
            for _tick in range(max(1, round(self.patience.connect / _TICK))):
                self._stop_if_cut()
                if selector.select(_TICK):
                    break
            else:
                raise TimeoutError
        failed = made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if failed:
            raise OSError(failed, "")
        made.settimeout(self.patience.connect)

    def _shake_hands(self, plain: socket.socket) -> ssl.SSLSocket:
        try:
            context = _trusting(self.way.authority)
            wrapped = context.wrap_socket(
                plain, server_hostname=self.way.server.host.strip("[]"), do_handshake_on_connect=False
            )
        except BaseException:
            plain.close()
            raise
        self._socket = wrapped
        try:
            self._stop_if_cut()
            wrapped.do_handshake()
        except BaseException:
            wrapped.close()
            raise
        return wrapped


def _unpacker(answer: http.client.HTTPResponse) -> Unpacker:
    return Unpacker(answer.headers.get("Content-Encoding", ""))


def _trusting(authority: str) -> ssl.SSLContext:
    """Trusts whom the system trusts, or only the office's own authority."""
    try:
        context = ssl.create_default_context(cadata=authority or None)
    except (ssl.SSLError, ValueError) as error:
        raise Unavailable(
            tr("The certificate of the office's own authority cannot be read. Choose it again.")
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
