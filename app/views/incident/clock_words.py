"""What is written about a clock beside its state: the target, the due instant, what is used, and how long it felt."""

from collections.abc import Iterator
from datetime import datetime

from app.domain.instants import HOUR, MINUTE, micros, moment
from app.domain.sla.display import Hours, opening_left, target_length, time_over
from app.domain.vocabulary import HoldReason
from app.domain.wording import inside, sentence_case, tr
from app.services.sla.dto import ClockView, IncidentClocks
from app.views.toolkit.formats import Formats

_ENDS = {"response": tr("Answered"), "resolution": tr("Resolved"), "update": tr("Answered")}
_FELT_FROM = 10 * MINUTE
"""A difference between the clock and the caller's day that is worth a line."""


def target_text(view: ClockView) -> str:
    """What is promised: `4 h`, or that it was promised by hand."""
    if view.face.promised:
        return tr("promised by hand")
    return "" if view.face.target is None else target_length(view.face.target)


def reason_text(reason: str) -> str:
    """Why a clock stands still: `awaiting caller`."""
    known = inside(HoldReason(reason).label) if reason in set(HoldReason) else reason.replace("_", " ")
    return {"unstated": tr("on hold"), "": tr("on hold")}.get(reason, known)


def sentences(
    view: ClockView, now: datetime, hours: Hours | None, formats: Formats, hold_until: datetime | None
) -> Iterator[str]:
    """One line of facts about a clock, then, where they differ, its time beside the time that the caller felt."""
    yield " · ".join(
        part for part in (_instant(view, now, hours, formats, hold_until), _used(view, now, hours)) if part
    )
    felt = _felt(view, now)
    elapsed = _elapsed(view, now, hours)
    if view.clock == "resolution" and felt - elapsed >= _FELT_FROM:
        yield tr(
            "{target_length} on the clock, {length_ago} for the caller",
            target_length=target_length(elapsed),
            length_ago=_length_ago(felt),
        )


def _instant(view: ClockView, now: datetime, hours: Hours | None, formats: Formats, hold_until: datetime | None) -> str:
    face, at = view.face, micros(now)
    if face.phase == "stopped" and view.stopped_at is not None:
        return f"{_ENDS[view.clock]} {formats.within(view.stopped_at, now)}"
    if face.phase == "paused" and not face.promised:
        until = tr(" until {when}", when=formats.within(hold_until, now)) if hold_until is not None else ""
        return f"{sentence_case(reason_text(face.reason))}{until}"
    if face.due is None:
        return ""
    due = moment(face.due)
    if face.breach is not None and at >= face.breach:
        return tr("Was due {when}", when=formats.within(due, now))
    if hours is not None and not face.promised and not hours.is_open(at):
        opens = tr(" until {when}", when=formats.within(view.next_open_at, now)) if view.next_open_at else ""
        return tr("Closed{opens}, due {when}", opens=opens, when=formats.within(due, now))
    return tr("Due {when}", when=formats.within(due, now))


def _used(view: ClockView, now: datetime, hours: Hours | None) -> str:
    if view.face.target is None:
        return ""
    used, whole = target_length(_elapsed(view, now, hours)), target_length(view.face.target)
    if view.calendar_name and view.face.phase != "stopped":
        return tr("{used} of {whole} used, {calendar}", used=used, whole=whole, calendar=view.calendar_name)
    return tr("{used} of {whole} used", used=used, whole=whole)


def _elapsed(view: ClockView, now: datetime, hours: Hours | None) -> int:
    left = opening_left(view.face, micros(now), hours)
    return view.elapsed if left is None or view.face.target is None else view.face.target - left


def _felt(view: ClockView, now: datetime) -> int:
    if view.started_at is None:
        return 0
    return micros(view.stopped_at or now) - micros(view.started_at)


def overdue_hold(hold_until: datetime | None, now: datetime) -> str:
    """That the expected end of a hold has passed; empty while it has not."""
    if hold_until is None or hold_until > now:
        return ""
    over = micros(now) - micros(hold_until)
    return tr(
        "The wait was expected to end {length_ago} ago. Ask again, resume, or expect it later.",
        length_ago=_length_ago(over),
    )


def _length_ago(over: int) -> str:
    return tr("just now") if over < MINUTE else target_length(over) if over < HOUR else time_over(over)


def without_clocks(clocks: IncidentClocks, *, void: bool) -> str:
    """Why no clock of an incident is shown."""
    if void:
        return tr("The clocks of a canceled incident are void.")
    if clocks.has_policies:
        return tr("No service level applies to this incident.")
    whose = tr("imported incidents") if clocks.policy_set == "imported" else tr("this desk")
    return tr("No SLA policies are published for {whose} yet, so no clock has a target.", whose=whose)
