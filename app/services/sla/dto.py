"""What the desk tells about clocks. Instants and durations are microseconds as in the engine, unless named `..._at`."""

from datetime import datetime
from typing import NamedTuple

from app.domain.sla.display import Face


class ClockView(NamedTuple):
    """One clock of an incident at the instant of asking.

    `face` is what every screen and document shows of it. `elapsed` and `remaining` are opening time of the current
    cycle (`remaining` negative when exceeded, wall-clock time under a due date set by hand), `percent` is rounded down.
    `next_open_at` is set while the clock stands still because its calendar is closed. `felt` is the time that the
    caller has lived through from the start to now or to the stop, day and night. Reasons and policies are empty for
    whoever may not read internal entries.
    """

    clock: str
    face: Face
    cycle: int
    elapsed: int
    remaining: int | None
    percent: int | None
    felt: int
    started_at: datetime | None
    due_at: datetime | None
    breach_at: datetime | None
    stopped_at: datetime | None
    next_open_at: datetime | None
    promised_at: datetime | None
    policy_id: str | None
    policy_name: str
    policy_version: int | None
    calendar_id: str
    calendar_name: str
    calendar_version: int | None


class IncidentClocks(NamedTuple):
    """The three clocks of an incident, and the one that presses most; `now` is the instant they are of."""

    incident_id: str
    policy_set: str
    now: datetime
    clocks: tuple[ClockView, ...]
    pressing: Face
