"""The working of clocks as plain text: what `main.py sla explain` prints is what the window copies."""

from collections.abc import Iterator, Sequence

from app.domain.durations import write_duration
from app.domain.instants import micros
from app.domain.sla.display import CLOCK_LABELS, spoken_time, standing
from app.domain.wording import tr
from app.services.sla.dto import ClockExplanation, IncidentClocks, SegmentView

_MOTIONS = {
    "ran": "ran",
    "outside_hours": "closed",
    "paused": "paused",
    "stopped": "stopped",
    "void": "void",
}


def explained(number: str, clocks: IncidentClocks, why: Sequence[ClockExplanation]) -> Iterator[str]:
    """The working of the clocks of an incident, line by line, with times in UTC."""
    yield f"{number} as of {clocks.now:%Y-%m-%d %H:%M:%S} UTC, policies of the set {clocks.policy_set}"
    for each in why:
        view = each.view
        yield ""
        shown = standing(view.face, micros(clocks.now), exact=True)
        yield f"{tr(CLOCK_LABELS[view.clock])}: {shown.text} ({shown.spoken})"
        if view.face.phase == "none":
            continue
        policy = f"{view.policy_name}, version {view.policy_version}" if view.policy_name else "none"
        yield f"  Policy: {policy}. Calendar: {_calendar(view.calendar_name, view.calendar_version)}."
        yield from (f"  {line}" for line in each.arithmetic)
        yield f"  The caller has lived through {spoken_time(view.felt)}."
        yield from (f"  {line}" for line in _segments(each.segments))
        for outcome in each.outcomes:
            met = {True: "met", False: "missed", None: "without a target"}[outcome.met]
            yield f"  Stopped {outcome.at:%Y-%m-%d %H:%M:%S}: {met}, {write_duration(outcome.elapsed)} used."
        for stone in each.milestones:
            at = "never" if stone.reached_at is None else f"{stone.reached_at:%Y-%m-%d %H:%M:%S}"
            fired = "not yet" if not stone.is_reached else "carried over" if stone.carried else "reached"
            if stone.fired_at is not None:
                fired = f"fired {stone.fired_at:%Y-%m-%d %H:%M:%S}{', late' if stone.is_late else ''}"
            yield f"  {stone.threshold:>18}  {at:<19}  {fired:<12}  {stone.key}"


def _calendar(name: str, version: int | None) -> str:
    return name if version is None else f"{name}, version {version}"


def _segments(segments: tuple[SegmentView, ...]) -> Iterator[str]:
    """One line for each stretch; long rows of days that only opened and closed are told in one."""
    before: SegmentView | None = None
    for each in segments:
        cause = each.cause if before is None or each.cause != before.cause or each.reason != before.reason else ""
        reason = f" ({each.reason.replace('_', ' ')})" if cause and each.reason else ""
        counted = f"+{write_duration(each.counted)}" if each.counted else ""
        yield (
            f"{each.start_at:%Y-%m-%d %H:%M:%S} to {each.end_at:%Y-%m-%d %H:%M:%S}  "
            f"{_MOTIONS[each.motion]:<8}{counted:>12}  {cause}{reason}".rstrip()
        )
        before = each
