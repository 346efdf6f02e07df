"""The answer to "Why?" of a clock with the names that people gave to calendars and policies."""

from itertools import accumulate, pairwise
from typing import NamedTuple

from sqlalchemy import Connection, select

from app.domain.durations import write_duration
from app.domain.instants import SECOND, micros, moment
from app.domain.sla.explain import Explanation, Milestone, Motion, Outcome, Segment, explain
from app.domain.sla.fold import Fold, fold
from app.domain.sla.ledger import Kind
from app.domain.sla.policy import CLOCKS
from app.domain.sla.typed_thresholds import write_threshold
from app.domain.wording import marked, tr
from app.models.clocks import sla_firing
from app.services.sla.books import Rules
from app.services.sla.dto import (
    ClockExplanation,
    ClockView,
    FiringRow,
    IncidentClocks,
    MilestoneView,
    OutcomeView,
    SegmentView,
    firing_key,
)
from app.services.sla.facts import Facts, ledger_of
from app.services.sla.views import CalendarNames

_CAUSES = {
    Kind.CREATED: marked("the incident was reported"),
    Kind.REPLIED: marked("the desk answered publicly"),
    Kind.ASKED: marked("the caller wrote"),
    Kind.HELD: marked("it was put on hold"),
    Kind.RESUMED: marked("the hold ended"),
    Kind.RESOLVED: marked("it was resolved"),
    Kind.CLOSED: marked("it was closed"),
    Kind.REOPENED: marked("it was reopened"),
    Kind.CANCELED: marked("it was canceled"),
    Kind.MERGED: marked("it was linked as a duplicate"),
    Kind.ABSORBED: marked("an older duplicate was linked to it"),
    Kind.PRIORITY: marked("the priority changed"),
    Kind.POLICY: marked("another policy came into force"),
    Kind.CALENDAR: marked("another calendar came into force"),
    Kind.PROMISED: marked("a supervisor set or took back a due date"),
}


class Names(NamedTuple):
    """What is needed to name what an explanation refers to."""

    rules: Rules
    calendars: CalendarNames
    fired: dict[tuple[str, int, int, str], FiringRow]


def explain_clocks(
    connection: Connection, facts: Facts, rules: Rules, calendars: CalendarNames, clocks: IncidentClocks
) -> tuple[ClockExplanation, ...]:
    """The working of the three clocks at the instant of `clocks`."""
    now = micros(clocks.now)
    state = fold(ledger_of(facts, rules), rules.timelines, now)
    fired = {
        (row.clock, row.cycle, row.target, row.threshold): row for row in load_firings(connection, facts.subject.id)
    }
    names = Names(rules, calendars, fired)
    return tuple(_explained(state, index, now, clocks.clocks[index], names) for index in range(len(CLOCKS)))


def load_firings(connection: Connection, incident_id: str) -> tuple[FiringRow, ...]:
    """What has fired, in the order in which it was reached."""
    table = sla_firing.c
    columns = [getattr(table, name) for name in FiringRow._fields]
    rows = connection.execute(
        select(*columns)
        .where(table.incident_id == incident_id)
        .order_by(table.reached_at, table.clock, table.threshold)
    )
    return tuple(FiringRow(*row) for row in rows)


def _explained(state: Fold, index: int, now: int, view: ClockView, names: Names) -> ClockExplanation:
    found = explain(state, index, now)
    segments = tuple(_segment(each, names) for each in found.segments)
    return ClockExplanation(
        view,
        segments,
        tuple(_outcome(each) for each in found.outcomes),
        tuple(_milestone(found, each, now, names) for each in found.milestones),
        tuple(_sum(found, view)),
    )


def _segment(each: Segment, names: Names) -> SegmentView:
    calendar_id = names.rules.calendar_of(each.timeline)
    versions = names.rules.calendars.get(calendar_id)
    return SegmentView(
        start_at=moment(each.start),
        end_at=moment(each.end),
        motion=each.motion.value,
        cause=tr(_CAUSES[each.cause]),
        reason=each.reason,
        cycle=each.cycle,
        before=each.before,
        counted=each.counted,
        target=each.target,
        calendar_id=calendar_id,
        calendar_name=names.calendars.get(calendar_id, ""),
        calendar_version=None if versions is None else versions[each.calendar_version].number,
        policy_name="" if each.policy is None else each.policy.name,
        policy_version=None if each.policy is None else each.policy.version,
    )


