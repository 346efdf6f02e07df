"""Writing notifications in the transaction of their cause: one row for a person and a cause, after quiet hours."""

from collections.abc import Iterable
from typing import NamedTuple

from app.domain.events import NotificationsWritten
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.timers import notification
from app.services.hours import hours_of_person, next_opening
from app.services.notifications.dto import NoticeKind

_TITLE_LIMIT = 200


class Notice(NamedTuple):
    """What people are told. `dedupe_key` names the cause: a person is told of it once, however often it is said.

    `rank` says which notice stays when one transaction has several about an incident for a person: the highest.
    """

    dedupe_key: str
    kind: NoticeKind
    incident_id: str | None
    title: str
    body: str = ""
    is_urgent: bool = False
    rank: int = 0


class Telling:
    """What one transaction has to tell; people get one notification about an incident, the one that presses most."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._chosen: dict[tuple[str, str | None], Notice] = {}

    def add(self, people: Iterable[str], notice: Notice) -> None:
        """Tell these people, unless they are the one who acts."""
        for who in people:
            known = self._chosen.get((who, notice.incident_id))
            if who != self._work.actor.author_id and (known is None or _weight(known) <= _weight(notice)):
                self._chosen[who, notice.incident_id] = notice

    def add_oneself(self, notice: Notice) -> None:
        """Tell the one who acts, of what they asked to be told."""
        self._chosen[self._work.actor.person_id, notice.incident_id] = notice

    def send(self) -> None:
        """Write the rows; a cause that a person was told of already is left alone."""
        work = self._work
        people = tuple(who for who, _ in self._chosen)
        rows = []
        for (who, _), notice in self._chosen.items():
            rows.append(
                {
                    "id": work.new_id(),
                    "dedupe_key": notice.dedupe_key,
                    "person_id": who,
                    "incident_id": notice.incident_id,
                    "kind": notice.kind.value,
                    "is_urgent": notice.is_urgent,
                    "title": notice.title[:_TITLE_LIMIT],
                    "body": notice.body,
                    "created_at": work.now,
                    "deliver_at": work.now
                    if notice.is_urgent
                    else next_opening(hours_of_person(work.connection, who), work.now),
                }
            )
        self._chosen.clear()
        if rows:
            insert = upsert_into(work.connection, notification).on_conflict_do_nothing()
            work.connection.execute(insert, rows)
            work.events.append(NotificationsWritten(work.actor.author_id, people))


def _weight(notice: Notice) -> tuple[bool, int]:
    return notice.is_urgent, notice.rank


def tell(work: Work, people: Iterable[str], notice: Notice) -> None:
    """Tell these people one thing."""
    telling = Telling(work)
    telling.add(people, notice)
    telling.send()


def remind(work: Work, notice: Notice) -> None:
    """Tell the one who acts one thing that they asked to be told."""
    telling = Telling(work)
    telling.add_oneself(notice)
    telling.send()
