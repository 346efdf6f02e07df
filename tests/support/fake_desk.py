"""A desk without a database for tests of the window: queries answer from a list of rows, commands are written down."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import uuid4

from app.domain.actor import Actor
from app.domain.checklists import LeftOpen
from app.domain.errors import Away, DeskError, NotFound, ViewChanged
from app.domain.events import IncidentChanged, LinkChanged
from app.domain.instants import HOUR, MINUTE, micros, moment
from app.domain.kept_words import ALL_BUILT_IN
from app.domain.lifecycle import Step
from app.domain.priority import SERVICENOW_3X3, PriorityMatrix
from app.domain.query.filter import Term, TermKind, parse_filter
from app.domain.sla.display import NO_FACE, Face, Hours, Level, level_at
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.link import Link
from app.infra.sharing import Hold
from app.services.desk import Desk
from app.services.incidents.dto import Followed, IncidentDetail, IncidentRef, JournalItem, MajorFacts, Outcome, Person
from app.services.incidents.queue_dto import (
    FreshRow,
    GroupCount,
    QueueCounts,
    QueuePage,
    QueueQuery,
    QueueRow,
    QueueSummary,
    Suggestion,
)  # fmt: skip
from app.services.notifications.dto import Pending
from app.services.session import Session
from app.services.sla.dto import ClockView, IncidentClocks
from app.services.timers.dto import TimerHealth, WorkerView
from app.services.views.dto import Arrival, NewView, SavedView
from tests.support.fake_people import FakePeople
from tests.support.fake_problems import FakeProblems
from tests.support.fake_search import FakeSearch

NOW = datetime(2026, 11, 23, 12, 28, tzinfo=UTC)
ME = Actor("priya", "Priya Nair", Role.AGENT, frozenset({"service-desk"}))
GROUPS = ("Service Desk", "Network", "Workplace", "Business Apps")

# short description|state|caller|site|assignee|priority|group|minutes open|minutes since the update|messages|files
_STORY_TEXT = """
Warehouse scanners offline at Dock 3 and Dock 4|in_progress|Jonas Weber|Hamburg|Tomás Ruiz|1|1|258|2|14|1
Payroll export fails with timeout on the final step|new|Helen Osei|Rotterdam||1|3|36|4|2|0
VPN drops every ten minutes since this morning|in_progress|Mara Lindqvist|Rotterdam|Priya Nair|2|1|228|0|5|1
Cannot post customs declarations, error CD-4012|in_progress|Aylin Demir|Istanbul|Lena Vogt|2|3|245|9|6|0
Laptop will not resume from sleep after docking|new|Noor van Dijk|Leiden||2|2|14|12|1|0
Order portal shows prices without discounts|on_hold|Rui Almeida|Porto|Lena Vogt|2|3|1500|55|4|2
Shared mailbox invoices@ not receiving external mail|in_progress|Rui Almeida|Porto|Dana Okafor|3|0|310|21|8|0
Badge printer prints blank cards in reception|in_progress|Front desk|Headquarters|Sam Wong|3|2|205|33|3|1
Teams calls have one-way audio on floor 2|in_progress|Emil Novak|Prague|Priya Nair|3|1|190|18|4|0
Request extra storage for shared drive “Contracts”|in_progress|Sofia Marino|Milan|Lena Vogt|3|0|420|60|2|1
New starter: account and laptop for 1 December|in_progress|Hanna Koch|Hamburg|Dana Okafor|3|2|1440|122|7|1
Cannot open scanned PDFs in the customer portal|on_hold|Ben Harris|Leeds|Priya Nair|3|3|2880|1470|9|0
Two-factor codes rejected on the new phone|on_hold|Irina Petrova|Riga|Priya Nair|3|0|4400|2900|5|0
Second monitor flickers at 4K, 60 Hz|in_progress|Ben Harris|Dispatch|Sam Wong|4|2|600|65|3|0
Outlook signature shows the old office address|new|Olivia Grant|Leeds||4|0|140|130|1|0
Keyboard layout resets to US after every restart|on_hold|Youssef Haddad|Marseille|Sam Wong|4|2|3100|1500|4|0
Meeting room Elbe: projector shows green tint|in_progress|Clara Fischer|Hamburg|Dana Okafor|4|2|900|200|2|0
Printer queue on floor 3 is stuck after lunch|new|Milan Kovač|Zagreb||4|2|55|50|0|0
"""


def make_rows(count: int = 38) -> list[QueueRow]:
    """Believable rows, the same every time; the first ones are told in full, the rest repeat them."""
    rows = []
    stories = _STORY_TEXT.strip().splitlines()
    for number in range(count):
        text, state, caller, site, assignee, *numbers = stories[number % len(stories)].split("|")
        priority, group, opened, updated, messages, files = map(int, numbers)
        later = number // len(stories) * 7
        rows.append(
            QueueRow(
                id=f"{number:032x}",
                number=10493 - number,
                short_description=text,
                state=state,
                priority=priority,
                impact=min(priority, 3),
                urgency=min(priority, 3),
                caller_name=caller,
                vip=caller == "Mara Lindqvist",
                group_id=GROUPS[group].lower().replace(" ", "-"),
                group_name=GROUPS[group],
                assignee_id=assignee.split()[0].lower() if assignee else None,
                assignee_name=assignee or None,
                site_name=site,
                service_name="Remote access" if group == 1 else None,
                reported_at=NOW - timedelta(minutes=opened + later),
                updated_at=NOW - timedelta(minutes=updated + later),
                hold_reason="awaiting_caller" if state == "on_hold" else None,
                hold_until=NOW + timedelta(days=1 + number % 4) if state == "on_hold" else None,
                messages=messages,
                attachments=files,
                source_number=None,
                major_state="accepted" if number == 0 else "none",
                sla=make_face(number, state),
            )
        )
    return rows


_DUE_IN = (-18, 24, 12, -5, 106, 0, 41, 58, 130, 185, 270, 0, 0, 292, 320, 0, 1600, 0)
"""Minutes until each story's clock is due, cases of holds aside; nothing is promised for the last one."""


