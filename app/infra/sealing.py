"""Files sealed with a pass phrase: AES-256-GCM over chunks, by a key that argon2id makes of the phrase.

The chunks follow the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizar 2015): the nonce of each holds a random
beginning, its place and whether it is the last one, so chunks that are changed, left out, exchanged or cut off do not
open. Memory stays at one chunk, however large the file is, beside what argon2id takes for a moment.

The head says how the key is made and carries a mark made with a second key, so that another phrase is told from a
damaged file before the first chunk is read.
"""

import hashlib
import hmac
import os
import struct
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from app.domain.errors import Unavailable
from app.domain.wording import tr

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Done = Callable[[int, int], None]
"""Called with the bytes that are done and the bytes there are; what it raises ends the work."""

LEAST_LENGTH: Final = 12
"""Characters of a pass phrase; a copy that is stolen can be tried as often and as fast as somebody likes."""

_MAGIC: Final = b"Mainstay sealed 1\n"
_HEAD: Final = struct.Struct(f">{len(_MAGIC)}sIIB16s7s")
_MARK: Final = 32
_CHUNK: Final = 1 << 20
_TAG: Final = 16
_MOST_MEMORY: Final = 1 << 18
_MOST_PASSES: Final = 64
_MOST_LANES: Final = 16


class WrongPhrase(Unavailable):
    """The pass phrase does not open the file."""


class _Cost(NamedTuple):
    """What argon2id is to take: passes, KiB of memory, lanes; the second choice of RFC 9106."""

    passes: int = 3
    memory: int = 65_536
    lanes: int = 4


def is_sealed(path: Path) -> bool:
    """Whether a file begins like a sealed one."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def seal(source: Path, target: Path, phrase: str, done: Done | None = None) -> None:
    """Write what is in one file into another one, sealed, and have it on the disk; OSError where that fails."""
    cost = _Cost()
    head = _HEAD.pack(_MAGIC, cost.passes, cost.memory, cost.lanes, os.urandom(16), os.urandom(7))
    key, marking = _keys(phrase, head)
    cipher = _cipher(key)
    whole, written = source.stat().st_size, 0
    with source.open("rb") as read, target.open("wb") as write:
        write.write(head)
        write.write(_mark(marking, head))
        for number, chunk, is_last in _chunks(read, _CHUNK):
            write.write(cipher.encrypt(_nonce(head, number, is_last=is_last), chunk, None))
            written += len(chunk)
            if done is not None:
                done(written, whole)
        write.flush()
        os.fsync(write.fileno())


def unsealed(path: Path, phrase: str) -> Iterator[bytes]:
    """What is in a sealed file, chunk by chunk, each proved before it is given.

    WrongPhrase where the phrase is another, Unavailable where the file is cut off or was changed.
    """
    from cryptography.exceptions import InvalidTag

    with path.open("rb") as read:
        head, mark = read.read(_HEAD.size), read.read(_MARK)
        if len(mark) < _MARK or not head.startswith(_MAGIC):
            raise _damaged(path)
        key, marking = _keys(phrase, head)
        if not hmac.compare_digest(mark, _mark(marking, head)):
            raise WrongPhrase(
                tr(
                    "The pass phrase does not open {name}. Mind capital letters and the layout of the keyboard; it is "
                    "the phrase that was set when this backup was made.",
                    name=path.name,
                )
            )
        cipher = _cipher(key)
        for number, chunk, is_last in _chunks(read, _CHUNK + _TAG):
            try:
                yield cipher.decrypt(_nonce(head, number, is_last=is_last), chunk, None)
            except InvalidTag as error:
                raise _damaged(path) from error


def unseal(path: Path, target: BinaryIO, phrase: str) -> str:
    """Write what is in a sealed file into an open one; returns its SHA-256. Raises as `unsealed` does."""
    digest = hashlib.sha256()
    for chunk in unsealed(path, phrase):
        digest.update(chunk)
        target.write(chunk)
    target.flush()
    return digest.hexdigest()


def digest_inside(path: Path, phrase: str) -> str:
    """The SHA-256 of what is in a sealed file, written nowhere. Raises as `unsealed` does."""
    digest = hashlib.sha256()
    for chunk in unsealed(path, phrase):
        digest.update(chunk)
    return digest.hexdigest()


def _damaged(path: Path) -> Unavailable:
    return Unavailable(
        tr("{name} is damaged: it was cut off or changed after it was written. Choose another backup.", name=path.name)
    )


def _cipher(key: bytes) -> "AESGCM":
    # Imported where it is used, as argon2 below: most starts seal nothing.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)


def _keys(phrase: str, head: bytes) -> tuple[bytes, bytes]:
    """The key of the chunks and the key of the mark; refuses a head that asks for more than a computer has."""
    from argon2.low_level import Type, hash_secret_raw

    _, passes, memory, lanes, salt, _ = _HEAD.unpack(head)
    sane = 1 <= passes <= _MOST_PASSES and 8 * lanes <= memory <= _MOST_MEMORY and 1 <= lanes <= _MOST_LANES
    if not sane:
        raise Unavailable(tr("The beginning of the sealed backup was changed. Choose another backup."))
    made = hash_secret_raw(
        unicodedata.normalize("NFC", phrase).encode(),
        salt,
        time_cost=passes,
        memory_cost=memory,
        parallelism=lanes,
        hash_len=64,
        type=Type.ID,
    )
    return made[:32], made[32:]


def _mark(key: bytes, head: bytes) -> bytes:
    return hmac.digest(key, head, "sha256")


def _nonce(head: bytes, number: int, *, is_last: bool) -> bytes:
    beginning: bytes = _HEAD.unpack(head)[-1]
    return beginning + struct.pack(">IB", number, is_last)


def _chunks(file: BinaryIO, size: int) -> Iterator[tuple[int, bytes, bool]]:
    """The chunks of a file with their numbers, and which is the last; an empty file has one that is empty."""
    number, chunk = 0, file.read(size)
    while True:
        following = file.read(size)
        yield number, chunk, not following
        if not following:
            return
        number, chunk = number + 1, following
