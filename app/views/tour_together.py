"""The part of the tour with colleagues in it: who is where, and two people at one field.

The demo desk is one person's, so the colleagues are played: what they change is really changed, by the same commands;
that they are there is said as the thread that listens would say it on a shared desk.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.domain.actor import Actor
from app.domain.events import PresenceSeen
from app.domain.presence import Doing, Present
from app.domain.vocabulary import Role
from app.domain.wording import tr
from app.services.incidents.dto import FieldEdit, IncidentDetail
from app.services.incidents.queue_dto import QueueQuery
from app.services.people.dto import Choice
from app.services.session import Session

if TYPE_CHECKING:
    from app.views.tour import Tour

_SIZE = ((1440, 900),)
_DOING = (Doing.TYPING, Doing.VIEWING, Doing.AWAY)


def show_colleagues(tour: "Tour", incident_id: str) -> None:
    """Pictures of the list and of an incident with colleagues at work, and of two people at one summary."""
    session = tour.session
    people = tour.ask(lambda: session.desk.people.agents(session.actor, None))
    colleagues = [each for each in people if each.id != session.actor.person_id]
    rows = tour.ask(lambda: session.desk.queue.page(session.actor, QueueQuery("is:open", "sla", False, "sla")).rows)
    tour.visit("queue", "is:open")
    _say(session, [(row.id, colleagues[at % len(colleagues)], _DOING[at % 2]) for at, row in enumerate(rows[1:6])])
    tour.picture("presence_queue", sizes=_SIZE)
    tour.visit("incident", incident_id)
    here = [(incident_id, who, doing) for who, doing in zip(colleagues, _DOING, strict=False)]
    _say(session, here)
    tour.act("incident.reply")
    tour.type("We are on it and come back to you within the hour.")
    tour.picture("presence", sizes=_SIZE)
    _say(session, [])
    _collide(tour, session, incident_id, colleagues[0])
    another = next(row.id for row in rows if row.id != incident_id)
    _come_back_to_a_draft(tour, session, (incident_id, another), colleagues[0])


def _collide(tour: "Tour", session: Session, incident_id: str, colleague: Choice) -> None:
    """A colleague saves the summary while it is being edited here."""
    tour.key(Qt.Key.Key_Escape)
    tour.act("incident.edit_summary")
    theirs, mine = "{} since this morning, also from home", "{}: second line informed"
    detail = tour.ask(lambda: session.desk.incident.detail(session.actor, incident_id))
    _change(tour, session, colleague, detail, "short_description", theirs.format(detail.short_description))
    tour.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    tour.type(mine.format(detail.short_description))
    tour.key(Qt.Key.Key_Return)
    tour.picture("conflict", sizes=_SIZE)
    tour.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _come_back_to_a_draft(tour: "Tour", session: Session, ids: tuple[str, str], colleague: Choice) -> None:
    """A cause is begun and left for another incident; a colleague writes one meanwhile, and the draft is taken up."""
    incident_id, another = ids
    tour.visit("incident", incident_id)
    tour.tab_to(f"{tr('Cause')}: {tr('none')}")
    tour.type("The tariff of last year has no end date, and both rows match")
    tour.visit("incident", another)
    detail = tour.ask(lambda: session.desk.incident.detail(session.actor, incident_id))
    _change(tour, session, colleague, detail, "cause", "Two rows of the tariff table overlap in January")
    tour.visit("incident", incident_id)
    tour.picture("begun", sizes=_SIZE)
    tour.press(tr("Go on: {name}", name=tr("Cause")))
    tour.picture("draft_overtaken", sizes=_SIZE)
    tour.key(Qt.Key.Key_Escape)


def _change(tour: "Tour", session: Session, colleague: Choice, detail: IncidentDetail, field: str, value: str) -> None:
    actor, edit = Actor(colleague.id, colleague.label, Role.AGENT), FieldEdit(getattr(detail, field), value)
    done: list[bool] = []
    tour.program.background.write(
        lambda: session.desk.incidents.edit(actor, detail.id, {field: edit}), lambda _changed: done.append(True)
    )
    tour.wait(lambda: bool(done))
    tour.settle()


def _say(session: Session, people: list[tuple[str, Choice, Doing]]) -> None:
    found = tuple(Present(incident_id, who.id, who.label, doing) for incident_id, who, doing in people)
    session.desk.bus.publish((PresenceSeen(None, found, remote=True),))
