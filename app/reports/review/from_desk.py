"""From the review as the desk knows it to the document that is printed; adds no fact, and dates nothing by itself.

A published version prints the same for ever: what happened to the incident after its publication is left out. Only the
anchor of the audit trail at the foot is that of the printing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from app.domain.history import is_reopening
from app.domain.instants import SECOND
from app.domain.numbers import incident_number
from app.domain.retelling import retold
from app.domain.review import ActionStatus, LessonKind, duration, entry_reference, letter, overdue_days
from app.domain.review_chart import Stretch, Turn, phases, stretches
from app.domain.sla.display import CLOCK_LABELS, Level, opening_time, target_length
from app.domain.vocabulary import EntryKind, MajorState, ReviewState, State
from app.domain.wording import inside, tr, trn
from app.domain.wording import number as counted
from app.reports.review.document import (
    Action,
    Bar,
    BarStyle,
    Cause,
    Clock,
    Decision,
    Event,
    Fact,
    Impact,
    KeyNumber,
    Milestone,
    ReviewDocument,
    ReviewStatus,
    SignOff,
    TargetMark,
)
from app.reports.times import clock, date_and_clock, long_date, zone
from app.reports.times import duration as duration_words
from app.services.audit.dto import Anchor
from app.services.incidents.dto import JournalItem
from app.services.reviews.dto import ActionPart, EventPart, ReviewClock, ReviewDetail

_RESOLUTION = "resolution"
_OUTCOMES = {Level.MET: False, Level.MISSED: True, Level.BREACHED: True}
"""The states of a clock in which it is known whether the target was missed."""

_STATUS = {
    ReviewState.DRAFT: ReviewStatus.DRAFT,
    ReviewState.IN_REVIEW: ReviewStatus.IN_REVIEW,
    ReviewState.PUBLISHED: ReviewStatus.PUBLISHED,
}
_PHASE_STYLES = {
    State.NEW: BarStyle.FAINT,
    State.IN_PROGRESS: BarStyle.MID,
    State.ON_HOLD: BarStyle.PALE,
    State.RESOLVED: BarStyle.SLATE,
}
_PEOPLE_STYLES = (BarStyle.FAINT, BarStyle.GREY, BarStyle.PALE, BarStyle.SLATE)
_LEADING_NUMBER = re.compile(r"^(\d[\d.,]*\s+\S+)\s+(\S.*)$")
_NUMBERS = 4  # cards on the first page


def document_of(detail: ReviewDetail, anchor: Anchor | None = None) -> ReviewDocument:
    """The document of a review; equal details and anchors give equal documents."""
    return replace(_Mapping(detail).document(), anchor=anchor_words(anchor))


def anchor_words(anchor: Anchor | None) -> str:
    """What stands at the foot of a page, so that the history of the desk can be checked against the paper."""
    if anchor is None:
        return ""
    at = f"{anchor.at.astimezone(UTC):%Y-%m-%d %H:%M}"
    return tr("Audit anchor {anchor} of {moment} UTC", anchor=anchor.short, moment=at)


def file_name(detail: ReviewDetail) -> str:
    """What the saved PDF is called unless the person says otherwise: `PIR_INC-000123_2026-11-27_v1.pdf`."""
    content = detail.content
    day = (content.published_at or content.updated_at).astimezone(zone(detail.time_zone)).date()
    return f"PIR_{incident_number(detail.incident.number)}_{day.isoformat()}_v{content.version}.pdf"


class _Mapping:
    """One review on its way to paper."""

    def __init__(self, detail: ReviewDetail) -> None:
        self.detail = detail
        self.content = detail.content
        self.about = detail.incident
        self.zone: tzinfo = zone(detail.time_zone)
        known_until = self.content.published_at
        self.journal = tuple(
            item for item in self.about.journal if known_until is None or item.recorded_at <= known_until
        )
        self.letters = {
            event.id or index: letter(place)
            for place, (index, event) in enumerate(
                (index, event) for index, event in enumerate(self.content.events) if event.milestone
            )
        }

    def document(self) -> ReviewDocument:
        """The whole of it."""
        detail, content = self.detail, self.content
        letters = [(self.letters.get(event.id or index), event) for index, event in enumerate(content.events)]
        return ReviewDocument(
            title=content.title,
            organisation=" · ".join(filter(None, (detail.organisation, detail.desk_name))),
            reference=self._reference(),
            severity=self._severity(),
            classification=content.classification,
            status=_STATUS[content.state],
            version=str(content.version),
            author=content.author_name or "",
            commander=content.commander_name or "",
            review_held=content.held_at.astimezone(self.zone).date() if content.held_at else None,
            time_zone=detail.time_zone,
            generated_at=detail.as_of,
            summary=content.summary,
            detection=content.detection,
            recovery=content.recovery,
            facts=self._facts(),
            key_numbers=self._key_numbers(),
            impact=tuple(Impact(item.area, item.seen, item.size, item.consequence) for item in content.impacts),
            data_loss=content.data_loss,
            bars=tuple(self._bars()),
            milestones=tuple(Milestone(mark, event.occurred_at) for mark, event in letters if mark),
            target=self._target(),
            clocks=tuple(_clock(item) for item in detail.clocks),
            events=tuple(_event(mark, event) for mark, event in letters),
            decisions=tuple(
                Decision(item.occurred_at, item.decision, item.decided_by, item.known_then, item.result)
                for item in content.decisions
            ),
            causes=tuple(Cause(item.claim, item.evidence) for item in content.causes),
            went_well=(*self._lessons(LessonKind.WENT_WELL), *self._lucky()),
            went_badly=tuple(self._lessons(LessonKind.WENT_BADLY)),
            actions=tuple(self._action(number, item) for number, item in enumerate(content.actions, 1)),
            sign_offs=tuple(SignOff(item.role, item.person_name or "", item.approved_at) for item in content.sign_offs),
        )

    def _reference(self) -> str:
        return incident_number(self.about.number)

    def _severity(self) -> str:
        is_major = self.about.major_state == MajorState.ACCEPTED
        label = tr("major incident") if is_major else inside(self.detail.priority_label)
        return f"P{self.detail.priority}, {label}"

    def _facts(self) -> tuple[Fact, ...]:
        began, ended = self.content.impact_began_at, self.content.impact_ended_at
        date = long_date(began.astimezone(self.zone).date()) if began else tr("Not recorded")
        facts = [Fact(tr("Date"), date), Fact(tr("Impact"), self._span(began, ended))]
        if self.about.source_number:
            facts.append(Fact(tr("Number at the source"), self.about.source_number))
            facts.append(Fact(tr("Assignment group"), self.about.group_name or tr("None")))
            facts.append(Fact(tr("Category"), self.about.category_name or tr("None")))
        return tuple(facts)

    def _span(self, began: datetime | None, ended: datetime | None) -> str:
        if began is None:
            return tr("Not recorded")
        start = began.astimezone(self.zone)
        if ended is None:
            return tr("Since {time}, not ended yet", time=clock(start))
        end = ended.astimezone(self.zone)
        length = duration(began, ended)
        words = "" if length is None else f", {duration_words(length.total_seconds())}"
        if start.date() == end.date():
            return tr("{start} to {end}", start=clock(start), end=clock(end)) + words
        return tr("{start} to {end}", start=date_and_clock(start), end=date_and_clock(end)) + words

    def _key_numbers(self) -> tuple[KeyNumber, ...]:
        content = self.content
        first = list(self._written_numbers())
        length = duration(content.impact_began_at, content.impact_ended_at)
        if length is not None:
            first.insert(0, KeyNumber(duration_words(length.total_seconds()), tr("duration of the impact")))
        last = list(self._sla_numbers())
        counted = list(self._counted_numbers())
        room = max(0, _NUMBERS - len(first) - len(last))
        return (*first, *counted[:room], *last)[:_NUMBERS]

    def _written_numbers(self) -> Iterator[KeyNumber]:
        if self.content.people_affected is not None:
            yield KeyNumber(counted(self.content.people_affected), tr("people affected"))
        match = _LEADING_NUMBER.match(self.content.business_effect)
        if match is not None:
            yield KeyNumber(match.group(1), match.group(2))

    def _counted_numbers(self) -> Iterator[KeyNumber]:
        reopened = sum(_is_reopening(item) for item in self.journal)
        if reopened:
            yield KeyNumber(f"{reopened} ×", tr("reopened after a resolution"), failed=True)
        response = duration(self.about.reported_at, self.about.first_response_at)
        if response is not None:
            yield KeyNumber(duration_words(response.total_seconds()), tr("to the first response"))
        moved = sum(_moves(item) for item in self.journal)
        if moved:
            yield KeyNumber(f"{moved} ×", tr("handed to another group"))

    def _sla_numbers(self) -> Iterator[KeyNumber]:
        if self.about.made_sla is not None:
            value = tr("Met") if self.about.made_sla else tr("Missed")
            yield KeyNumber(value, tr("service level, as the source recorded it"), failed=not self.about.made_sla)
            return
        resolution = next((item for item in self.detail.clocks if item.clock == _RESOLUTION), None)
        if resolution is not None and resolution.standing.level in _OUTCOMES:
            failed = _OUTCOMES[resolution.standing.level]
            verb = tr("Missed") if failed else tr("Met")
            rest = resolution.standing.text.removeprefix(verb).strip()
            yield KeyNumber(verb, f"{_promise(resolution)}{', ' if rest else ''}{rest}", failed=failed)

    def _target(self) -> TargetMark | None:
        """The moment by which it should have been resolved, where that lies in the time that is charted."""
        end = self._end()
        for item in self.detail.clocks:
            due = item.due_at
            if item.clock == _RESOLUTION and due is not None and end is not None and self.about.reported_at < due < end:
                return TargetMark(due, tr("Resolution target"))
        return None

    def _bars(self) -> Iterator[Bar]:
        end = self._end()
        if end is None:
            return
        states = self._turns("state", State.NEW.value)
        for stretch in phases(states, end):
            state = State(stretch.value)
            if state in _PHASE_STYLES:
                style = BarStyle.DEEP if stretch.again and state is State.IN_PROGRESS else _PHASE_STYLES[state]
                label, short = _phase_labels(stretch)
                yield Bar(tr("Phase"), label, stretch.start, stretch.end, style, short)
        began, ended = self.content.impact_began_at, self.content.impact_ended_at
        if began is not None and (ended or end) > began:
            yield Bar(self._affected(), self._affected_label(), began, ended or end, BarStyle.HATCHED)
        groups = self._turns("group_id", None)
        seen: list[str] = []
        for stretch in stretches(groups, end):
            if stretch.value not in seen:
                seen.append(stretch.value)
            style = _PEOPLE_STYLES[seen.index(stretch.value) % len(_PEOPLE_STYLES)]
            yield Bar(tr("People"), stretch.value, stretch.start, stretch.end, style)

    def _affected(self) -> str:
        return self.about.service_name or self.about.configuration_item_name or tr("Impact")

    def _affected_label(self) -> str:
        people = self.content.people_affected
        if people is None:
            return tr("Users affected")
        return trn("{n} person affected", "{n} people affected", people)

    def _end(self) -> datetime | None:
        """Where the bands end: with the last thing that was resolved, marked or suffered, not with the paperwork."""
        ends = [event.occurred_at for event in self.content.events if event.milestone]
        ends += [item.occurred_at for item in self.journal if _ends(item)]
        ends += [moment for moment in (self.content.impact_began_at, self.content.impact_ended_at) if moment]
        if not any(_ends(item) for item in self.journal) and self.journal:
            ends.append(self.journal[-1].occurred_at)
        return max(ends, default=None)

    def _turns(self, field: str, start: str | None) -> Iterable[Turn]:
        turns = [
            Turn(item.occurred_at, change.new)
            for item in self.journal
            for change in item.changes
            if change.field == field and (field != "state" or change.new in set(State))
        ]
        if start is not None and not any(turn.at <= self.about.reported_at for turn in turns):
            turns.insert(0, Turn(self.about.reported_at, start))
        return turns

    def _lessons(self, kind: LessonKind) -> Iterator[str]:
        return (item.body for item in self.content.lessons if item.kind == kind)

    def _lucky(self) -> Iterator[str]:
        return (tr("By luck: {lesson}", lesson=text) for text in self._lessons(LessonKind.LUCKY))

    def _action(self, number: int, item: ActionPart) -> Action:
        late = overdue_days(item.status, item.due_on, self.detail.today)
        status = ActionStatus(item.status).label
        return Action(number, item.action, item.owner_name or "", item.due_on, item.tracked_in, status, late)


def _clock(item: ReviewClock) -> Clock:
    """A clock in the words of the window; what is not decided yet has neither mark."""
    level = item.standing.level
    text = tr("{time} left", time=item.standing.text) if level is Level.ON_TRACK else item.standing.text
    failed = _OUTCOMES.get(level)
    return Clock(
        name=tr(CLOCK_LABELS[item.clock]),
        target=tr("promised by hand") if item.promised else tr("target {length}", length=target_length(item.allowed)),
        used_seconds=item.used / SECOND,
        target_seconds=item.allowed / SECOND,
        verdict=text,
        met=None if failed is None else not failed,
        used=opening_time(item.used),
    )


def _promise(item: ReviewClock) -> str:
    if item.promised:
        return tr("due date promised by hand")
    return tr("resolution target of {length}", length=target_length(item.allowed))


def _event(mark: str | None, event: EventPart) -> Event:
    return Event(event.occurred_at, event.body, _source(event), mark, event.entry_id)


def _source(event: EventPart) -> str:
    if event.entry_id is not None:
        return f"{retold(event.source)} {entry_reference(event.entry_id)}"
    return f"{retold(event.source)}, {event.author_name}" if event.author_name else retold(event.source)


def _phase_labels(stretch: Stretch) -> tuple[str, str]:
    again = stretch.again and stretch.value == State.IN_PROGRESS
    name = tr("Reopened") if again else State(stretch.value).label
    return f"{name}, {duration_words((stretch.end - stretch.start).total_seconds())}", name


def _states(item: JournalItem) -> Iterator[tuple[str | None, str | None]]:
    return ((change.old, change.new) for change in item.changes if change.field == "state")


def _ends(item: JournalItem) -> bool:
    return any(new in {State.RESOLVED, State.CANCELED} for _, new in _states(item))


def _is_reopening(item: JournalItem) -> bool:
    return any(is_reopening(old, new) for old, new in _states(item))


def _moves(item: JournalItem) -> int:
    moved = sum(change.field == "group_id" and bool(change.old) and bool(change.new) for change in item.changes)
    return moved + (item.kind == EntryKind.REASSIGNED_UNSEEN)