def make_face(number: int, state: str) -> Face:
    """The clock that presses most for a row: every state that a queue can show, over the first stories."""
    minutes, now = _DUE_IN[number % len(_DUE_IN)], micros(NOW)
    if number % len(_DUE_IN) == len(_DUE_IN) - 1:
        return NO_FACE
    due, target = now + minutes * MINUTE, 480 * MINUTE
    if state == "on_hold":
        left = (185 + 40 * (number % 7)) * MINUTE
        return Face("resolution", "paused", "awaiting_caller", target - left, target)
    if state in {"resolved", "closed"}:
        late = number % 2 == 0
        spent = target + 56 * MINUTE if late else 11 * MINUTE
        return Face("resolution", "stopped", "", spent, target, stopped=now, breached=late)
    soon, hot = due - 60 * MINUTE, due - 30 * MINUTE
    return Face("resolution", "running", "", 0, target, due, soon, hot, due + 1)


def _head(row: QueueRow) -> str:
    level = level_at(row.sla, micros(NOW))
    named = {Level.BREACHED: "breached", Level.PAUSED: "paused", Level.NONE: "no_target"}
    named |= {Level.MET: "met", Level.MISSED: "missed"}
    left = (row.sla.due or 0) - micros(NOW)
    return named.get(level) or ("hour" if left <= HOUR else "today" if left < 11 * HOUR else "later")


_HEAD_ORDER = ("breached", "hour", "today", "later", "paused", "missed", "met", "no_target")
_HEAD_LABELS = {"hour": "Due within 1 hour", "today": "Due today", "later": "Due later", "no_target": "No target"}


def _time_left(row: QueueRow) -> tuple[int, int, int]:
    face = row.sla
    place = _HEAD_ORDER.index(_head(row))
    return place, face.due or 0, (face.target or 0) - face.elapsed


