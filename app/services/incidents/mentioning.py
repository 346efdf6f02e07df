"""Telling whoever is named with an @ in an internal note."""

from typing import Any

from sqlalchemy import Row, select

from app.domain.mentions import SIGN, mentioned
from app.domain.numbers import incident_number
from app.domain.vocabulary import Role
from app.infra.unit_of_work import Work
from app.models.people import person
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, tell


def tell_mentioned(work: Work, row: Row[Any], body: str, entry_id: str) -> None:
    """Tell those of the desk who are named in a note about a locked incident; who wrote it is not told.

    Whoever may not see the incident is told nothing by it, because their list leaves out what they may not see.
    """
    if SIGN not in body:
        return
    desk = select(person.c.id, person.c.name).where(person.c.active, person.c.role != Role.REQUESTER.value)
    people = mentioned(body, ((each.id, each.name) for each in work.connection.execute(desk)))
    if people:
        title = f"Mentioned in a note: {incident_number(row.number)} {row.short_description}"
        notice = Notice(f"mention:{entry_id}", NoticeKind.MENTIONED, row.id, title, f"{work.actor.name} wrote it")
        tell(work, people, notice)
