"""What a change of an incident means for its escalations; called with every save, so it is cheap when it is nothing.

What follows from the word of a requester who has a login of their own is done later, by whoever runs the timers
(`follow_callers`): the database lets them write neither notifications nor timers.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from app.domain.escalation.rules import RuleBook, TriggerKind
from app.domain.escalation.words import EscalationKind, EscalationState, OfferAnswer
from app.domain.events import ShiftOffersChanged
from app.domain.instants import SECOND
from app.domain.numbers import incident_number
from app.domain.sla.policy import Trait
from app.domain.vocabulary import EntryKind, LinkKind, State
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Work
from app.models.escalation import shift_offer
from app.models.incident import incident, incident_link, journal_entry
from app.models.types import Id
from app.services.access import is_requesters_login
from app.services.escalation.book import load_book, load_version
from app.services.escalation.ending import addressee, close, live_of
from app.services.incidents.journal import write_entry
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, tell
from app.services.sla.stamp import held
from app.services.timers.schedule import schedule

_WATCHED = frozenset({"state", "assignee_id", "group_id"})
_WATCHERS = (TriggerKind.UNASSIGNED, TriggerKind.REOPENED, TriggerKind.REASSIGNED)
_OFFERS = PreparedSelect(
    select(shift_offer.c.id, shift_offer.c.to_group_id).where(
        shift_offer.c.incident_id == bindparam("incident_id", "", type_=Id), shift_offer.c.answered_at.is_(None)
    )
)

_ORIGINAL = PreparedSelect(
    select(incident.c.number, incident.c.assignee_id)
    .join(incident_link, incident_link.c.target_id == incident.c.id)
    .where(
        incident_link.c.source_id == bindparam("duplicate", "", type_=Id),
        incident_link.c.kind == LinkKind.DUPLICATE.value,
        incident_link.c.removed_at.is_(None),
    )
)
_UNFOLLOWED = PreparedSelect(select(func.desk.take_unfollowed(bindparam("about", "", type_=Id), type_=Id).label("id")))


def follow_creation(work: Work, row: Mapping[str, Any]) -> None:
    """Watch a new incident that nobody has, where rules ask for it, and tell whoever was given it."""
    if is_requesters_login(work.connection):
        return
    if row["assignee_id"] is not None:
        _tell_assignee(work, row["id"], row["number"], row["short_description"], row["assignee_id"])
        return
    traits = {
        Trait.PRIORITY: str(row["priority"]),
        Trait.SERVICE: row["service_id"],
        Trait.SITE: row["site_id"],
        Trait.GROUP: row["group_id"],
        Trait.VIP: "yes" if row.get("caller_vip") else "no",
        Trait.CATEGORY: row["category_id"],
    }
    if any(rule.matches(traits) for rule in _rules(work, row["id"]).set_off_by(TriggerKind.UNASSIGNED)):
        schedule(work, "watch", row["id"], work.now)


def follow_change(work: Work, row: Row[Any], values: Mapping[str, object]) -> None:
    """Take note of values that are being written to the locked row of an incident, before its clocks are kept."""
    if is_requesters_login(work.connection):
        return
    changed = {name for name in _WATCHED & values.keys() if values[name] != getattr(row, name)}
    if not changed:
        return
    ends = "state" in changed and not State(str(values["state"])).is_open
    if ends:
        _end_all(work, row, State(str(values["state"])))
    if _rules(work, row.id).set_off_by(*_WATCHERS):
        schedule(work, "watch", row.id, None if ends else work.now)
    if ends or changed & {"group_id", "assignee_id"}:
        _withdraw_offers(work, row.id)
    assignee = values.get("assignee_id")
    if "assignee_id" in changed and isinstance(assignee, str):
        _tell_assignee(work, row.id, row.number, row.short_description, assignee)


def _rules(work: Work, incident_id: str) -> RuleBook:
    """The rules in force; their number was read with what else had to be known of the incident."""
    known = held(work, incident_id)
    seen = None if known is None else known.watch
    return load_book(work.connection) if seen is None else load_version(work.connection, seen.rules)


def follow_message(work: Work, row: Row[Any], entry_id: str) -> None:
    """Tell whoever works on an incident that its caller has written."""
    if is_requesters_login(work.connection):
        return
    name = f"{incident_number(row.number)} {row.short_description}"
    assignee, title = row.assignee_id, f"The caller wrote: {name}"
    # A duplicate is worked on by whoever works on its original.
    original = _ORIGINAL.one_or_none(work.connection, duplicate=row.id) if row.state == State.CANCELED else None
    if original is not None:
        assignee, title = (
            original.assignee_id,
            f"The caller of a duplicate of {incident_number(original.number)} wrote: {name}",
        )
    if assignee is not None:
        tell(work, [assignee], Notice(f"entry:{entry_id}", NoticeKind.ANSWERED, row.id, title))


def follow_callers(work: Work, row: Row[Any]) -> list[str]:
    """Do what is left to do about what the caller of a locked incident wrote through their own login.

    Returns the ids of the entries that were followed.
    """
    if work.connection.dialect.name == "sqlite":
        return []
    entries = [entry.id for entry in _UNFOLLOWED.all(work.connection, about=row.id)]
    if not entries:
        return []
    work.touched.add(row.id)
    messages = select(journal_entry.c.id).where(
        journal_entry.c.id.in_(entries),
        journal_entry.c.kind == EntryKind.CALLER_MESSAGE.value,
    )
    for entry_id in work.connection.execute(messages.order_by(journal_entry.c.id)).scalars():
        follow_message(work, row, entry_id)
    if not State(row.state).is_open:
        _end_all(work, row, State(row.state))
        _withdraw_offers(work, row.id)
    return entries


def _end_all(work: Work, row: Row[Any], state: State) -> None:
    note = f"The incident was {state.value}"
    told = []
    for live in live_of(work, row.id):
        close(work, live, EscalationState.ENDED, note)
        if live.kind != EscalationKind.RUN:
            told.append(addressee(work, live))
    if told:
        body = f"Ended with the incident: the escalation to {' and '.join(told)}."
        write_entry(work, row.id, EntryKind.ESCALATION, body=body)


def _withdraw_offers(work: Work, incident_id: str) -> None:
    for offer in _OFFERS.all(work.connection, incident_id=incident_id):
        work.connection.execute(
            update(shift_offer).where(shift_offer.c.id == offer.id),
            {
                "answer": OfferAnswer.WITHDRAWN.value,
                "answered_at": work.now,
                "answered_by_id": work.actor.author_id,
            },
        )
        work.events.append(ShiftOffersChanged(work.actor.author_id, offer.to_group_id))


def _tell_assignee(work: Work, incident_id: str, number: int, summary: str, assignee_id: str) -> None:
    title = f"Assigned to you: {incident_number(number)} {summary}"
    key = f"assigned:{incident_id}:{int(work.now.timestamp() * SECOND)}"
    tell(work, [assignee_id], Notice(key, NoticeKind.ASSIGNED, incident_id, title))