_KEYS: dict[str, Callable[[QueueRow], Any]] = {
    "none": lambda _row: 0,
    "sla": _head,
    "priority": lambda row: row.priority,
    "state": lambda row: row.state,
    "group": lambda row: row.group_name or "",
    "assignee": lambda row: row.assignee_name or "",
}
_SORTS: dict[str, Callable[[QueueRow], Any]] = {
    "caller": lambda row: row.caller_name or "",
    "group": lambda row: row.group_name or "",
    "assignee": lambda row: row.assignee_name or "",
    "site": lambda row: row.site_name or "",
    "service": lambda row: row.service_name or "",
    "hold_until": lambda row: row.hold_until or NOW,
    "sla": _time_left,
}
_PRIORITY_NAMES = {1: "Critical", 2: "High", 3: "Moderate", 4: "Low"}


@dataclass
class FakeQueue:
    """Answers from `rows`; raises `trouble` when it is set. Counts how often it was asked."""

    rows: list[QueueRow]
    trouble: DeskError | None = None
    asked: int = 0
    asked_rows: list[list[str]] = field(default_factory=list)
    suggestions: tuple[Suggestion, ...] = ()
    suggested: list[tuple[str, str, str]] = field(default_factory=list)
    suggested_among: tuple[str, ...] = ()

    def suggest(self, _actor: Actor, rest: QueueQuery, kind: TermKind, part: str) -> tuple[Suggestion, ...]:
        """What a test put there."""
        self.suggested.append((rest.filter_text, kind.value, part))
        self.suggested_among = rest.drafts
        return tuple(each for each in self.suggestions if part in each.value.lower())

    def page(self, actor: Actor, wanted: QueueQuery) -> QueuePage:
        """A stretch of the rows."""
        self._check()
        key = _KEYS[wanted.group_by]
        rows = [row for row in self._sorted(actor, wanted) if str(key(row)) not in wanted.collapsed]
        return QueuePage(wanted.offset, tuple(rows[wanted.offset : wanted.offset + wanted.limit]))

    def ids(self, actor: Actor, wanted: QueueQuery) -> tuple[str, ...]:
        """Which they are."""
        return tuple(row.id for row in self.page(actor, wanted).rows)

    def summary(self, actor: Actor, wanted: QueueQuery) -> QueueSummary:
        """Heads and total."""
        self._check()
        rows = self._sorted(actor, wanted)
        counts = Counter(map(_KEYS[wanted.group_by], rows) if wanted.group_by != "none" else ())
        return QueueSummary(len(rows), tuple(GroupCount(str(each), _label(each), counts[each]) for each in counts))

    def opening(self, actor: Actor, wanted: QueueQuery) -> tuple[QueueSummary, QueuePage]:
        """Both."""
        return self.summary(actor, wanted), self.page(actor, wanted)

    def counts(self, actor: Actor, _before: QueueCounts | None = None) -> QueueCounts:
        """The numbers of the side bar."""
        live = [row for row in self.rows if row.state not in {"resolved", "closed", "canceled"}]
        groups = [GroupCount(name, name, sum(row.group_name == name for row in live)) for name in GROUPS]
        return QueueCounts(
            open=len(live),
            mine=sum(row.assignee_id == actor.person_id for row in live),
            unassigned=sum(row.assignee_id is None for row in live),
            waiting=sum(row.state == "on_hold" for row in live),
            resolved=sum(row.state == "resolved" for row in self.rows),
            by_group=tuple(group for group in groups if group.incidents),
            breached=sum(_head(row) == "breached" for row in live),
            due_soon=sum(_head(row) == "hour" for row in live),
        )

    timed_counts = counts

    def fresh(self, actor: Actor, wanted: QueueQuery, ids: Sequence[str], *_since: object) -> tuple[FreshRow, ...]:
        """Single rows; those that a test adds have high numbers and are new."""
        self.asked_rows.append(list(ids))
        found = {row.id for row in self._sorted(actor, wanted)}
        return tuple(FreshRow(row, row.id in found, row.number >= 20_000) for row in self.rows if row.id in ids)

    def kept(self, _actor: Actor, _wanted: QueueQuery) -> None:
        """Only a database can be asked again."""

    def _sorted(self, actor: Actor, wanted: QueueQuery) -> list[QueueRow]:
        terms = parse_filter(wanted.filter_text).terms
        rows = [row for row in self.rows if all(_fits(row, term, actor) for term in terms)]
        sort = _SORTS.get(wanted.sort, lambda row: getattr(row, wanted.sort) or 0)
        rows.sort(key=sort, reverse=wanted.descending)
        key = _KEYS[wanted.group_by]
        rows.sort(key=(lambda row: _HEAD_ORDER.index(_head(row))) if wanted.group_by == "sla" else key)
        return rows

    def _check(self) -> None:
        self.asked += 1
        if self.trouble is not None:
            raise self.trouble


