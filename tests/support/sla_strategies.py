"""Random calendars, policies and ledgers near the nights on which clocks are changed; all at whole minutes."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from app.domain.calendar import ALWAYS_WEEK, DAY_SECONDS, Calendar, Holiday, Override, Span, Spans
from app.domain.instants import HOUR, MINUTE, micros
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import CLOCKS, Clock, Policy
from app.domain.sla.thresholds import percent
from app.domain.vocabulary import HoldReason

SHARES = (50, 75, 90, 100)
QUARTER = 15 * 60

# Zone and a Friday before a night on which its offset changes, or an ordinary one.
PLACES = (
    ("UTC", date(2025, 5, 9)),
    ("Europe/Berlin", date(2025, 3, 28)),
    ("Europe/Berlin", date(2025, 10, 24)),
    ("America/New_York", date(2025, 3, 7)),
    ("America/Sao_Paulo", date(2018, 11, 2)),
    ("Australia/Lord_Howe", date(2025, 4, 4)),
    ("Asia/Kolkata", date(2025, 5, 9)),
    ("Africa/Cairo", date(2025, 4, 24)),
    ("Africa/Casablanca", date(2025, 2, 21)),
    ("America/St_Johns", date(2025, 10, 31)),
)


def noon(day: date) -> int:
    """Noon UTC of a date as an instant."""
    return micros(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


@st.composite
def spans(draw: st.DrawFn, most: int = 3) -> Spans:
    found = []
    for _ in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, DAY_SECONDS // QUARTER - 1))
        end = draw(st.integers(start + 1, DAY_SECONDS // QUARTER))
        found.append(Span(start * QUARTER, end * QUARTER))
    return tuple(found)


@st.composite
def calendars(draw: st.DrawFn, place: tuple[str, date]) -> Calendar:
    zone, friday = place
    near = st.integers(-1, 6).map(lambda days: friday + timedelta(days))
    part = spans(1).filter(bool).map(lambda found: found[0])
    holidays = draw(st.lists(st.tuples(near, st.one_of(st.just(Span(0, DAY_SECONDS)), part)), max_size=3))
    overrides = draw(st.lists(st.tuples(near, spans()), max_size=2, unique_by=lambda item: item[0]))
    return Calendar(
        zone=zone,
        week=draw(st.one_of(st.just(ALWAYS_WEEK), st.tuples(*[spans()] * 7))),
        holidays=tuple(Holiday(day, span) for day, span in holidays),
        overrides=tuple(Override(day, hours) for day, hours in overrides),
    )


# Multiples of 20 minutes, so that every share of `SHARES` is reached at a whole minute.
TARGETS = st.integers(1, 60).map(lambda twenties: twenties * 20 * MINUTE)
REASONS = st.sampled_from([HoldReason.AWAITING_CALLER.value, HoldReason.AWAITING_VENDOR.value])


def policies(calendar_ids: tuple[str, ...] = ()) -> st.SearchStrategy[Policy]:
    targets = st.dictionaries(st.sampled_from(CLOCKS), TARGETS)
    overlays = st.dictionaries(st.sampled_from(CLOCKS), st.one_of(st.none(), TARGETS), max_size=2)
    return st.builds(
        Policy,
        policy_id=st.just("p"),
        version=st.just(1),
        name=st.just("Policy"),
        targets=targets,
        calendar_id=st.sampled_from((None, *calendar_ids)),
        by_priority=st.fixed_dictionaries({}, optional={"1": overlays, "2": overlays}),
        pauses=st.dictionaries(st.sampled_from(CLOCKS), st.frozensets(REASONS)),
        thresholds=st.just(dict.fromkeys(CLOCKS, tuple(map(percent, SHARES)))),
        resolved_stops_response=st.booleans(),
        update_before_first_response=st.booleans(),
    )


PRIORITIES = st.sampled_from([None, "1", "2"])
PLAIN = st.sampled_from([
    Kind.REPLIED, Kind.ASKED, Kind.RESUMED, Kind.RESOLVED, Kind.CLOSED, Kind.REOPENED, Kind.CANCELED,
])  # fmt: skip


def facts(calendar_ids: tuple[str, ...]) -> st.SearchStrategy[tuple[Kind, object]]:
    """A kind with a fitting value; the common ones come often."""
    return st.one_of(
        st.tuples(PLAIN, st.none()),
        st.tuples(st.just(Kind.HELD), REASONS),
        st.tuples(st.just(Kind.PRIORITY), PRIORITIES),
        st.tuples(st.just(Kind.ASKED), st.none()),
        st.tuples(st.just(Kind.POLICY), st.one_of(st.none(), policies(calendar_ids))),
        st.tuples(st.just(Kind.CALENDAR), st.sampled_from(calendar_ids)),
    )


@st.composite
def ledgers(draw: st.DrawFn, start: int, calendar_ids: tuple[str, ...]) -> Ledger:
    """A ledger of at most eight facts within some sixty hours, several often in one minute."""
    at = start + draw(st.integers(0, 600)) * MINUTE
    entries = [Entry(at, Kind.CREATED)]
    for kind, value in draw(st.lists(facts(calendar_ids), max_size=8)):
        at += draw(st.sampled_from([0, 0, 1, 7, 60, 95, 240, 480, 900])) * MINUTE
        entries.append(Entry(at, kind, value))
    policy = draw(st.one_of(policies(calendar_ids), policies(calendar_ids), st.none()))
    return Ledger(calendar_ids[0], policy, draw(PRIORITIES), entries)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Ledger, dict[str, Calendar], int]:
    """A ledger, its two calendars, and an instant at or after its last fact."""
    place, other = draw(st.sampled_from(PLACES)), draw(st.sampled_from(PLACES))
    books = {"main": draw(calendars(place)), "other": draw(calendars((other[0], place[1])))}
    ledger = draw(ledgers(noon(place[1]), ("main", "other")))
    return ledger, books, ledger.entries[-1].at + draw(st.integers(0, 48)) * HOUR


def everything_of(clock: Clock, target: int) -> Policy:
    """A policy with one target and the usual thresholds."""
    return Policy("p", 1, "Policy", {clock: target})
