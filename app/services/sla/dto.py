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
    """The three clocks of an incident, and the one that presses most; `now` is the instant they are of.

    `has_policies` is whether any policy is published for its set, so that a clock could have a target at all.
    """

    incident_id: str
    policy_set: str
    now: datetime
    clocks: tuple[ClockView, ...]
    pressing: Face
    has_policies: bool = True


class SegmentView(NamedTuple):
    """A stretch [start, end) of a clock: what it did, what began it, and what it was measured by.

    `motion` is one of ran, outside_hours, paused, stopped, void. `counted` is the opening time it added, `before` what
    the cycle had used until then. `cause` is a sentence without a full stop, `reason` the key of a hold reason.
    """

    start_at: datetime
    end_at: datetime
    motion: str
    cause: str
    reason: str
    cycle: int
    before: int
    counted: int
    target: int | None
    calendar_id: str
    calendar_name: str
    calendar_version: int | None
    policy_name: str
    policy_version: int | None


class OutcomeView(NamedTuple):
    """How a cycle stood at one of its stops; `met` is None where nothing was promised."""

    at: datetime
    cycle: int
    elapsed: int
    target: int | None
    promised_at: datetime | None
    met: bool | None


class MilestoneView(NamedTuple):
    """A threshold of the target in force.

    `key` makes its firing the only one of its kind. `reached_at` is when it is or was reached if nothing more happens,
    None for never. `fired_at` is when a worker found it, None as long as none has; `carried` tells that it had been
    reached under an earlier target already and is not told again.
    """

    threshold: str
    key: str
    reached_at: datetime | None
    is_reached: bool
    fired_at: datetime | None
    is_late: bool
    carried: bool


class ClockExplanation(NamedTuple):
    """Everything that makes up what a clock shows; `arithmetic` says the sum in lines of plain text."""

    view: ClockView
    segments: tuple[SegmentView, ...]
    outcomes: tuple[OutcomeView, ...]
    milestones: tuple[MilestoneView, ...]
    arithmetic: tuple[str, ...]


class FiringRow(NamedTuple):
    """A threshold that has fired: when it was reached by the facts, when and by whom that was found."""

    clock: str
    cycle: int
    target: int
    threshold: str
    reached_at: datetime
    fired_at: datetime
    fired_by: str
    is_late: bool
    is_told: bool

    @property
    def key(self) -> str:
        """What makes it the only one of its kind within its incident."""
        return firing_key(self.clock, self.cycle, self.target, self.threshold)


def firing_key(clock: str, cycle: int, target: int, threshold: str) -> str:
    """The unique key of a firing within its incident, as people read it."""
    return f"{clock}/{cycle}/{target}/{threshold}"


class Difference(NamedTuple):
    """A figure that the cache holds otherwise than the facts say."""

    incident_id: str
    number: int
    field: str
    kept: str
    computed: str


class CheckResult(NamedTuple):
    """How many incidents were recomputed, what differed, and how many wait for a timer that is due already."""

    checked: int
    waiting: int
    differences: tuple[Difference, ...]


class Recounted(NamedTuple):
    """How many incidents of a set were recounted, of how many; fewer when it was canceled."""

    done: int
    total: int


class OpeningHours(NamedTuple):
    """Whether the desk is open at a moment by its calendar of this name, and when that changes next (UTC), if ever."""

    calendar: str
    at: datetime
    is_open: bool
    changes_at: datetime | None