def _outcome(each: Outcome) -> OutcomeView:
    promised = None if each.promised is None else moment(each.promised)
    return OutcomeView(moment(each.at), each.cycle, each.elapsed, each.target, promised, each.met)


def _milestone(found: Explanation, each: Milestone, now: int, names: Names) -> MilestoneView:
    reading = found.reading
    promise = reading.target if reading.promised is None else reading.promised
    key = (reading.clock.value, reading.cycle, promise or 0, each.threshold.key)
    row = names.fired.get(key)
    is_reached = each.at is not None and each.at <= now
    # Reached but not fired by the facts: an earlier, shorter target had told of it (clock research 3.7).
    carried = is_reached and each.firing is None and reading.stopped_at is None
    return MilestoneView(
        threshold=write_threshold(each.threshold),
        key=firing_key(*key),
        reached_at=None if each.at is None else moment(each.at),
        is_reached=is_reached,
        fired_at=None if row is None else row.fired_at,
        is_late=row is not None and row.is_late,
        carried=carried,
    )


def _sum(found: Explanation, view: ClockView) -> list[str]:
    """The sum in lines: what ran, what that makes of the target, what is left, when that is used up."""
    reading = found.reading
    if not reading.has_started:
        return [
            tr("The clock has not started.")
            if not reading.reason
            else tr("The clock is void: {reason}.", reason=reading.reason)
        ]
    ran = [each.counted for each in found.segments if each.cycle == reading.cycle and each.motion is Motion.RAN]
    lines = [_ran(ran, reading.elapsed)]
    if reading.promised is not None:
        lines.append(
            tr(
                "A supervisor set the due date by hand: {when} UTC.",
                when=f"{moment(reading.promised):%Y-%m-%d %H:%M:%S}",
            )
        )
    elif reading.target is None:
        lines.append(tr("No target: nothing is promised."))
    else:
        lines.append(_used(reading.target, reading.elapsed))
        if view.due_at is not None and reading.due is not None:
            due = f"{view.due_at:%Y-%m-%d %H:%M:%S}"
            lines.append(tr("Used up at {due} UTC by {calendar}.", due=due, calendar=view.calendar_name))
    return lines


def _used(target: int, elapsed: int) -> str:
    used = elapsed - elapsed % SECOND
    whole, shown, rest = write_duration(target), write_duration(used), write_duration(abs(target - used))
    if target >= used:
        return tr("{target} target − {used} used = {rest} left.", target=whole, used=shown, rest=rest)
    return tr("{target} target − {used} used = {rest} over.", target=whole, used=shown, rest=rest)


def _ran(ran: list[int], elapsed: int) -> str:
    credit = elapsed - sum(ran)
    whole = write_duration(elapsed - elapsed % SECOND)
    if len(ran) <= 1 and not credit:
        return tr("Ran {length}.", length=whole)
    *pieces, waited = _whole_seconds([*ran, credit])
    parts = [write_duration(each) for each in pieces]
    # Dozens of days would make a line that nobody adds up; the table of segments has them all.
    shown = (
        " + ".join(parts)
        if len(parts) <= 8
        else tr("{names} + … + {part} ({count} pieces)", names=" + ".join(parts[:3]), part=parts[-1], count=len(parts))
    )
    if credit:
        shown = tr(
            "{shown} + {length} that an older duplicate had waited", shown=shown or "0 m", length=write_duration(waited)
        )
    return tr("Ran {shown} = {whole}.", shown=shown or "0 m", whole=whole)


def _whole_seconds(pieces: list[int]) -> list[int]:
    """The pieces in whole seconds whose sum is that of the whole, rounded down: nobody reads microseconds."""
    ends = [end - end % SECOND for end in accumulate(pieces)]
    return [end - begin for begin, end in pairwise([0, *ends])]
