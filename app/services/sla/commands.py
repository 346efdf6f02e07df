"""Publishing calendars and policies, and whose working time goes by which calendar."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from app.domain.actor import Actor
from app.domain.calendar import Calendar, is_never_open
from app.domain.errors import BadInput, NotFound, Refused
from app.domain.events import ReferenceDataChanged
from app.domain.imports import Progress, no_progress
from app.domain.permissions import Permission
from app.domain.sla.policy import Clock, Policy
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.link import LONG
from app.infra.local_zone import local_zone
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.clocks import (
    calendar,
    calendar_version,
    group_hours,
    person_hours,
)
from app.services.command import command, query
from app.services.escalation.shifts import schedule_shift, schedule_shifts_of
from app.services.incidents.dto import Seen
from app.services.removal import forget_hours
from app.services.settings import load_value, store_value
from app.services.sla.books import DEFAULT_CALENDAR, DESK, IMPORTED, load_rules, read_rules
from app.services.sla.dto import Recounted
from app.services.sla.promises import promise
from app.services.sla.publishing import checked_name, checked_set, publish_book
from app.services.sla.recount import BATCH, all_ids, recount_batches, recount_open
from app.services.sla.samples import BEGINNING, add_sample_book, sample_calendars
from app.services.sla.versions import add_calendar, add_calendar_version


def _never() -> bool:
    return False


class SlaCommands:
    """What supervisors and administrators decide about service levels."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.SLA_EDIT)
    def publish_calendar(
        self,
        work: Work,
        calendar_id: str | None,
        name: str,
        definition: Calendar,
        effective_from: datetime | None = None,
        note: str = "",
    ) -> str:
        """Publish the next version of a calendar, or a new one where the id is None; returns the id.

        It holds from now on or from a later moment; what was counted before stays. The clocks of open incidents are
        kept anew in the same transaction. Refused: a name that is taken, a calendar that never opens, a moment that
        has passed or that lies before a version which is still to come.
        """
        name = checked_name(name)
        if is_never_open(definition):
            raise Refused(tr("This calendar never opens, so no clock would ever run by it. Give it some hours."))
        same = select(calendar.c.id).where(calendar.c.name == name)
        if work.connection.execute(same).scalar() not in {None, calendar_id}:
            raise BadInput(tr("There is a calendar called “{name}” already. Choose another name.", name=name), "name")
        since = _since(work, calendar_id, effective_from)
        if calendar_id is None:
            calendar_id = add_calendar(work, name)
        else:
            work.connection.execute(update(calendar).where(calendar.c.id == calendar_id).values(name=name))
        add_calendar_version(work, calendar_id, definition, since, clean_line(note))
        recount_open(work, (DESK, IMPORTED))
        schedule_shifts_of(work, calendar_id)
        work.events.append(ReferenceDataChanged(work.actor.author_id, "calendar"))
        return calendar_id

    @command(Permission.SLA_EDIT)
    def publish_book(
        self, work: Work, policy_set: str, policies: Sequence[Policy], applies_to_open: bool, note: str = ""
    ) -> int:
        """Publish policies in the order in which they are tried, from now on; returns the number of the book.

        A policy that says something new becomes a new version; one whose id is not known becomes a new policy.
        Raises `Refused` with every fatal finding of the validators.
        """
        return publish_book(work, policy_set, policies, applies_to_open=applies_to_open, note=note)

    @command(Permission.SLA_EDIT)
    def use_sample_policies(self, work: Work, policy_set: str, zone: str | None = None) -> int:
        """Publish the sample policies for a set that has none; returns the number of the book.

        For imported incidents they hold from the beginning, because their histories lie in the past; for those of the
        desk from now on, open ones included. `recount` counts what is closed.
        """
        checked_set(policy_set)
        if read_rules(work.connection, policy_set).books:
            raise Refused(tr("This set has policies already. Change these instead."))
        is_desk = policy_set == DESK
        calendars = sample_calendars(work, zone or local_zone())
        if load_value(work.connection, DEFAULT_CALENDAR) is None:
            store_value(work, DEFAULT_CALENDAR, calendars["office"])
        start = work.now if is_desk else BEGINNING
        number = add_sample_book(work, policy_set, calendars, start, applies_to_open=is_desk)
        recount_open(work, (policy_set,))
        work.events.append(ReferenceDataChanged(work.actor.author_id, "sla_book"))
        return number

    @command(Permission.SLA_EDIT)
    def set_group_hours(
        self, work: Work, group_id: str, calendar_id: str | None, next_group_id: str | None = None
    ) -> None:
        """Say by which calendar a group works (None: always) and which group takes over when its shift ends."""
        if group_id == next_group_id:
            raise BadInput(tr("A group cannot take over from itself. Choose another group, or none."), "next_group_id")
        row = {"calendar_id": calendar_id, "next_group_id": next_group_id}
        statement = upsert_into(work.connection, group_hours).values(group_id=group_id, **row)
        work.connection.execute(statement.on_conflict_do_update(index_elements=["group_id"], set_=row))
        schedule_shift(work, group_id)
        work.events.append(ReferenceDataChanged(work.actor.author_id, "group_hours"))

    @command(Permission.SLA_EDIT)
    def set_person_hours(self, work: Work, person_id: str, calendar_id: str | None) -> None:
        """Say by which calendar a person works; None: they are always there."""
        forget_hours(work.connection, person_id)
        if calendar_id is not None:
            work.connection.execute(person_hours.insert(), {"person_id": person_id, "calendar_id": calendar_id})
        work.events.append(ReferenceDataChanged(work.actor.author_id, "person_hours"))

    @command(Permission.SLA_PROMISE)
    def promise(
        self,
        work: Work,
        incident_id: str,
        clock: Clock | str,
        due: datetime | None,
        reason: str,
        seen: Seen | None = None,
    ) -> None:
        """Set the due date of a clock by hand, with a reason, or give the clock back to its policy with None."""
        promise(work, incident_id, Clock(clock), due, reason, seen)

    @command(Permission.SLA_EDIT)
    def set_default_calendar(self, work: Work, calendar_id: str) -> None:
        """By which calendar time counts where no policy names one; open incidents are counted anew."""
        if work.connection.execute(select(calendar.c.id).where(calendar.c.id == calendar_id)).scalar() is None:
            raise NotFound(tr("This calendar does not exist any more. Choose another one."))
        store_value(work, DEFAULT_CALENDAR, calendar_id)
        recount_open(work, (DESK, IMPORTED))

    @query(Permission.SLA_EDIT, LONG)
    def recount(
        self,
        connection: Connection,
        actor: Actor,
        policy_set: str,
        progress: Progress = no_progress,
        canceled: Callable[[], bool] = _never,
    ) -> Recounted:
        """Compute the clocks of every incident of a set anew from its facts, some hundred in a transaction.

        It changes no fact and no outcome that an import recorded. `progress` is told (done, to do); once `canceled`
        says so it ends after the transaction under way, and may be begun again.
        """
        checked_set(policy_set)
        ids = all_ids(connection, policy_set)
        rules = {policy_set: load_rules(connection, policy_set)}
        done = 0
        for start in range(0, len(ids), BATCH):
            if canceled():
                break
            batch = ids[start : start + BATCH]
            with self.store.writing(actor, patience=LONG) as work:
                recount_batches(work, batch, rules)
            done += len(batch)
            progress(done, len(ids))
        return Recounted(done, len(ids))


def _since(work: Work, calendar_id: str | None, wanted: datetime | None) -> datetime:
    """From when a version holds: now, or the moment that is wanted where it lies ahead."""
    since = work.now if wanted is None else wanted
    if since < work.now:
        raise BadInput(
            tr(
                "A version cannot hold from a time that has passed, because what was counted stays. Choose a later "
                "time."
            ),
            "effective_from",
        )
    if calendar_id is None:
        return since
    version = calendar_version.c
    latest = select(func.max(version.effective_from)).where(version.calendar_id == calendar_id)
    newest = work.connection.execute(latest).scalar()
    if newest is None:
        raise NotFound(tr("This calendar does not exist any more. Go back to all calendars."))
    if since < newest:
        raise BadInput(
            tr(
                "A version that is to come holds from {newest} UTC. Choose a time after it.",
                newest=f"{newest:%Y-%m-%d %H:%M}",
            ),
            "effective_from",
        )
    return since
