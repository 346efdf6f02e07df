"""What a review can know before anybody writes a word: taken from the incident and its journal, invented nowhere."""

from datetime import datetime, timedelta

from app.domain.actor import Actor
from app.domain.review import Milestone, duration
from app.domain.taking_back import passed_over
from app.domain.vocabulary import EntryKind, MajorState, ReviewState, State
from app.domain.wording import in_english
from app.services.incidents.dto import IncidentDetail, JournalItem
from app.services.reviews.clocks import outcome_of, outcome_sentence
from app.services.reviews.dto import EventPart, ImpactPart, ReviewClock, ReviewContent, SignOffPart
from app.services.reviews.wording import event_source, event_text, new_value, reopens

_FIRST_RESPONSES = frozenset({EntryKind.REPLY, EntryKind.STAKEHOLDER_UPDATE, EntryKind.STATE})
_MOVES = frozenset({EntryKind.CHANGE, EntryKind.ESCALATION})


def prefilled(about: IncidentDetail, actor: Actor, now: datetime, review_id: str = "") -> ReviewContent:
    """Version 1 of a review as a draft; rows have empty ids until they are stored."""
    return ReviewContent(
        id=review_id,
        incident_id=about.id,
        version=1,
        state=ReviewState.DRAFT,
        title=about.short_description,
        author_id=actor.person_id,
        author_name=actor.name,
        commander_id=about.major.lead_id or about.assignee_id,
        commander_name=about.major.lead_name or about.assignee_name,
        created_at=now,
        updated_at=now,
        impact_began_at=about.reported_at,
        impact_ended_at=about.resolved_at or about.closed_at,
        impacts=_impacts(about),
        events=chosen_events(about),
        sign_offs=(SignOffPart("", "Author", actor.person_id, actor.name, None),),
    )


def factual_summary(about: IncidentDetail, clocks: tuple[ReviewClock, ...] = ()) -> str:
    """The first sentences of an executive summary, as far as the facts reach; cause and effect are for people."""
    began, ended = about.reported_at, about.resolved_at or about.closed_at
    length = duration(began, ended)
    sentences = [f"{about.short_description.rstrip('.')}."]
    if length is None:
        sentences.append("The incident is not resolved yet.")
    elif about.reopenings:
        times = "once" if about.reopenings == 1 else f"{about.reopenings} times"
        sentences.append(
            f"It was resolved {_length(length)} after it was reported, after having been reopened {times}."
        )
    else:
        sentences.append(f"It was resolved {_length(length)} after it was reported.")
    if about.reassignments:
        times = "once" if about.reassignments == 1 else f"{about.reassignments} times"
        sentences.append(f"It was handed to another assignment group {times}.")
    if about.made_sla is not None:
        sentences.append(f"The service level was {'met' if about.made_sla else 'missed'}.")
    else:
        sentences += (outcome_sentence(item) for item in clocks if item.clock == "resolution" and outcome_of(item))
    return " ".join(sentences)


def _length(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    named = [(days, "day"), (hours, "hour"), (0 if days else rest, "minute")]
    words = [f"{count} {name}{'' if count == 1 else 's'}" for count, name in named if count]
    return " and ".join(words) or "less than a minute"


def _impacts(about: IncidentDetail) -> tuple[ImpactPart, ...]:
    area = about.service_name or about.configuration_item_name or about.category_name or about.site_name
    if area is None and not about.business_impact:
        return ()
    return (ImpactPart("", area or "Service", about.short_description, "", about.business_impact or ""),)


def chosen_events(about: IncidentDetail) -> tuple[EventPart, ...]:
    """The events that tell the course: logged, first response, what all were told, hand-overs, holds, how it ended."""
    events = []
    escalated = False
    last_resolution = _last_resolution(about.journal)
    passed = _passed_over(about.journal)
    for item in about.journal:
        if not _is_telling(item, about):
            continue
        if item.id in passed and item.kind in _MOVES:
            continue  # An incident that was moved by a slip was never there.
        milestone = _milestone(item, about, last_resolution, escalated=escalated)
        escalated = escalated or milestone is Milestone.ESCALATED
        events.append(event_of(item, about, milestone))
    return tuple(events)


def _passed_over(journal: tuple[JournalItem, ...]) -> frozenset[str]:
    """The entries that count as if never written."""
    return passed_over((item.id, change.field, change.new) for item in journal for change in item.changes)


def event_of(item: JournalItem, about: IncidentDetail, milestone: Milestone | None = None) -> EventPart:
    """A journal entry as a line of the timeline; its time is the entry's and stays so."""
    with in_english():
        source = event_source(item, about)
    return EventPart(
        id="",
        occurred_at=item.occurred_at,
        body=event_text(item, about),
        source=source[:64],
        entry_id=item.id,
        author_id=item.author_id,
        author_name=item.author_name,
        milestone=None if milestone is None else milestone.value,
    )


def _is_telling(item: JournalItem, about: IncidentDetail) -> bool:
    if item.kind in {EntryKind.LOGGED, EntryKind.REASSIGNED_UNSEEN, EntryKind.STAKEHOLDER_UPDATE}:
        return True
    if any(change.field in {"state", "group_id", "priority", "major_state"} for change in item.changes):
        return True
    return _is_first_response(item, about)


def _is_first_response(item: JournalItem, about: IncidentDetail) -> bool:
    return item.occurred_at == about.first_response_at and item.kind in _FIRST_RESPONSES


def _last_resolution(journal: tuple[JournalItem, ...]) -> str:
    # Closing gets no letter: it comes days after the work and would squeeze the chart of what matters.
    return next((item.id for item in reversed(journal) if new_value(item, "state") == State.RESOLVED), "")


def _milestone(item: JournalItem, about: IncidentDetail, last_resolution: str, *, escalated: bool) -> Milestone | None:
    state = new_value(item, "state")
    if new_value(item, "major_state") == MajorState.ACCEPTED:
        return Milestone.MARKED
    if item.kind == EntryKind.LOGGED:
        return Milestone.DETECTED
    if reopens(item):
        return Milestone.REOPENED
    if state == State.RESOLVED and item.id == last_resolution:
        return Milestone.RESOLVED
    if _is_first_response(item, about):
        return Milestone.RESPONDED
    moved = any(change.field == "group_id" and change.old and change.new for change in item.changes)
    return Milestone.ESCALATED if moved and not escalated else None
