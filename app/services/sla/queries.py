"""Asking about clocks: what they show, why, and what they are measured by."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.instants import micros, moment
from app.domain.permissions import Permission
from app.domain.timeline import Timeline
from app.infra.unit_of_work import Store
from app.models.clocks import calendar
from app.services.access import ensure_visible, sees_internal
from app.services.command import query
from app.services.hours import next_closing
from app.services.sla.books import load_rules
from app.services.sla.check import check_sample
from app.services.sla.dto import CheckResult, ClockExplanation, FiringRow, IncidentClocks, OpeningHours
from app.services.sla.views import instant, load_case, view_clocks
from app.services.sla.why import explain_clocks, load_firings


class SlaQueries:
    """Everything that can be asked about clocks; who may read an incident may read its clocks."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def clocks(self, connection: Connection, actor: Actor, incident_id: str) -> IncidentClocks:
        """The three clocks of an incident now, from its facts; requesters read no internal reasons."""
        facts, rules, names = load_case(connection, actor, incident_id)
        now = instant(self.store.clock.now(), facts)
        return view_clocks(facts, rules, names, now, internal=sees_internal(actor))

    @query(Permission.INCIDENT_READ_ALL)
    def why(self, connection: Connection, actor: Actor, incident_id: str) -> tuple[ClockExplanation, ...]:
        """The working of the three clocks now: what ran and stood still, by which versions, every threshold."""
        facts, rules, names = load_case(connection, actor, incident_id)
        clocks = view_clocks(facts, rules, names, instant(self.store.clock.now(), facts), internal=True)
        return explain_clocks(connection, facts, rules, names, clocks)

    @query(Permission.INCIDENT_READ_ALL)
    def firings(self, connection: Connection, actor: Actor, incident_id: str) -> tuple[FiringRow, ...]:
        """Every threshold of an incident that has fired, in the order in which they were reached."""
        ensure_visible(connection, actor, incident_id)
        return load_firings(connection, incident_id)

    @query(Permission.SLA_EDIT)
    def check(self, connection: Connection, _actor: Actor, sample: int | None = None) -> CheckResult:
        """Recompute a sample of the kept clocks from the facts, or all of them, and name every difference."""
        return check_sample(connection, self.store, sample)

    @query(Permission.INCIDENT_READ_OWN)
    def timelines(self, connection: Connection, _actor: Actor) -> Mapping[str, Timeline]:
        """The opening time of each calendar by id, to tell whether a clock stands still; may be used on any thread."""
        return load_rules(connection).timelines

    @query(Permission.INCIDENT_READ_ALL)
    def opening(self, connection: Connection, _actor: Actor) -> OpeningHours | None:
        """Whether the desk is open now by its own calendar, and until when; None for a desk without one."""
        rules = load_rules(connection)
        timeline = rules.timelines.get(rules.calendar_id)
        named = select(calendar.c.name).where(calendar.c.id == rules.calendar_id)
        name = None if timeline is None else connection.execute(named).scalar_one_or_none()
        if timeline is None or name is None:
            return None
        now = self.store.time.read(connection).now
        if timeline.is_open(micros(now)):
            return OpeningHours(name, now, is_open=True, changes_at=next_closing(timeline, now))
        opens = timeline.next_open(micros(now))
        return OpeningHours(name, now, is_open=False, changes_at=None if opens is None else moment(opens))
