"""What a cell of the queue says: short where it is painted, whole where it is spoken or shown as a tool tip."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.instants import micros, moment
from app.domain.kept_words import WordKind
from app.domain.numbers import incident_number
from app.domain.presence import Present
from app.domain.risk import Risk
from app.domain.sla.display import (
    CLOCK_LABELS,
    Face,
    Hours,
    Standing,
    opening_left,
    opening_time,
    paused_words,
    standing,
)
from app.domain.tags import tags_of
from app.domain.vocabulary import Channel, MajorState, State, hold_reason_label
from app.domain.wording import inside, number, percent, tr, trn
from app.services.incidents.queue_dto import QueueRow
from app.views.queue.columns import SPECS, Column
from app.views.toolkit.formats import Formats, age, ago, ago_spoken
from app.views.toolkit.marks import initials, priority_label, state_look
from app.views.toolkit.presence_marks import ICONS, TONES, said

MAJOR_MARKS: Final = {
    MajorState.ACCEPTED.value: ("MI", "red", tr("Major incident")),
    MajorState.PROPOSED.value: ("MI?", "amber", tr("Proposed as a major incident")),
}
"""What marks a major incident and a proposed one: the text, its colour, and the words it stands for."""


_PLAIN: Final[dict[int, Callable[[QueueRow], str]]] = {
    Column.PRIORITY: lambda row: priority_label(row.priority),
    Column.STATE: lambda row: state_look(row.state).label,
    Column.STATUS: lambda row: state_look(row.state).label,
    Column.NUMBER: lambda row: incident_number(row.number),
    Column.SUMMARY: lambda row: row.short_description,
    Column.CALLER: lambda row: row.caller_name or "",
    Column.GROUP: lambda row: row.group_name or "",
    Column.ASSIGNEE: lambda row: row.assignee_name or "",
    Column.SITE: lambda row: row.site_name or "",
    Column.SERVICE: lambda row: row.service_name or "",
    Column.CATEGORY: lambda row: row.category_name or "",
    Column.CHANNEL: lambda row: Channel(row.channel).label if row.channel else "",
    Column.REASON: lambda row: hold_reason_label(row.hold_reason),
    Column.CODE: lambda row: WordKind.CODE.label_of(row.resolution_code) if row.resolution_code else "",
    Column.TAGS: lambda row: ", ".join(tags_of(row.tags)),
    Column.REOPENED: lambda row: number(row.reopenings) if row.reopenings else "",
}


_OVER: Final = frozenset({State.RESOLVED, State.CLOSED, State.CANCELED})


def risk_of_row(row: QueueRow) -> Risk | None:
    """The risk that was kept of an incident; None where it is not known."""
    if row.risk is None or row.risk_late is None or row.risk_alike is None:
        return None
    return Risk(row.risk / 100, row.risk_late, row.risk_alike, bool(row.risk_is_wide))


class Wording:
    """Writes cells for one reader at one moment; `now` is moved on by whoever owns the table.

    `hours` are the opening hours of the calendars by id; until they are known every calendar counts as open. `people`
    says who else is at which incident, `followed` which ones the reader follows, `unread` of which they were told
    something that they have not read.
    """

    def __init__(self, formats: Formats, now: datetime) -> None:
        self.formats = formats
        self.hours: Mapping[str, Hours] = {}
        self.people: Mapping[str, tuple[Present, ...]] = {}
        self.followed: frozenset[str] = frozenset()
        self.unread: frozenset[str] = frozenset()
        self._standings: dict[str, tuple[object, Standing]] = {}
        self.now = now

    @property
    def now(self) -> datetime:
        """The moment of which everything is said."""
        return self._now

    @now.setter
    def now(self, value: datetime) -> None:
        self._now = value
        self._instant = micros(value)
        self._standings.clear()

    def standing(self, row: QueueRow) -> Standing:
        """How the clock of a row stands; worked out once for each moment."""
        known = self._standings.get(row.id)
        if known is not None and known[0] is row.sla:
            return known[1]
        found = self._standing_of(row.sla)
        self._standings[row.id] = (row.sla, found)
        return found

    def response(self, row: QueueRow) -> Standing:
        """How the clock of the first response stands."""
        return self.standing(row) if row.sla.clock == "response" else self._standing_of(row.response)

    def _standing_of(self, face: Face) -> Standing:
        return standing(face, self._instant, self.hours.get(face.calendar_id))

    def text(self, row: QueueRow, column: int) -> str:
        """The text of a cell."""
        plain = _PLAIN.get(column)
        if plain is not None:
            return plain(row)
        if column == Column.RISK:
            return "" if row.risk is None else percent(row.risk / 100)
        if column == Column.RESPONSE:
            return self.response(row).text
        return self.standing(row).text if column == Column.SLA else self._time(row, column)

    def _time(self, row: QueueRow, column: int) -> str:
        if column == Column.OPENED:
            return self.opened(row)
        if column == Column.UPDATED:
            return ago(row.updated_at, self.now)
        return self.hold_until(row) if column == Column.HOLD else ""

    def opened(self, row: QueueRow) -> str:
        """How long the caller has waited since the report; the day of the report once nobody waits any more."""
        if row.state in _OVER:
            return self.formats.day(row.reported_at, self.now)
        return age(self.now - row.reported_at)

    def hold_until(self, row: QueueRow) -> str:
        """Until when waiting is expected, as a day, or as a time when it is today."""
        if row.hold_until is None:
            return ""
        is_today = self.formats.is_today(row.hold_until, self.now)
        return self.formats.time(row.hold_until) if is_today else self.formats.day(row.hold_until, self.now)

    def tool_tip(self, row: QueueRow, column: int) -> str:
        """The whole value of a cell whose text is short."""
        whole = _WHOLE.get(column)
        return (whole(self, row) if whole is not None else "") or self.text(row, column)

    def spoken(self, row: QueueRow, column: int) -> str:
        """What a screen reader says for a cell; never empty, so that no cell is a riddle."""
        spoken = _SPOKEN.get(column)
        if spoken is not None:
            return spoken(self, row)
        return self.text(row, column) or tr("No {spoken}", spoken=inside(SPECS[Column(column)].spoken))

    def opened_spoken(self, row: QueueRow) -> str:
        """How long it is open in words."""
        return (
            tr("Opened {opened}", opened=self.opened(row))
            if row.state in _OVER
            else tr("Open for {opened}", opened=self.opened(row))
        )

    def hold_whole(self, row: QueueRow) -> str:
        """Until when waiting is expected, with the day and the zone."""
        return "" if row.hold_until is None else tr("On hold until {when}", when=self.formats.full(row.hold_until))

    def clock_text(self, face: Face) -> str:
        """Everything that is known of a clock of an incident without asking its facts."""
        if not face.clock:
            return tr("Nothing is promised for this incident")
        lines = [f"{tr(CLOCK_LABELS[face.clock])}: {self._standing_of(face).text}"]
        if face.due is not None:
            by_hand = tr(", promised by hand") if face.promised else ""
            lines.append(tr("Due {when}{by_hand}", when=self.formats.full(moment(face.due)), by_hand=by_hand))
        left = opening_left(face, self._instant, self.hours.get(face.calendar_id))
        if left is not None and face.target and face.phase != "stopped":
            used = opening_time(face.target - left)
            lines.append(
                tr("{used} of {opening_time} opening time used", used=used, opening_time=opening_time(face.target))
            )
        if face.phase == "paused":
            lines.append(paused_words(face, self._instant, self.hours.get(face.calendar_id)))
        return "\n".join(lines)

    def risk_text(self, row: QueueRow) -> str:
        """How likely its resolution is late, from what that was counted and when; or why it is not known."""
        if State(row.state) in _OVER:
            return ""
        risk = risk_of_row(row)
        if risk is None:
            return tr("Not known: no resolution clock runs, or too few incidents like it were resolved here")
        return "\n".join(
            (
                tr("{chance} likely to miss its resolution target", chance=percent(risk.chance)),
                risk.reason(),
                tr("Counted {ago}", ago=ago_spoken(row.risk_at, self.now)) if row.risk_at is not None else "",
            )
        ).strip()

    def company(self, row: QueueRow) -> tuple[str, str, str]:
        """Who is at the incident as initials, with the colour and icon of what they do; empty where nobody is."""
        here = self.people.get(row.id, ())
        if not here:
            return "", "", ""
        more = f" +{len(here) - 1}" if len(here) > 1 else ""
        return initials(here[0].name) + more, TONES[here[0].doing], ICONS[here[0].doing]

    def summary_text(self, row: QueueRow) -> str:
        """What it is about, who reported it, and how much was written."""
        facts = [row.short_description, tr("Unread") if row.id in self.unread else ""]
        facts.append(said(self.people.get(row.id, ())))
        facts.append(tr("You follow it") if row.id in self.followed else "")
        if row.major_state in MAJOR_MARKS:
            facts.append(MAJOR_MARKS[row.major_state][2])
        caller = " · ".join(filter(None, (row.caller_name, tr("VIP") if row.vip else "", row.site_name)))
        facts.append(tr("Caller: {caller}", caller=caller) if caller else "")
        facts.append(tr("Service: {service_name}", service_name=row.service_name) if row.service_name else "")
        facts.append(tr("Tags: {tags}", tags=row.tags) if row.tags else "")
        facts.append(trn("{n} message", "{n} messages", row.messages) if row.messages else "")
        facts.append(trn("{n} attachment", "{n} attachments", row.attachments) if row.attachments else "")
        facts.append(tr("Source number {source_number}", source_number=row.source_number) if row.source_number else "")
        return "\n".join(filter(None, facts))


_WHOLE: Final[dict[int, Callable[[Wording, QueueRow], str]]] = {
    Column.UPDATED: lambda self, row: tr("Updated {when}", when=self.formats.full(row.updated_at)),
    Column.OPENED: lambda self, row: tr("Reported {when}", when=self.formats.full(row.reported_at)),
    Column.HOLD: Wording.hold_whole,
    Column.ASSIGNEE: lambda _self, row: row.assignee_name or tr("Nobody is assigned"),
    Column.SLA: lambda self, row: self.clock_text(row.sla),
    Column.RESPONSE: lambda self, row: self.clock_text(row.response),
    Column.RISK: Wording.risk_text,
    Column.SUMMARY: Wording.summary_text,
}
_SPOKEN: Final[dict[int, Callable[[Wording, QueueRow], str]]] = {
    Column.UPDATED: lambda self, row: tr("Updated {ago_spoken}", ago_spoken=ago_spoken(row.updated_at, self.now)),
    Column.OPENED: Wording.opened_spoken,
    Column.PRIORITY: lambda _self, row: tr("Priority {priority}", priority=row.priority),
    Column.ASSIGNEE: lambda _self, row: row.assignee_name or tr("Unassigned"),
    Column.SLA: lambda self, row: self.standing(row).spoken,
    Column.RESPONSE: lambda self, row: self.response(row).spoken,
    Column.RISK: lambda self, row: self.risk_text(row).replace("\n", ", ") or tr("No risk: it is over"),
    Column.SUMMARY: lambda self, row: self.summary_text(row).replace("\n", ", "),
}
