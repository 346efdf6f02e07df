"""Commands of which nobody knows whether they were kept, because the connection broke while they were committed."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.domain.actor import Actor
from app.domain.events import Event


class Call(NamedTuple):
    """A command as it was given. Two calls are equal when one is the other said again."""

    name: str
    actor: Actor
    arguments: tuple[Any, ...]
    named: Mapping[str, Any]


@dataclass(slots=True, eq=False)
class Attempt:
    """The attempts to carry one call out: the id of its receipt, and what the last one that came to its commit gave."""

    id: str
    result: Any = None
    events: tuple[Event, ...] = ()
    in_doubt: bool = False


@dataclass(slots=True)
class Doubts:
    """The calls that are in doubt for longer than anybody waited; safe from several threads, empty on most days."""

    _kept: list[tuple[Call, Attempt]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, call: Call) -> Attempt | None:
        """The attempts at the same call, which are then no longer kept here."""
        if not self._kept:
            return None
        with self._lock:
            for entry in self._kept:
                if entry[0] == call:
                    self._kept.remove(entry)
                    return entry[1]
        return None

    def keep(self, call: Call, attempt: Attempt) -> None:
        """Remember it until somebody says it again or the server can be asked."""
        with self._lock:
            self._kept.append((call, attempt))

    def take_all(self) -> list[tuple[Call, Attempt]]:
        """All that is in doubt, the oldest first."""
        with self._lock:
            kept, self._kept = self._kept, []
        return kept
