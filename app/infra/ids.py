"""Identifiers made by the client, so that a command whose answer was lost can be repeated without doubling it."""

import hashlib
import os
import threading

from app.infra.clock import Clock

_RANDOM_BITS = 74
_STEP_BITS = 48


class IdMaker:
    """Makes UUIDv7 (RFC 9562) as 32 hex digits, rising within one process; safe from several threads."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last = 0

    def new(self) -> str:
        """A fresh identifier, larger than every one made before by this maker."""
        millis = int(self._clock.now().timestamp() * 1000)
        random = int.from_bytes(os.urandom(10)) & ((1 << _RANDOM_BITS) - 1)
        with self._lock:
            candidate = (millis << _RANDOM_BITS) | random
            if candidate <= self._last:
                # A clock that stands still or was set back must not break the order in which entries are read. The
                # step is a random one, because another maker may go on from the same identifier.
                candidate = self._last + 1 + (random >> _RANDOM_BITS - _STEP_BITS)
            self._last = candidate
        return _layout(candidate)

    def follow(self, identifier: str) -> None:
        """Make only identifiers larger than this one from now on, such as one of a computer whose clock is ahead."""
        value = int(identifier, 16)
        if value >> 76 & 0xF != 0x7:
            return  # not made by the time of any computer
        high, low = value >> 64 & 0xFFF, value & ((1 << 62) - 1)
        seen = (value >> 80) << _RANDOM_BITS | high << 62 | low
        with self._lock:
            self._last = max(self._last, seen)


def _layout(value: int) -> str:
    millis, random = value >> _RANDOM_BITS, value & ((1 << _RANDOM_BITS) - 1)
    high, low = random >> 62, random & ((1 << 62) - 1)
    return f"{(millis << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low:032x}"


def derived_id(*parts: str) -> str:
    """The same identifier for the same parts for ever (UUIDv8 layout over SHA-256), for imports that run twice."""
    digest = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:16])
    marked = digest & ~(0xF << 76) & ~(0b11 << 62) | (0x8 << 76) | (0b10 << 62)
    return f"{marked:032x}"
