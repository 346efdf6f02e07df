"""When a step is due: lengths of time are opening hours of the calendar by which the clocks of the incident run."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.instants import micros, moment
from app.domain.moments import can_be_kept
from app.domain.sla.policy import Trait
from app.domain.timeline import Timeline
from app.models.clocks import incident_clocks
from app.services.sla.books import NO_CALENDAR, Rules, load_rules
from app.services.sla.journal_reader import TRAITS, trait_of


class Opening:
    """The opening hours that count for an incident; without a calendar each hour counts."""

    def __init__(self, connection: Connection, row: Row[Any]) -> None:
        rules = load_rules(connection)
        kept = select(incident_clocks.c.calendar_id).where(incident_clocks.c.incident_id == row.id)
        found = connection.execute(kept).one_or_none()
        # One that was logged a moment ago, in this very transaction, has no clocks yet.
        calendar_id = _to_be(rules, row) if found is None else found.calendar_id
        self._hours: Timeline | None = None
        if calendar_id not in {None, NO_CALENDAR}:
            self._hours = rules.timelines.get(calendar_id)

    @property
    def counts(self) -> bool:
        """Whether there are hours to go by."""
        return self._hours is not None

    def after(self, start: datetime, length: int) -> datetime:
        """The moment at which so many microseconds of opening time have passed.

        A calendar that never opens again cannot tell; there each hour counts.
        """
        reached = None if self._hours is None else self._hours.add(micros(start), length)
        due = start + timedelta(microseconds=length) if reached is None else moment(reached)
        return due if can_be_kept(due) else start + timedelta(microseconds=length)


def _to_be(rules: Rules, row: Row[Any]) -> str:
    """The calendar by which the clocks of a new incident are going to run."""
    traits: Mapping[Trait, str | None] = {
        trait: None if getattr(row, field) is None else trait_of(field, str(getattr(row, field)))
        for field, trait in TRAITS.items()
    }
    policy = rules.books[-1].choose(traits) if rules.books else None
    return (policy.calendar_id if policy is not None else None) or rules.calendar_id
