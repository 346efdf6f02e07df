"""The part of the tour about a major incident: declared, and told to everybody whom it concerns."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.vocabulary import LinkKind
from app.domain.wording import tr
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import NewLink, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.session import Session

if TYPE_CHECKING:
    from app.views.tour import Tour

_FILTER: Final = 'is:open "no wi-fi"'
_SAID: Final = "The access points of both floors have no connection since half past eight; the cable is being mended."
_NOW: Final = "the cable is mended, and the first floor is back"


def show_update(tour: "Tour") -> None:
    """A second update is written; then it is an incident as any other again."""
    session, incident_id = tour.session, tour.newest(_FILTER).id
    tour.ask(lambda: declare(session, incident_id))
    tour.visit("incident", incident_id)
    tour.act("incident.update_template")
    tour.type(_NOW)
    tour.settle()
    tour.picture("update")
    tour.press(tr("Discard draft"))
    tour.key(Qt.Key.Key_Escape)
    tour.visit("escalations", "major")
    tour.picture("majors")
    tour.ask(lambda: session.desk.major_work.demote(session.actor, incident_id, "One floor after all"))


def declare(session: Session, incident_id: str) -> None:
    """Make it a major incident that others hang below, of which everybody has been told once."""
    desk, actor = session.desk, session.actor
    decision = MajorDecision(actor.person_id, "Nobody on two floors can work.", "Two floors have no network.")
    desk.major_work.accept(actor, incident_id, decision)
    found = desk.queue.page(actor, QueueQuery(_FILTER, sort="number", group_by="none")).rows
    for row in found:
        if row.id != incident_id:
            desk.incidents.link(actor, NewLink(desk.new_id(), row.id, incident_id, LinkKind.PARENT))
    due = desk.clock.now() + timedelta(minutes=30)
    said = Post(desk.new_id(), _SAID, public=True, to_stakeholders=True, next_update_at=due)
    desk.incidents.post(actor, incident_id, said)
