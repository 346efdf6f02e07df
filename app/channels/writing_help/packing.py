"""Answers that a server, or a proxy before it, packs although nobody asked for that: taken apart as they come."""

import zlib
from collections.abc import Iterator
from typing import Final

from app.channels.writing_help.trouble import not_understood
from app.domain.text import clean_line
from app.domain.wording import tr

_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})
_GZIP_OR_ZLIB: Final = 47
"""What `zlib` calls finding out by the first bytes which of the two it is."""
_AT_ONCE: Final = 65_536
_QUOTED: Final = 40


class Unpacker:
    """Gives the bytes of an answer as they were before they were packed, a bounded piece at a time.

    `kind` is what the server says of them (Content-Encoding), empty for nothing; raises Unavailable for what nobody
    here can take apart.
    """

    def __init__(self, kind: str) -> None:
        told = kind.strip().lower()
        if told not in _PACKED | {"", "identity"}:
            named = clean_line(told)[:_QUOTED]
            raise not_understood(tr("it sends its answer packed as {kind}, which nobody asked for", kind=named))
        self._open = zlib.decompressobj(_GZIP_OR_ZLIB) if told in _PACKED else None

    @property
    def is_whole(self) -> bool:
        """Whether what was packed came to its end; always where nothing is packed."""
        return self._open is None or self._open.eof

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The bytes that this piece brings; a small piece can hold very many, so they come in parts."""
        if self._open is None:
            yield piece
            return
        while piece:
            try:
                found = self._open.decompress(piece, _AT_ONCE)
            except zlib.error as error:
                raise not_understood(tr("its answer is packed and cannot be taken apart")) from error
            piece = self._open.unconsumed_tail
            if found:
                yield found
