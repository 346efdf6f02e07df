"""An incident that a transaction escalates: its locked row, its traits, and what is told about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, select

from app.domain.errors import NotFound
from app.domain.escalation.words import EscalationKind, Level
from app.domain.events import IncidentChanged
from app.domain.numbers import incident_number
from app.domain.sla.policy import Trait
from app.domain.vocabulary import EntryKind, State
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.services.access import take_its_place, visible
from app.services.command import keep_touched_clocks
from app.services.escalation.crowd import Crowd, crowd_of
from app.services.incidents.journal import Changes, write_entry
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, Telling


def traits_of(row: Row[Any]) -> Mapping[Trait, str | None]:
    """What conditions look at, as the incident is now."""
    return {
        Trait.PRIORITY: str(row.priority),
        Trait.SERVICE: row.service_id,
        Trait.SITE: row.site_id,
        Trait.GROUP: row.group_id,
        Trait.VIP: "yes" if row.caller_vip else "no",
        Trait.CATEGORY: row.category_id,
    }


class Case:
    """One incident under its lock. What changes the incident asks for `reload` afterwards."""

    def __init__(self, work: Work, row: Row[Any], telling: Telling | None = None) -> None:
        self.work = work
        self.row = row
        self.telling = telling or Telling(work)

    @property
    def crowd(self) -> Crowd:
        """Who is at the desk."""
        return crowd_of(self.work)

    @property
    def title(self) -> str:
        """How notifications name the incident."""
        return f"{incident_number(self.row.number)} {self.row.short_description}"

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return State(self.row.state).is_open

    def reload(self) -> None:
        """Read the incident again after a change of it in this transaction."""
        self.row = self.work.connection.execute(select(incident).where(incident.c.id == self.row.id)).one()

    def tell(
        self, people: Iterable[str], key: str, kind: NoticeKind, words: str, *, urgent: bool = False, rank: int = 0
    ) -> list[str]:
        """Tell people who may see the incident; returns them. `words` come before its title."""
        meant = self.crowd.may_read(people, self.row)
        is_urgent = urgent or (self.row.priority == 1 and kind in _PRESSING)
        self.telling.add(meant, Notice(key, kind, self.row.id, f"{words}: {self.title}", "", is_urgent, rank))
        return meant

    def write(self, body: str | None, changes: Changes | None = None, kind: EntryKind = EntryKind.ESCALATION) -> str:
        """Add an entry about the escalation to the journal; returns its id."""
        self.work.events.append(IncidentChanged(self.work.actor.author_id, self.row.id, ("journal",)))
        return write_entry(self.work, self.row.id, kind, body=body, changes=changes)

    def finish(self) -> None:
        """Send what is to be told, and keep the clocks of what was moved; for timers, which are no commands."""
        self.telling.send()
        if self.work.touched:
            keep_touched_clocks(self.work)


_PRESSING = frozenset({NoticeKind.CLOCK, NoticeKind.ESCALATION, NoticeKind.MAJOR, NoticeKind.RULE})


def lock_case(work: Work, incident_id: str, *, skip_locked: bool = False) -> Case | None:
    """The incident under its lock; None when the actor may not see it or, skipping locks, somebody else holds it."""
    statement = select(incident).where(incident.c.id == incident_id, visible(work.actor))
    row = work.connection.execute(statement.with_for_update(skip_locked=skip_locked)).one_or_none()
    if row is None:
        return None
    take_its_place(work, row)
    return Case(work, row)


def opened_case(work: Work, incident_id: str) -> Case:
    """The incident under its lock, for a person; `NotFound` when they may not see it."""
    case = lock_case(work, incident_id)
    if case is None:
        raise NotFound(tr("This incident does not exist, or you may not see it."))
    return case


def meant_by(case: Case, row: Row[Any]) -> list[str]:
    """Whom an escalation waits for."""
    if row.kind == EscalationKind.HIERARCHICAL:
        return case.crowd.at_level(Level(row.level), case.row.group_id)
    return [row.to_person_id] if row.to_person_id else case.crowd.members.get(row.to_group_id or "", [])
