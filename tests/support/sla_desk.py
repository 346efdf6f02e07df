"""A small desk for tests of clocks: Monday to Friday 9 to 17 UTC, and short ways to write ledgers and read clocks."""

from datetime import datetime

from app.domain.calendar import ALWAYS_WEEK, Calendar, Span
from app.domain.instants import HOUR, MINUTE, micros, moment
from app.domain.sla.clock import Reading, evaluate
from app.domain.sla.firing import Firing, firings
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import CLOCKS, Clock, Policy
from app.domain.timeline import Timeline
from app.domain.vocabulary import HoldReason

CALLER = HoldReason.AWAITING_CALLER.value
VENDOR = HoldReason.AWAITING_VENDOR.value

OFFICE = ((Span(9 * 3600, 17 * 3600),),) * 5 + ((),) * 2
LINES = {"office": Timeline(Calendar("UTC", OFFICE)), "always": Timeline(Calendar("UTC", ALWAYS_WEEK))}

STANDARD = Policy(
    "standard",
    1,
    "Standard",
    {Clock.RESPONSE: HOUR, Clock.RESOLUTION: 8 * HOUR, Clock.UPDATE: 2 * HOUR},
    by_priority={"1": {Clock.RESPONSE: 15 * MINUTE, Clock.RESOLUTION: 2 * HOUR}},
)

Fact = tuple[str, Kind] | tuple[str, Kind, object]


def at(text: str) -> int:
    """An instant of May 2025, UTC, as "8 09:30" (the 8th is a Thursday), or of any ISO text with an offset."""
    if "T" in text:
        return micros(datetime.fromisoformat(text))
    day, clock = text.split()
    return micros(datetime.fromisoformat(f"2025-05-{int(day):02d}T{clock}+00:00"))


def say(instant: int | None) -> str | None:
    """The instant as `at` reads it, None for None."""
    return None if instant is None else f"{moment(instant).day} {moment(instant):%H:%M}"


def ledger(
    *facts: Fact, policy: Policy | None = STANDARD, calendar: str = "office", priority: str | None = None
) -> Ledger:
    """A ledger of facts given as (instant, kind) or (instant, kind, value)."""
    entries = [Entry(at(fact[0]), fact[1], fact[2] if len(fact) == 3 else None) for fact in facts]
    return Ledger(calendar, policy, priority, entries)


def reading(case: Ledger, clock: Clock, when: str, lines: dict[str, Timeline] | None = None) -> Reading:
    """One clock of a ledger at an instant."""
    return evaluate(case, lines or LINES, at(when))[CLOCKS.index(clock)]


def fired(case: Ledger, clock: Clock, when: str, lines: dict[str, Timeline] | None = None) -> list[tuple[str, str]]:
    """What has fired of one clock by an instant: threshold and time."""
    found: list[Firing] = firings(case, lines or LINES, at(when))
    return [(item.threshold.key, say(item.at) or "") for item in found if item.clock is clock]
