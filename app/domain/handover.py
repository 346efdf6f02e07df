"""Handing a shift over: which shift, what stands on the sheet in which block, and what the next person does about it.

Each open incident stands on the sheet once, in the first block that it belongs to. A line without a next step is no
hand-over: whoever takes over would have to read the incident to know what to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from app.domain.instants import DAY, micros, moment
from app.domain.problems import ProblemState
from app.domain.timeline import Timeline
from app.domain.vocabulary import MajorState, State, Word, hold_reason_label
from app.domain.wording import tr

USUAL: Final = timedelta(hours=8)
"""How long a shift lasts where no working hours say it."""
SOON: Final = timedelta(hours=2)
FLAG: Final = "handover"
"""The tag by which an incident is flagged for the notes of the next sheet."""
STEP_LIMIT: Final = 200
_LONGEST: Final = 7 * DAY
_URGENT: Final = 2


class Block(Word):
    """The blocks of the sheet, in their order."""

    MAJOR = "major"
    DUE = "due"
    PROMISE = "promise"
    WAITING = "waiting"
    RISK = "risk"

    @property
    def label(self) -> str:
        """The head of the block."""
        return {
            Block.MAJOR: tr("Major incidents and escalations"),
            Block.DUE: tr("Breached or due within the next shift"),
            Block.PROMISE: tr("Promises to callers"),
            Block.WAITING: tr("Waiting, and when to chase"),
            Block.RISK: tr("Changes and known risks"),
        }[self]


class TimeKind(Word):
    """What the time of a line is."""

    NONE = "none"
    BREACHED = "breached"
    DUE = "due"
    UPDATE = "update"
    ACKNOWLEDGE = "acknowledge"
    PROMISED = "promised"
    REMINDER = "reminder"
    CHASE = "chase"

    @property
    def label(self) -> str:
        """Before the time."""
        return {
            TimeKind.NONE: tr("without a time"),
            TimeKind.BREACHED: tr("breached since"),
            TimeKind.DUE: tr("due"),
            TimeKind.UPDATE: tr("update due"),
            TimeKind.ACKNOWLEDGE: tr("acknowledge by"),
            TimeKind.PROMISED: tr("promised"),
            TimeKind.REMINDER: tr("reminder"),
            TimeKind.CHASE: tr("chase"),
        }[self]


class Shift(NamedTuple):
    """The shift that ends, and until when the next one lasts; times in UTC."""

    begins: datetime
    ends: datetime
    next_ends: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides where an open incident stands on the sheet; times in UTC.

    `due_at` and `breach_at` are of the clock that presses most and runs, `update_due_at` of the next update,
    `promised_at` was set by hand. `escalated` is the state of a live escalation, to be acknowledged by
    `acknowledge_by`. `change` is a change that it waits for or was caused by, `at_risk` a high risk to be late.
    """

    priority: int
    state: State
    major: MajorState = MajorState.NONE
    has_owner: bool = False
    due_at: datetime | None = None
    breach_at: datetime | None = None
    update_due_at: datetime | None = None
    promised_at: datetime | None = None
    snoozed_until: datetime | None = None
    hold_until: datetime | None = None
    hold_reason: str = ""
    escalated: str = ""
    acknowledge_by: datetime | None = None
    change: str = ""
    at_risk: bool = False


class Placed(NamedTuple):
    """Where a line stands, how it stands, its time, and the next step where the facts say one."""

    block: Block
    standing: str
    at: datetime | None
    at_kind: TimeKind
    next_step: str = ""


def shift_at(hours: Timeline | None, next_hours: Timeline | None, now: datetime) -> Shift:
    """The shift that runs now or ended last by the working hours, and the end of the one after it.

    Where no hours are known, or they never pause, eight hours up to now and eight from now on.
    """
    own = _last_begun(hours, now)
    begins, ends = own or (now - USUAL, now)
    following = _first_after(next_hours, ends)
    return Shift(_whole(begins), _whole(ends), _whole(following or ends + USUAL))


def place(facts: Facts, shift: Shift, now: datetime) -> Placed | None:
    """Where an open incident stands on the sheet; None where the next shift need not know of it."""
    return (
        _as_major(facts)
        or _as_due(facts, shift, now)
        or _as_promise(facts, shift)
        or _as_waiting(facts)
        or _as_risk(facts)
    )


