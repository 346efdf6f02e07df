"""What an imagined life is measured by, and its run on a lane; the answer is ready to be shown and drawn."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from app.domain.calendar import ALWAYS_WEEK, Calendar
from app.domain.durations import in_working_days, write_duration
from app.domain.instants import micros, moment
from app.domain.sla.policy import CLOCKS, Clock, Policy, Trait
from app.domain.sla.trial import Pause, Trial, try_out
from app.domain.sla.typed_thresholds import short_threshold
from app.domain.timeline import Timeline
from app.domain.wording import tr
from app.views.settings_page.policies.matrix import CLOCK_HEADS
from app.views.settings_page.try_it.drawing import Column, Moment, columns

AROUND_THE_CLOCK = Calendar("UTC", ALWAYS_WEEK)
_TONES = ("blue", "orange", "violet")
_SHORT_HEADS: Final = {
    Clock.RESPONSE: tr("Response"),
    Clock.RESOLUTION: tr("Resolution"),
    Clock.UPDATE: tr("Update"),
}


class Ground(NamedTuple):
    """Calendars by id with their names, the policies in their order, and the calendar where no policy names one."""

    calendars: Mapping[str, tuple[str, Calendar]]
    policies: Sequence[Policy]
    calendar_id: str = ""


class Request(NamedTuple):
    """An imagined incident; times in UTC."""

    created: datetime
    traits: Mapping[Trait, str | None]
    pauses: tuple[tuple[datetime, datetime, str], ...] = ()


class Due(NamedTuple):
    """A clock with a target: its name, the target in words, and when it is due (UTC), None where it is not yet."""

    clock: str
    target: str
    due: datetime | None
    note: str
    tone: str


class Answer(NamedTuple):
    """What would happen; `zone` is that of the calendar by which it counts."""

    policy: str
    calendar: str
    zone: str
    dues: tuple[Due, ...]
    points: tuple[Moment, ...]
    columns: tuple[Column, ...]


def run(ground: Ground, request: Request) -> Answer:
    """Imagine it; to be called on a lane, because a long life needs years of opening hours."""
    calendars = {"": (tr("Around the clock, UTC"), AROUND_THE_CLOCK), **ground.calendars}
    timelines = {key: Timeline(calendar) for key, (_name, calendar) in calendars.items()}
    default = ground.calendar_id if ground.calendar_id in calendars else ""
    pauses = [Pause(micros(begin), micros(end), reason) for begin, end, reason in request.pauses]
    trial = try_out(default, timelines, ground.policies, micros(request.created), request.traits, pauses)
    name, calendar = next(calendars[key] for key, timeline in timelines.items() if timeline is trial.timeline)
    dues, points = _dues(trial, request, calendar), _points(trial)
    drawn = [Moment(request.created, tr("Created"), "slate"), *points]
    drawn += [
        Moment(due.due, tr("{clock} due", clock=due.clock), due.tone, is_due=True)
        for due in dues
        if due.due is not None
    ]
    stops = [(begin, end) for begin, end, _reason in request.pauses]
    return Answer(
        trial.policy.name if trial.policy is not None else "",
        name,
        calendar.zone,
        dues,
        tuple(points),
        columns(calendar, request.created, stops, sorted(drawn)),
    )


def _dues(trial: Trial, request: Request, calendar: Calendar) -> tuple[Due, ...]:
    found = []
    priority = request.traits.get(Trait.PRIORITY)
    for index, clock in enumerate(CLOCKS):
        target = trial.policy.terms(priority).targets[index] if trial.policy is not None else None
        if target is None:
            continue
        due = trial.clocks[index].reading.due
        days = in_working_days(target, calendar.week)
        words = f"{write_duration(target)} {days}".strip()
        is_question = index == len(CLOCKS) - 1
        note = tr("from the caller's next question") if is_question else ""
        found.append(Due(CLOCK_HEADS[clock], words, None if due is None else moment(due), note, _TONES[index]))
    return tuple(found)


def _points(trial: Trial) -> list[Moment]:
    """Thresholds before and after due; the one at due itself is drawn as the due time."""
    found = []
    for index, explanation in enumerate(trial.clocks):
        due = explanation.reading.due
        for point in explanation.milestones:
            if point.at is not None and point.at != due:
                name = f"{_SHORT_HEADS[CLOCKS[index]]} {short_threshold(point.threshold)}"
                found.append(Moment(moment(point.at), name, _TONES[index]))
    return found
