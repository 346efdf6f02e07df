"""A clock that many processes share and one of them sets, and a count of what each has done: a file in memory."""

import mmap
import struct
from datetime import datetime, timedelta
from pathlib import Path

from app.domain.instants import micros, moment

_FORMAT = "=q"
_SIZE = struct.calcsize(_FORMAT)
SLOTS = 64


class SharedClock:
    """Implements `app.infra.clock.Clock` over a file that every process maps."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("r+b")
        self._memory = mmap.mmap(self._file.fileno(), _SIZE * (1 + SLOTS))

    @classmethod
    def create(cls, path: Path, start: datetime) -> "SharedClock":
        """Make the file and set it to an instant."""
        path.write_bytes(struct.pack(_FORMAT, micros(start)) + bytes(_SIZE * SLOTS))
        return cls(path)

    def now(self) -> datetime:
        """The simulated instant, in UTC."""
        (instant,) = struct.unpack_from(_FORMAT, self._memory)
        return moment(instant)

    def set(self, at: datetime) -> None:
        """Jump, forward or back; one aligned store, so nobody reads half of it."""
        struct.pack_into(_FORMAT, self._memory, 0, micros(at))

    def count(self, slot: int) -> None:
        """One more thing was done by the process of a slot, which alone writes there."""
        place = _SIZE * (1 + slot)
        (done,) = struct.unpack_from(_FORMAT, self._memory, place)
        struct.pack_into(_FORMAT, self._memory, place, done + 1)

    def done(self, first: int, last: int) -> int:
        """How much the processes of the slots from `first` to before `last` have done."""
        return sum(struct.unpack_from(_FORMAT, self._memory, _SIZE * (1 + slot))[0] for slot in range(first, last))


class SkewedClock:
    """The clock of a computer that is off by some time."""

    def __init__(self, clock: SharedClock, offset: timedelta) -> None:
        self._clock = clock
        self._offset = offset

    def now(self) -> datetime:
        """What that computer believes."""
        return self._clock.now() + self._offset
