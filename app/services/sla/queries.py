"""Asking about clocks: what they show, why, and what they are measured by."""

from collections.abc import Mapping

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.domain.timeline import Timeline
from app.infra.unit_of_work import Store
from app.services.access import ensure_visible, sees_internal
from app.services.command import query
from app.services.sla.books import load_rules
from app.services.sla.dto import IncidentClocks
from app.services.sla.views import calendar_names, instant, load_case, view_clocks


class SlaQueries:
    """Everything that can be asked about clocks; who may read an incident may read its clocks."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def clocks(self, connection: Connection, actor: Actor, incident_id: str) -> IncidentClocks:
        """The three clocks of an incident now, from its facts; requesters read no internal reasons."""
        ensure_visible(connection, actor, incident_id)
        facts, rules = load_case(connection, incident_id)
        now = instant(self.store.clock.now(), facts)
        return view_clocks(facts, rules, calendar_names(connection), now, internal=sees_internal(actor))

    @query(Permission.INCIDENT_READ_OWN)
    def timelines(self, connection: Connection, _actor: Actor) -> Mapping[str, Timeline]:
        """The opening time of each calendar by id, to tell whether a clock stands still; may be used on any thread."""
        return load_rules(connection).timelines
