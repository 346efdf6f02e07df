"""The slow oracle of the clocks: it walks through time minute by minute and counts with a pencil.

It shares nothing with the engine but the input types. Whether a minute is open is read off the wall clock; events are
applied one by one; thresholds are looked at when all events of a minute are done. Everything must happen at whole
minutes, and shares of targets must be whole minutes.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.domain.calendar import Calendar
from app.domain.instants import MINUTE, moment
from app.domain.sla.ledger import Entry, Ledger
from app.domain.sla.policy import DEFAULT_PAUSES, Clock, Policy


@lru_cache(maxsize=200_000)
def is_open(calendar: Calendar, instant: int) -> bool:
    local = moment(instant).astimezone(ZoneInfo(calendar.zone))
    second = local.hour * 3600 + local.minute * 60 + local.second
    for holiday in calendar.holidays:
        if holiday.day == local.date() and holiday.span.start <= second < holiday.span.end:
            return False
    hours = calendar.week[local.weekday()]
    for override in calendar.overrides:
        if override.day == local.date():
            hours = override.spans
    return any(start <= second < end for start, end in hours)


def worked(calendar: Calendar, start: int, end: int) -> int:
    return sum(MINUTE for at in range(start, end, MINUTE) if is_open(calendar, at))


def add(calendar: Calendar, start: int, duration: int, limit: int) -> int | None:
    at, left = start, duration
    while left > 0:
        if at >= limit:
            return None
        left -= MINUTE if is_open(calendar, at) else 0
        at += MINUTE
    return at


@dataclass
class Hand:
    """One clock of the walk; times in microseconds."""

    clock: Clock
    state: str = "none"
    cycle: int = 0
    elapsed: int = 0
    frozen: int | None = None
    promised_last: int | None = None
    keys: set[tuple[int, int]] = field(default_factory=set)
    fired: list[tuple[int, int, int, int]] = field(default_factory=list)  # at, cycle, target, share

    def begin(self) -> None:
        self.cycle += 1
        self.elapsed = 0
        self.keys = set()
        self.promised_last = None


class Walker:
    """Walks one ledger of plain kinds (no promises, no absorbed duplicates)."""

    def __init__(self, ledger: Ledger, calendars: dict[str, Calendar], shares: tuple[int, ...]) -> None:
        self.calendars = calendars
        self.calendar = calendars[ledger.calendar_id]
        self.policy = ledger.policy
        self.priority = ledger.priority
        self.entries = list(ledger.entries)
        self.shares = shares
        self.hands = {clock: Hand(clock) for clock in Clock}
        self.now = self.entries[0].at
        self.held: str | None = None
        self.is_resolved = self.is_void = self.has_answer = self.response_over = self.waits_for_reply = False
        self._use_calendar_of(self.policy)

    def walk(self, until: int) -> None:
        """Go on to `until`, with all events and timers of that very minute."""
        while True:
            due = [entry for entry in self.entries if entry.at == self.now]
            self.entries = [entry for entry in self.entries if entry.at > self.now]
            for entry in due:
                self._apply(entry)
            self._ring()
            if self.now >= until:
                return
            if is_open(self.calendar, self.now):
                for hand in self.hands.values():
                    hand.elapsed += MINUTE if hand.state == "running" else 0
            self.now += MINUTE

    def target(self, clock: Clock) -> int | None:
        if self.policy is None:
            return None
        return {**self.policy.targets, **self.policy.by_priority.get(self.priority or "", {})}.get(clock)

    def _use_calendar_of(self, policy: Policy | None) -> None:
        if policy is not None and policy.calendar_id is not None:
            self.calendar = self.calendars[policy.calendar_id]

    def _apply(self, entry: Entry) -> None:
        getattr(self, f"_on_{entry.kind.name.lower()}")(entry)
        for hand in self.hands.values():
            self._pause_or_run(hand)
            self._carry(hand)

    def _on_created(self, _entry: Entry) -> None:
        for clock in (Clock.RESPONSE, Clock.RESOLUTION):
            self.hands[clock].begin()
            self.hands[clock].state = "running"

    def _on_replied(self, _entry: Entry) -> None:
        self.has_answer = True
        if not self.is_void:
            self._stop(Clock.RESPONSE)
            self._stop(Clock.UPDATE)
        self.response_over = True

    def _on_asked(self, _entry: Entry) -> None:
        early = self.policy is not None and self.policy.update_before_first_response
        hand = self.hands[Clock.UPDATE]
        if not self.is_void and (self.has_answer or early) and hand.state in {"none", "stopped"}:
            hand.begin()
            hand.state = "running"

    def _on_held(self, entry: Entry) -> None:
        if not self.is_resolved and not self.is_void:
            self.held = str(entry.value)

    def _on_resumed(self, _entry: Entry) -> None:
        self.held = None

    def _on_resolved(self, _entry: Entry) -> None:
        if self.is_resolved or self.is_void:
            return
        self.is_resolved, self.held = True, None
        self._stop(Clock.RESOLUTION)
        self._stop(Clock.UPDATE)
        if self.policy is None or self.policy.resolved_stops_response:
            self._stop(Clock.RESPONSE)
            self.response_over = True

    def _on_closed(self, _entry: Entry) -> None:
        pass

    def _on_reopened(self, _entry: Entry) -> None:
        if not (self.is_resolved or self.is_void):
            return
        if self.is_void:
            self.hands[Clock.RESPONSE].state = "stopped" if self.response_over else "running"
            update = self.hands[Clock.UPDATE]
            update.state = "stopped" if update.cycle else "none"
            update.frozen = self.target(Clock.UPDATE)
        self.is_resolved, self.is_void, self.held = False, False, None
        self.hands[Clock.RESOLUTION].state = "running"

    def _on_canceled(self, _entry: Entry) -> None:
        self.is_void, self.is_resolved, self.held = True, False, None
        for hand in self.hands.values():
            hand.state = "void"

    _on_merged = _on_canceled

    def _on_priority(self, entry: Entry) -> None:
        self.priority = entry.value  # type: ignore[assignment]  # by its kind

    def _on_policy(self, entry: Entry) -> None:
        self.policy = entry.value  # type: ignore[assignment]  # by its kind
        self._use_calendar_of(self.policy)

    def _on_calendar(self, entry: Entry) -> None:
        self.calendar = self.calendars[str(entry.value)]

    def _stop(self, clock: Clock) -> None:
        hand = self.hands[clock]
        if hand.state in {"running", "paused"}:
            hand.state = "stopped"
            hand.frozen = self.target(clock)

    def _pause_or_run(self, hand: Hand) -> None:
        if hand.state not in {"running", "paused"}:
            return
        pauses = DEFAULT_PAUSES if self.policy is None else self.policy.pauses
        rests = self.held is not None and self.held in pauses.get(hand.clock, frozenset())
        rests = rests or (hand.clock is Clock.RESPONSE and self.is_resolved)
        hand.state = "paused" if rests else "running"

    def _carry(self, hand: Hand) -> None:
        target = self.target(hand.clock)
        if target is None or hand.cycle == 0:
            return
        before, hand.promised_last = hand.promised_last, target
        if before is None or before == target:
            return
        for share in self.shares:
            if (before, share) in hand.keys and 100 * hand.elapsed >= share * target:
                hand.keys.add((target, share))

    def _ring(self) -> None:
        for hand in self.hands.values():
            target = self.target(hand.clock)
            if target is None or hand.state not in {"running", "paused"}:
                continue
            for share in self.shares:
                if 100 * hand.elapsed >= share * target and (target, share) not in hand.keys:
                    hand.keys.add((target, share))
                    hand.fired.append((self.now, hand.cycle, target, share))
