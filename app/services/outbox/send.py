"""Saving what waits: each thing once, by its own id; new incidents with the time at which the call was taken."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.macros import WriteMoment, plain_moment
from app.domain.permissions import Permission, may
from app.domain.vocabulary import Channel
from app.domain.wording import tr
from app.infra.outbox import Kind, Waiting
from app.services.incidents.dto import IncidentRef, NewFile, NewIncident, Post
from app.services.people.dto import NewPerson, PersonChoice
from app.services.templates.dto import beginning_of

if TYPE_CHECKING:
    from app.services.desk import Desk

LATE: Final = timedelta(minutes=1)
"""A note that is recorded so long after it was written says when that was."""


def send(desk: "Desk", actor: Actor, item: Waiting, write: WriteMoment = plain_moment) -> IncidentRef | None:
    """Save it; the incident where one was logged. Twice does no harm. `write` says how moments are put into its texts.

    Raises Away while the server is away, and other errors of the person's world for what the desk does not take.
    """
    if item.kind is Kind.PROBLEM_NOTE:
        desk.problem_work.note(actor, item.fields["problem_id"], item.id, item.fields["body"])
        return None
    if item.kind is not Kind.INCIDENT:
        _send_message(desk, actor, item)
        return None
    new, beginning = _new_incident(desk, actor, item), beginning_of(item.fields, write)
    if beginning is not None:
        return desk.template_work.log(actor, new, beginning)
    return desk.incidents.create(actor, new)


def dated(item: Waiting, now: datetime) -> Waiting:
    """The thing as it is saved: a note that is recorded late says in words when it was written."""
    when = item.fields.get("when", "")
    if when and item.fields.get("away"):
        body = tr("{body}\n\n(Written {when}, while the desk was away.)", body=item.fields["body"], when=when)
    elif when and now - item.written_at > LATE:
        body = tr("{body}\n\n(Written {when}.)", body=item.fields["body"], when=when)
    else:
        return item
    return replace(item, fields=item.fields | {"body": body})


def _send_message(desk: "Desk", actor: Actor, item: Waiting) -> None:
    seen = item.fields.get("seen", "")
    others_seen = int(seen) if seen.isdecimal() else None
    promised = item.fields.get("next_update")
    post = Post(
        item.id,
        item.fields["body"],
        public=item.kind is not Kind.NOTE,
        files=_files(item),
        others_seen=others_seen,
        to_stakeholders=item.kind is Kind.UPDATE,
        next_update_at=datetime.fromisoformat(promised) if promised else None,
    )
    desk.incidents.post(actor, item.fields["incident_id"], post)


def _new_incident(desk: "Desk", actor: Actor, item: Waiting) -> NewIncident:
    fields = item.fields
    caller_id, new_caller = _caller(desk, actor, fields)
    return NewIncident(
        id=item.id,
        short_description=fields["summary"],
        caller_id=caller_id,
        description=fields.get("details", ""),
        reported_at=_not_in_the_future(desk, item.written_at),
        channel=Channel(fields.get("channel") or Channel.PHONE.value),
        impact=int(fields["impact"]),
        urgency=int(fields["urgency"]),
        service_id=fields.get("service_id") or None,
        category_id=fields.get("category_id") or None,
        subcategory_id=fields.get("subcategory_id") or None,
        group_id=fields.get("group_id") or None,
        files=_files(item),
        new_caller=new_caller,
    )


def _files(item: Waiting) -> tuple[NewFile, ...]:
    return tuple(NewFile(file.name, file.media_type, file.data) for file in item.files)


def _not_in_the_future(desk: "Desk", written_at: datetime) -> datetime:
    """The clock of this computer may be ahead of the server's, which knows no time after now."""
    with desk.store.reading() as connection:
        return min(written_at, desk.store.time.read(connection).now)


def _caller(desk: "Desk", actor: Actor, fields: dict[str, str]) -> tuple[str | None, NewPerson | None]:
    """Who called, and that person where nobody knows them; a name that was not looked up yet is looked up now."""
    if not may(actor, Permission.INCIDENT_READ_ALL):
        return None, None  # a requester logs for themself
    if fields.get("caller_id") and not fields.get("caller_is_new"):
        return fields["caller_id"], None
    name = (fields.get("caller_name") or fields.get("typed") or "").strip()
    if not name:
        return None, None
    found = [person for person in desk.people.search(actor, name) if _is_meant(person, name, fields)]
    if len(found) > 1:
        raise BadInput(
            tr(
                "{count} people are called {name}. Choose who called, then create the incident.",
                count=len(found),
                name=name,
            ),
            "caller_id",
        )
    if found:
        return found[0].id, None
    new_id = fields.get("caller_id") or fields["new_caller_id"]
    return new_id, NewPerson(new_id, name, fields.get("email", ""), fields.get("phone", ""))


def _is_meant(person: PersonChoice, typed: str, fields: dict[str, str]) -> bool:
    """Whether a person is who was typed: by name, or by a number or an address that is theirs alone."""
    wanted = typed.casefold()
    if wanted in {(person.phone or "").casefold(), (person.email or "").casefold()}:
        return True
    if person.name.casefold() != wanted:
        return False
    # Somebody of the same name with another address is somebody else.
    given = fields.get("email", "").strip().casefold()
    return not given or not person.email or person.email.casefold() == given