def _label(value: Any) -> str:
    if value in _HEAD_ORDER:
        return _HEAD_LABELS.get(value, str(value).capitalize())
    if isinstance(value, int):
        return f"P{value} {_PRIORITY_NAMES.get(value, '')}".strip()
    return str(value).replace("_", " ").capitalize() if "_" in str(value) else str(value) or "Unassigned"


def _fits(row: QueueRow, term: Term, actor: Actor) -> bool:
    return any(_fits_value(row, term.kind, value, actor) for value in term.values) != term.negated


def _fits_value(row: QueueRow, kind: TermKind, value: str, actor: Actor) -> bool:
    live = row.state not in {"resolved", "closed", "canceled"}
    match kind:
        case TermKind.IS:
            return {"open": live, "waiting": row.state == "on_hold", "any": True}.get(value, row.state == value)
        case TermKind.PRIORITY:
            return row.priority == int(value)
        case TermKind.TEAM:
            return value in (row.group_name or "").lower()
        case TermKind.ASSIGNEE:
            wanted = {"me": actor.person_id, "none": None}.get(value, value)
            return row.assignee_id == wanted
        case _:
            return value.lower() in row.short_description.lower() or value in str(row.number)


@dataclass
class FakeIncident:
    """Details made from the rows."""

    rows: list[QueueRow]
    asked: list[str] = field(default_factory=list)
    trouble: DeskError | None = None

    def detail(self, _actor: Actor, incident_id: str) -> IncidentDetail:
        """An incident with a short journal."""
        self.asked.append(incident_id)
        if self.trouble is not None:
            raise self.trouble
        found = next((row for row in self.rows if row.id == incident_id), None)
        if found is None:
            raise NotFound("This incident does not exist, or you may not see it.")
        return make_detail(found)

    def find_number(self, _actor: Actor, number: int) -> IncidentRef | None:
        """The incident with this number."""
        return next((IncidentRef(row.id, row.number) for row in self.rows if row.number == number), None)