def standing_words(block: Block, standing: str) -> str:
    """How a line stands, for people."""
    said = {
        "major_accepted": tr("Major incident"),
        "major_proposed": tr("Proposed as major"),
        "escalated_waiting": tr("Escalated, not acknowledged"),
        "escalated_active": tr("Escalated"),
        "change": tr("A change"),
        "risk": tr("Likely to be late"),
    }
    if standing in said:
        return said[standing]
    if block is Block.WAITING:
        return hold_reason_label(standing)
    for words in (State, ProblemState):
        if standing in set(words):
            return words(standing).label
    return standing


def without_step(steps: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The numbers of the lines, given with their next steps, that have none."""
    return tuple(number for number, step in steps if not step.strip())


def _as_major(facts: Facts) -> Placed | None:
    is_major = facts.major in {MajorState.PROPOSED, MajorState.ACCEPTED}
    if not is_major and not facts.escalated:
        return None
    standing = f"major_{facts.major.value}" if is_major else f"escalated_{facts.escalated}"
    if facts.acknowledge_by is not None:
        step = tr("See that it is acknowledged")
        return Placed(Block.MAJOR, standing, facts.acknowledge_by, TimeKind.ACKNOWLEDGE, step)
    if facts.update_due_at is not None:
        return Placed(Block.MAJOR, standing, facts.update_due_at, TimeKind.UPDATE, tr("Send the update that is due"))
    return Placed(Block.MAJOR, standing, facts.due_at, TimeKind.DUE if facts.due_at else TimeKind.NONE)


def _as_due(facts: Facts, shift: Shift, now: datetime) -> Placed | None:
    due, breach = facts.due_at, facts.breach_at
    is_over = due is not None and due <= now and breach is not None and breach <= now
    is_due = due is not None and due <= shift.next_ends
    is_urgent = facts.priority <= _URGENT and facts.state is not State.ON_HOLD
    if not (is_over or is_due or is_urgent):
        return None
    kind = TimeKind.BREACHED if is_over else TimeKind.DUE if due else TimeKind.NONE
    return Placed(Block.DUE, facts.state.value, due, kind, "" if facts.has_owner else tr("Assign it"))


def _as_promise(facts: Facts, shift: Shift) -> Placed | None:
    if facts.promised_at is not None:
        return Placed(Block.PROMISE, facts.state.value, facts.promised_at, TimeKind.PROMISED)
    if facts.update_due_at is not None and facts.update_due_at <= shift.next_ends:
        step = tr("Send the update that is due")
        return Placed(Block.PROMISE, facts.state.value, facts.update_due_at, TimeKind.UPDATE, step)
    if facts.snoozed_until is not None and facts.snoozed_until <= shift.next_ends:
        step = tr("Look at it again")
        return Placed(Block.PROMISE, facts.state.value, facts.snoozed_until, TimeKind.REMINDER, step)
    return None


def _as_waiting(facts: Facts) -> Placed | None:
    if facts.state is not State.ON_HOLD:
        return None
    kind = TimeKind.CHASE if facts.hold_until else TimeKind.NONE
    return Placed(Block.WAITING, facts.hold_reason, facts.hold_until, kind, tr("Ask what became of it"))


def _as_risk(facts: Facts) -> Placed | None:
    if facts.change:
        step = tr("See how change {change} goes", change=facts.change)
        return Placed(Block.RISK, "change", facts.due_at, TimeKind.DUE if facts.due_at else TimeKind.NONE, step)
    if facts.at_risk:
        return Placed(Block.RISK, "risk", facts.due_at, TimeKind.DUE if facts.due_at else TimeKind.NONE,
                      "" if facts.has_owner else tr("Assign it"))  # fmt: skip
    return None


def _last_begun(hours: Timeline | None, now: datetime) -> tuple[datetime, datetime] | None:
    if hours is None:
        return None
    at = micros(now)
    begun = [span for span in _shifts(hours, at - _LONGEST, at + _LONGEST) if span[0] <= at]
    return (moment(begun[-1][0]), moment(begun[-1][1])) if begun and _pauses(begun[-1]) else None


def _first_after(hours: Timeline | None, end: datetime) -> datetime | None:
    if hours is None:
        return None
    at = micros(end)
    after = [span for span in _shifts(hours, at - DAY, at + 2 * _LONGEST) if span[1] > at]
    return moment(after[0][1]) if after and _pauses(after[0]) else None


def _pauses(span: tuple[int, int]) -> bool:
    return span[1] - span[0] <= DAY


def _shifts(hours: Timeline, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of working time, with neighbours that touch, as at midnight, put together."""
    found: list[tuple[int, int]] = []
    for opens, closes in hours.intervals(start, end):
        if found and found[-1][1] == opens:
            found[-1] = (found[-1][0], closes)
        else:
            found.append((opens, closes))
    return found


def _whole(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
