"""Reads the test vectors of the clock research into ledgers and asks the engine their questions."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.calendar import DAY_SECONDS, WHOLE_DAY, Calendar, Holiday, Override, Span, Spans
from app.domain.instants import DAY, MINUTE, SECOND, micros, moment
from app.domain.sla import clock, firing
from app.domain.sla.fold import RUNNING, fold
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import CLOCKS, EVERY_REASON, Clock, Policy
from app.domain.sla.thresholds import Threshold, needed, percent
from app.domain.timeline import Timeline
from app.domain.vocabulary import HoldReason

VECTORS = Path(os.environ.get("SLA_VECTORS", Path(__file__).parents[3] / "shared" / "sla_vectors.json"))
NEVER = 1500 * DAY  # the schema counts a due date further away than this as null
MAIN = ""
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Data = dict[str, Any]  # what json reads

KINDS = {
    "created": Kind.CREATED,
    "first_response": Kind.REPLIED,
    "agent_reply": Kind.REPLIED,
    "customer_reply": Kind.ASKED,
    "pending": Kind.HELD,
    "resumed": Kind.RESUMED,
    "resolved": Kind.RESOLVED,
    "closed": Kind.CLOSED,
    "reopened": Kind.REOPENED,
    "priority_changed": Kind.PRIORITY,
    "policy_changed": Kind.POLICY,
    "calendar_changed": Kind.CALENDAR,
}


class Case(NamedTuple):
    """One vector, read: a ledger with its calendars."""

    ledger: Ledger
    timelines: dict[str, Timeline]


def instant(text: str) -> int:
    return micros(datetime.fromisoformat(text))


def seconds(text: str) -> int:
    hours, minutes, *rest = map(int, text.split(":"))
    return hours * 3600 + minutes * 60 + (rest[0] if rest else 0)


def spans(pairs: Sequence[Sequence[str]]) -> Spans:
    return tuple(Span(seconds(start), seconds(end)) for start, end in pairs)


def holiday(data: str | Data) -> Holiday:
    if isinstance(data, str):
        return Holiday(date.fromisoformat(data), WHOLE_DAY)
    end = seconds(data["to"]) if "to" in data else DAY_SECONDS
    return Holiday(date.fromisoformat(data["date"]), Span(seconds(data.get("from", "00:00")), end))


def calendar(data: Data) -> Calendar:
    return Calendar(
        zone=data["tz"],
        week=tuple(spans(data["week"].get(day, ())) for day in WEEK),
        holidays=tuple(map(holiday, data.get("holidays", ()))),
        overrides=tuple(Override(date.fromisoformat(k), spans(v)) for k, v in data.get("overrides", {}).items()),
    )


def duration(minutes: float) -> int:
    return round(Fraction(str(minutes)) * MINUTE)


def targets(data: Data) -> dict[Clock, int]:
    names = {name: data.get(f"{name}_minutes") for name in CLOCKS}
    return {name: duration(minutes) for name, minutes in names.items() if minutes is not None}


def overlay(data: Data) -> dict[Clock, int | None]:
    names = {name: data[f"{name}_minutes"] for name in CLOCKS if f"{name}_minutes" in data}
    return {name: None if minutes is None else duration(minutes) for name, minutes in names.items()}


def policy(name: str, data: Data | None, percents: Sequence[float] | None) -> Policy | None:
    if data is None:
        return None
    shares = data.get("thresholds", (50, 75, 90, 100)) if percents is None else percents
    thresholds = tuple(percent(str(share)) for share in shares)
    return Policy(
        policy_id=name,
        version=1,
        name=name,
        targets=targets(data),
        calendar_id=data.get("calendar"),
        by_priority={key: overlay(value) for key, value in data.get("priorities", {}).items()},
        pauses={Clock(name): EVERY_REASON for name in data.get("pause", ("resolution", "update"))},
        thresholds=dict.fromkeys(CLOCKS, thresholds),
        resolved_stops_response=data.get("resolved_stops_response", True),
        update_before_first_response=data.get("update_before_first_response", False),
    )


def timelines(vector: Data) -> dict[str, Timeline]:
    """The calendars of a vector by name; the main one has none."""
    calendars = {MAIN: vector["calendar"], **vector.get("calendars", {})}
    return {name: Timeline(calendar(data)) for name, data in calendars.items()}


def read(vector: Data, lines: dict[str, Timeline], percents: Sequence[float] | None = None) -> Case:
    """The ledger of a vector on its calendars; `percents` replaces the thresholds of its policies."""
    policies = {name: policy(name, data, percents) for name, data in vector.get("policies", {}).items()}
    policies[MAIN] = policy(MAIN, vector.get("policy", {}), percents)
    entries = []
    for event in vector.get("events", ()):
        kind = KINDS[event["type"]]
        value = event.get("to")
        if kind is Kind.POLICY and value is not None:
            value = policies[value]
        elif kind is Kind.HELD:
            value = HoldReason.AWAITING_CALLER.value
        entries.append(Entry(instant(event["at"]), kind, value))
    ledger = Ledger(MAIN, policies[MAIN], vector.get("priority"), entries)
    return Case(ledger, lines)


def answer(case: Case, question: Data) -> object:
    """What the engine says to a question, in the form in which the vectors give the answer; times as datetimes."""
    at = instant(question["at"]) if "at" in question else case.ledger.entries[-1].at
    what = question["what"]
    if what == "open":
        return case.timelines[MAIN].is_open(at)
    if what == "next_open":
        return _time(case.timelines[MAIN].next_open(at), at)
    state = fold(case.ledger, case.timelines, at)
    index = CLOCKS.index(Clock(question["clock"]))
    if what == "fired":
        found = firing.firings_of(state, index, at)
        return [[_share(item.threshold), moment(item.at)] for item in found]
    reading = clock.read(state, index, at)
    if what in {"threshold", "instant_at"}:
        if reading.phase is not RUNNING or reading.target is None:
            return None
        need = duration(question["minutes"]) if what == "instant_at" else 0
        if what == "threshold":
            need = needed(percent(str(question["percent"])), reading.target)
        return _time(clock.crossing(state.marks[index], state.begins[index], need, at), at)
    plain: dict[str, object] = {
        "due": _time(reading.due, at),
        "elapsed_business_minutes": reading.elapsed,
        "remaining": reading.remaining,
        "breached": reading.breached,
        "percent_floor": reading.percent,
        "state": reading.phase.name.lower(),
    }
    return plain[what]


def expected(question: Data) -> object:
    """The answer of a vector in the units of `answer`: durations in microseconds, times as datetimes."""
    value = question["expect"]
    if value is None:
        return None
    if "expect_seconds" in question:
        return Fraction(str(question["expect_seconds"])) * SECOND
    if question["what"] in {"elapsed_business_minutes", "remaining"}:
        return Fraction(str(value)) * MINUTE
    if question["what"] == "fired":
        return [[share, datetime.fromisoformat(at)] for share, at in value]
    return datetime.fromisoformat(value) if isinstance(value, str) and value[:1].isdigit() else value


def _time(value: int | None, at: int) -> datetime | None:
    return None if value is None or value - at > NEVER else moment(value)


def _share(threshold: Threshold) -> float:
    return threshold.amount / 10_000