@dataclass
class FakeIncidents:
    """Writes commands down, carries out what the queue shows, and tells the bus."""

    queue: FakeQueue
    bus: Bus
    done: list[tuple[str, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    trouble: DeskError | None = None

    def set_many(self, actor: Actor, ids: tuple[str, ...], values: dict[str, Any]) -> tuple[Outcome, ...]:
        """Change fields of rows; whoever is named here is shown by a name made of it."""
        self.values = values
        return tuple(self._change(actor, incident_id, values) for incident_id in ids)

    def step_many(self, actor: Actor, ids: tuple[str, ...], step: Step) -> tuple[Outcome, ...]:
        """Bring rows to the state of the step; the step is written down."""
        self.steps.append(step)
        return tuple(self._change(actor, incident_id, {"state": step.to.value}) for incident_id in ids)

    def take_back_many(self, actor: Actor, outcomes: tuple[Outcome, ...], **_again: bool) -> tuple[Outcome, ...]:
        """Change them back, or once more; a desk without clocks knows no difference."""
        return tuple(self._change(actor, each.incident_id, dict(each.before)) for each in outcomes if each.before)

    def _change(self, actor: Actor, incident_id: str, values: dict[str, Any]) -> Outcome:
        if self.trouble is not None:
            return Outcome(incident_id, 0, refused=str(self.trouble))
        self.done.append(("edit", incident_id))
        (row,) = (row for row in self.queue.rows if row.id == incident_id)
        shown = {name: value for name, value in values.items() if name in QueueRow._fields}
        now: QueueRow = row._replace(**shown)
        if "assignee_id" in values:
            wanted = now.assignee_id
            name = actor.name if wanted == actor.person_id else wanted and wanted.capitalize()
            now = now._replace(assignee_name=name)
        self.queue.rows[:] = [now if each.id == incident_id else each for each in self.queue.rows]
        self.bus.publish((IncidentChanged(actor.person_id, incident_id, tuple(values)),))
        changed = [name for name in shown if getattr(row, name) != getattr(now, name)]
        before, after = ({name: getattr(each, name) for name in changed} for each in (row, now))
        return Outcome(row.id, row.number, before, after)


@dataclass
class FakeViews:
    """Saved views in memory, for reading and writing alike; `found` is what came into one."""

    views: list[SavedView] = field(default_factory=list)
    removed: list[SavedView] = field(default_factory=list)
    found: tuple[Arrival, ...] = ()

    def mine(self, _actor: Actor) -> tuple[SavedView, ...]:
        """All of them, starred ones first."""
        return tuple(sorted(self.views, key=lambda view: not view.starred))

    def counts(self, _actor: Actor, texts: Sequence[str], _zone: object, _drafts: Sequence[str] = ()) -> dict[str, int]:
        """As many as the text has letters."""
        return {text: len(text) for text in texts}

    def arrivals(self, _actor: Actor, ids: Sequence[str], _zone: object) -> tuple[Arrival, ...]:
        """What a test put there."""
        return tuple(each for each in self.found if each.incident_id in ids)

    def save(self, actor: Actor, new: NewView, seen: NewView | None = None) -> NewView:
        """Add it, or put it in place of the one with its id, where that is as it was seen."""
        self._refuse_changed(new.id, seen)
        view = SavedView(
            new.id, new.name, new.icon, new.filter_text, new.columns, new.sort, new.descending, new.group_by,
            actor.person_id, actor.name, new.share, new.group_id, None, new.notifies, True,
        )  # fmt: skip
        if all(each.id != new.id for each in self.views):
            self.views.append(view)
        self.views[:] = [view if each.id == new.id else each for each in self.views]
        return new

    def _refuse_changed(self, view_id: str, seen: NewView | None) -> None:
        stands = next((each for each in self.views if each.id == view_id), None)
        if seen is not None and (stands is None or stands.as_new() != seen):
            raise ViewChanged(seen.name if stands is None else stands.name, removed=stands is None)

    def star(self, _actor: Actor, view_id: str, *, starred: bool) -> None:
        """Remember it."""
        self.views[:] = [view._replace(starred=starred) if view.id == view_id else view for view in self.views]

    def move(self, _actor: Actor, view_id: str, place: int) -> int:
        """Put it at another place."""
        ids = [view.id for view in self.views]
        before = ids.index(view_id)
        self.views.insert(place, self.views.pop(before))
        return before

    def remove(self, _actor: Actor, view_id: str, seen: NewView | None = None) -> None:
        """Take it away, and keep it for `restore`."""
        self._refuse_changed(view_id, seen)
        self.removed = [view for view in self.views if view.id == view_id]
        self.views[:] = [view for view in self.views if view.id != view_id]

    def restore(self, _actor: Actor, view_id: str) -> None:
        """Bring it back."""
        self.views += [view for view in self.removed if view.id == view_id]


class FakeFollowing:
    """Nobody follows anything until they say so."""

    def __init__(self) -> None:
        self.ids: frozenset[str] = frozenset()

    def follow(self, _actor: Actor, incident_ids: Sequence[str], *, following: bool | None = None) -> Followed:
        """Remember it."""
        wanted = not self.ids & set(incident_ids) if following is None else following
        self.ids = self.ids | set(incident_ids) if wanted else self.ids - set(incident_ids)
        return Followed(wanted, tuple(incident_ids))

    def catch_up(self, _actor: Actor) -> frozenset[str]:
        """What is followed."""
        return self.ids


class FakeSettings:
    """The matrix that a new desk has."""

    def matrix(self, _actor: Actor) -> PriorityMatrix:
        """Three by three."""
        return SERVICENOW_3X3

    def number(self, _actor: Actor, _key: str) -> int:
        """Some limit."""
        return 25


class FakeNotifications:
    """Nobody is told anything."""

    def pending(self, _actor: Actor) -> Pending:
        """Nothing."""
        return Pending(0)


class FakeTimers:
    """They have just run."""

    def health(self, _actor: Actor) -> TimerHealth:
        """One window runs them."""
        return TimerHealth(
            NOW, (WorkerView("w", "This computer", "window", NOW, NOW, 0, timedelta(0), ""),), None, timedelta(0)
        )


@dataclass
class FakeSla:
    """Every calendar is always open; the clocks are made from the rows."""

    rows: list[QueueRow]
    opening = staticmethod(lambda _actor: None)

    def clocks(self, _actor: Actor, incident_id: str) -> IncidentClocks:
        """A met first response and the resolution of the row."""
        found = next((row.sla for row in self.rows if row.id == incident_id), NO_FACE)
        if not found.clock:
            return IncidentClocks(incident_id, "desk", NOW, (), NO_FACE)
        answered = Face("response", "stopped", "", 11 * MINUTE, 30 * MINUTE, stopped=micros(NOW), breached=False)
        views = tuple(make_view(face) for face in (answered, found))
        return IncidentClocks(incident_id, "desk", NOW, views, found)

    def timelines(self, _actor: Actor) -> dict[str, Hours]:
        """No calendar is told of, so none is closed."""
        return {}


class FakeChecklists:
    """Incidents without checklists, or with as many open steps as a test says."""

    left = LeftOpen()

    def left_open(self, _actor: Actor, _ids: tuple[str, ...]) -> LeftOpen:
        """What a resolution would leave open."""
        return self.left


class FakeNamed:
    """Macros or templates, of which there are none."""

    def mine(self, _actor: Actor) -> tuple[Any, ...]:
        """Nothing."""
        return ()


@dataclass
class FakeDesk:
    """As much of a desk as the shell and the queue use."""

    rows: list[QueueRow] = field(default_factory=make_rows)
    bus: Bus = field(default_factory=Bus)
    closed: bool = False
    identity: str = "fake://desk"
    link: Link | None = None
    hold: Hold | None = None

    def __post_init__(self) -> None:
        self.checklists = FakeChecklists()
        self.pulses = 0
        if self.link is not None:
            self.link.listen(lambda state: self.bus.publish((LinkChanged(None, *state),)))
        self.trouble: Away | None = None
        self.queue = FakeQueue(self.rows)
        self.incident = FakeIncident(self.rows)
        self.incidents = FakeIncidents(self.queue, self.bus)
        self.views = self.views_admin = FakeViews()
        self.people, self.settings, self.notifications = FakePeople(), FakeSettings(), FakeNotifications()
        self.words = SimpleNamespace(offered=lambda _actor: ALL_BUILT_IN)
        self.problems = self.suggestions = FakeProblems()
        self.sla = FakeSla(self.rows)
        self.timers, self.following, self.search = FakeTimers(), FakeFollowing(), FakeSearch()
        self.macros = self.templates = FakeNamed()

    def new_id(self) -> str:
        """An identifier."""
        return uuid4().hex

    def pulse(self) -> None:
        """Answer at once, unless the server is played away."""
        if self.link is not None:
            self.link.admit()
            self.pulses += 1
            if self.trouble is not None:
                self.link.lost(self.trouble)
                raise self.trouble
            self.link.worked()

    def settle_doubts(self) -> None:
        """Nothing is ever in doubt here."""

    def look_for_damage(self) -> None:
        """There is no file that could be damaged."""

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True

    def as_session(self, actor: Actor = ME) -> Session:
        """The desk as the window gets it."""
        return Session(cast("Desk", self), actor)


def make_view(face: Face) -> ClockView:
    """A clock of office hours that began four hours ago."""
    stopped = NOW - timedelta(hours=3) if face.stopped is not None else None
    return ClockView(
        clock=face.clock, face=face, cycle=1, elapsed=face.elapsed, remaining=None, percent=None, felt=0,
        started_at=NOW - timedelta(hours=4), due_at=None if face.due is None else moment(face.due), breach_at=None,
        stopped_at=stopped, next_open_at=None, promised_at=None, policy_id="p", policy_name="Standard",
        policy_version=1, calendar_id="office", calendar_name="Office hours", calendar_version=1,
    )  # fmt: skip


def make_detail(row: QueueRow) -> IncidentDetail:
    """The detail of a row, with a conversation."""
    asked = (
        "Hi, since about 8 the VPN disconnects every ten minutes and I lose my quotation draft each time. "
        "Same on cable and Wi-Fi."
    )
    found = (
        "Gateway log shows IKE rekey failure at 600 s. Tomás sees the same on Dock 3. Waiting for his config roll-back."
    )
    answer = "Thank you. We are looking at the gateway now and come back to you before lunch."
    journal: Sequence[JournalItem] = (
        _item("1", row, 200, row.caller_name or "", "caller_message", asked),
        _item("2", row, 190, "Priya Nair", "reply", answer),
        _item("3", row, 30, "Priya Nair", "work_note", found),
    )
    caller = Person(
        "p1", row.caller_name or "Nobody", "m@example.org", "ext. 4417", "Sales", row.site_name, row.vip, None
    )
    return IncidentDetail(
        id=row.id, number=row.number, source_number=row.source_number, short_description=row.short_description,
        description="", state=row.state, impact=row.impact, urgency=row.urgency, computed_priority=row.priority,
        priority=row.priority, override_reason=None, caller=caller, opened_by_name="Priya Nair", group_id=row.group_id,
        group_name=row.group_name, assignee_id=row.assignee_id, assignee_name=row.assignee_name, service_id="s1",
        service_name=row.service_name or "Workplace", configuration_item_id=None, configuration_item_name=None,
        category_id="c1", category_name="Network", subcategory_id="c2", subcategory_name="Remote access",
        site_id=None, site_name=row.site_name, channel="email", reported_at=row.reported_at,
        created_at=row.reported_at, updated_at=row.updated_at, hold_reason=row.hold_reason, hold_until=row.hold_until,
        resolution_code=None, resolution_notes=None, resolved_at=None, resolved_by_name=None, closed_at=None,
        close_cause=None, cancel_reason=None, business_impact=None, cause=None, workaround=None, business_unit=None,
        problem_ref=None, change_ref=None, caused_by_change_ref=None, minutes_spent=0,
        tags=None, snoozed_until=None,
        major_state=row.major_state, major=MajorFacts(), version=1, made_sla=None, first_response_at=None,
        assignments=1, reassignments=0, reopenings=0, journal=tuple(journal), links=(),
    )  # fmt: skip


def _item(key: str, row: QueueRow, minutes: int, author: str, kind: str, body: str) -> JournalItem:
    at = NOW - timedelta(minutes=minutes)
    visibility = "internal" if kind == "work_note" else "public"
    return JournalItem(
        f"{row.id}{key}", at, at, author, author, kind != "caller_message", kind, visibility, body, None, (), ()
    )
