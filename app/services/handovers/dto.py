"""Hand-overs as plain values: the sheet as it begins, as it is handed over, and as it is read."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import NamedTuple

from app.domain.handover import Block, Shift, TimeKind


class Figure(NamedTuple):
    """A number of the sheet: what it counts in words, and the filter that finds the same in the queue."""

    key: str
    label: str
    counts: str
    filter_text: str
    value: int


class Line(NamedTuple):
    """A line of the sheet. `standing` is the key of a state, a reason or a kind; `at` is a time in UTC.

    Without an incident it is about a problem. `is_restricted` is told to who sees it, so that no paper shows more.
    """

    block: Block
    number: str
    summary: str
    owner: str
    standing: str
    at: datetime | None
    at_kind: TimeKind
    next_step: str = ""
    incident_id: str | None = None
    is_checked: bool = False
    is_restricted: bool = False


class Choice(NamedTuple):
    """A group to hand over, or a person to hand over to; the group without id is the whole desk."""

    id: str | None
    name: str


class Wanted(NamedTuple):
    """What a sheet is asked for: a group or the whole desk, and a shift chosen by hand or None for the calendar's.

    `handover_id` is what the sheet was to be called when it was sent before; whether it arrived is told with it.
    """

    group_id: str | None = None
    shift: Shift | None = None
    zone: tzinfo | None = None
    handover_id: str = ""


class HandoverRow(NamedTuple):
    """A hand-over in the list; without a group it was the whole desk."""

    id: str
    group_name: str | None
    handed_by: str
    handed_to: str | None
    shift: Shift
    handed_at: datetime
    taken_by: str | None
    taken_at: datetime | None
    is_own: bool
    is_for_me: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """What there is to hand over now. `notes` begins with what is flagged; `left_out` lines did not fit.

    `before` is how the same shift was handed over last, by whomever; `sent` is this sheet, where it arrived already.
    """

    group: Choice
    shift: Shift
    at: datetime
    people: tuple[Choice, ...]
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    notes: str
    left_out: int = 0
    before: HandoverRow | None = None
    sent: HandoverRow | None = None


@dataclass(frozen=True, slots=True)
class NewHandover:
    """A sheet as it is handed over; the numbers are counted when it is.

    `known_id` is the hand-over of the same shift that whoever writes knows of; another one stands in the way.
    """

    group_id: str | None
    shift: Shift
    lines: tuple[Line, ...]
    notes: str = ""
    to_id: str | None = None
    zone: tzinfo | None = None
    known_id: str | None = None


@dataclass(frozen=True, slots=True)
class HandoverDetail:
    """A hand-over with the lines and notes that the reader may see.

    `notes_on_paper` are those without what they say of restricted incidents.
    """

    row: HandoverRow
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    notes: str
    notes_on_paper: str
