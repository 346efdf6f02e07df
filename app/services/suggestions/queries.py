"""Reading what may be learned from, and what was learned."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, exists, func, or_, select

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.domain.suggestion import Became, Judged
from app.domain.vocabulary import State
from app.infra.link import LONG
from app.infra.prepared import one_of
from app.infra.unit_of_work import Store
from app.models.catalogue import category, service
from app.models.incident import incident, journal_change, journal_entry
from app.models.people import assignment_group
from app.models.suggestion import suggestion_model, suggestion_shown
from app.services.access import visible
from app.services.command import query
from app.services.suggestions.alike import ended_so, find_alike
from app.services.suggestions.bursts import shown_bursts
from app.services.suggestions.dto import (
    FIELDS,
    LEVELS,
    AlikeFound,
    AlikeQuery,
    AtRisk,
    BurstSeen,
    Filled,
    KnownRisks,
    Learned,
    Lesson,
    Standing,
    ToFill,
    Version,
)
from app.services.suggestions.filling import load_filled, load_rule, load_waiting
from app.services.suggestions.risks import known_risks, load_risks

_MOST = 50_000
"""Lessons that are read: the newest, because a desk changes."""
_JUDGED = 20_000
_LONGEST = 2_000
_VERSIONS = 50

_CATALOGUES: dict[str, Table] = {"service_id": service, "group_id": assignment_group, "category_id": category}


class SuggestionQueries:
    """What is read for suggestions; nothing of a restricted incident is, whoever asks."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL, LONG)
    def lessons(self, connection: Connection, _actor: Actor) -> list[Lesson]:
        """The resolved incidents that were resolved last, the oldest first; restricted ones teach nobody."""
        columns = (
            incident.c.resolved_at,
            incident.c.short_description,
            func.substr(incident.c.description, 1, _LONGEST),
        )
        chosen = select(*columns, *(incident.c[name] for name in FIELDS)).where(_teaches())
        rows = connection.execute(chosen.order_by(incident.c.resolved_at.desc(), incident.c.id).limit(_MOST)).all()
        return [Lesson(row[0], f"{row[1]}\n{row[2]}", tuple(row[3:])) for row in reversed(rows)]

    @query(Permission.INCIDENT_READ_ALL)
    def newest(self, connection: Connection, _actor: Actor) -> Learned | None:
        """What was learned last; None before anything was."""
        row = connection.execute(select(suggestion_model).order_by(suggestion_model.c.number.desc()).limit(1)).first()
        return None if row is None else Learned(row.number, row.learned_at, row.incidents, row.figures, row.content)

    @query(Permission.INCIDENT_READ_ALL)
    def standing(self, connection: Connection, _actor: Actor) -> Standing:
        """How much there is to learn from, and what was learned last."""
        table = suggestion_model.c
        columns = (table.number, table.incidents, table.learned_at, table.figures, table.copy_of)
        last = connection.execute(select(*columns).order_by(table.number.desc()).limit(1)).first()
        counted = select(incident.c.id).where(_teaches()).limit(_MOST).subquery()
        resolved = connection.execute(select(func.count()).select_from(counted)).scalar_one()
        if last is None:
            return Standing(resolved, 0, 0, None, {})
        ever = connection.execute(select(func.max(table.incidents))).scalar_one()
        return Standing(resolved, *last[:4], ever, last.copy_of)

    @query(Permission.SUGGESTION_REVIEW)
    def versions(self, connection: Connection, _actor: Actor) -> tuple[Version, ...]:
        """Every version of what was learned, the newest first, which is the one that holds; at most fifty."""
        table = suggestion_model.c
        columns = (table.number, table.learned_at, table.incidents, table.figures, table.copy_of)
        rows = connection.execute(select(*columns).order_by(table.number.desc()).limit(_VERSIONS)).all()
        return tuple(Version(*row) for row in rows)

    @query(Permission.INCIDENT_READ_ALL)
    def alike(self, connection: Connection, actor: Actor, asked: AlikeQuery) -> AlikeFound:
        """Open incidents that may be the same as a text, and resolved ones like it, among those one may see."""
        return find_alike(connection, actor, asked)

    @query(Permission.INCIDENT_READ_ALL)
    def ended_so(
        self, connection: Connection, actor: Actor, asked: AlikeQuery, values: Mapping[str, str]
    ) -> dict[str, list[str]]:
        """By field, the likest resolved incidents that ended with its value: what stands behind a suggestion of it."""
        return ended_so(connection, actor, asked, values)

    @query(Permission.INCIDENT_READ_ALL)
    def at_risk(self, connection: Connection, actor: Actor, incident_id: str | None = None) -> tuple[AtRisk, ...]:
        """Open incidents that may miss their resolution target, the likeliest first; or what is known of one."""
        return load_risks(connection, actor, self.store.time.read(connection).now, incident_id)

    @query(Permission.INCIDENT_READ_ALL)
    def known_risks(self, connection: Connection, _actor: Actor) -> KnownRisks:
        """From how much risks are counted, and when that was done last."""
        return known_risks(connection)

    @query(Permission.INCIDENT_READ_ALL)
    def bursts(self, connection: Connection, actor: Actor) -> tuple[BurstSeen, ...]:
        """The bursts of the last hour that the person has not answered; no restricted incident is in one."""
        return shown_bursts(connection, actor, self.store.time.read(connection).now)

    @query(Permission.INCIDENT_READ_ALL)
    def filling(self, connection: Connection, _actor: Actor) -> Mapping[str, float]:
        """From how sure on (0 to 1) each field is filled in by itself; one that is not named is left to people."""
        return load_rule(connection).thresholds

    @query(Permission.INCIDENT_READ_ALL)
    def to_fill(self, connection: Connection, _actor: Actor) -> ToFill:
        """What the rule may fill in now, for the program that does it."""
        rule = load_rule(connection)
        waiting = load_waiting(connection, rule)
        newest = connection.execute(select(func.max(suggestion_model.c.number))).scalar_one() if waiting else 0
        return ToFill(rule.thresholds, newest or 0, waiting)

    @query(Permission.SUGGESTION_REVIEW)
    def filled(self, connection: Connection, _actor: Actor) -> tuple[Filled, ...]:
        """What the rule has filled in, by field, and how much of it stood at the end."""
        return load_filled(connection)

    @query(Permission.SUGGESTION_REVIEW)
    def judged(self, connection: Connection, actor: Actor) -> list[Judged]:
        """What was shown lately and what came of it, the oldest first; at most 20,000, of incidents one may see.

        The outcome counts only where the suggestion was written down before the incident was resolved for the first
        time: of a reopened one it may have been learned. One that was first left alone and taken later was taken.
        """
        shown, about = suggestion_shown.c, incident.c
        columns = (shown.field, shown.at, shown.model_number, shown.offered, shown.confidence, shown.outcome)
        found = (
            select(
                *columns,
                about.state,
                about.resolved_at,
                _had_ended().label("had_ended"),
                *(about[name] for name in (*FIELDS, *LEVELS)),
            )
            .join(incident, about.id == shown.incident_id)
            .where(visible(actor), _was_not_decided_later())
            .order_by(shown.at.desc(), shown.id)
            .limit(_JUDGED)
        )
        return [_judged(row) for row in reversed(connection.execute(found).all())]

    @query(Permission.INCIDENT_READ_ALL)
    def names(self, connection: Connection, _actor: Actor) -> dict[str, dict[str, str]]:
        """The names of what can be suggested, by field and id; what is not in use any more is left out."""
        return {field: _names(connection, table) for field, table in _CATALOGUES.items()}


def _names(connection: Connection, table: Table) -> dict[str, str]:
    rows: Any = connection.execute(select(table.c.id, table.c.name).where(table.c.active)).all()
    return dict(map(tuple, rows))


def _teaches() -> ColumnElement[bool]:
    ended = one_of(incident.c.state, [State.RESOLVED.value, State.CLOSED.value])
    return and_(ended, incident.c.resolved_at.is_not(None), incident.c.restricted_group_id.is_(None))


def _was_not_decided_later() -> ColumnElement[bool]:
    shown, later = suggestion_shown.c, suggestion_shown.alias("later")
    decided = select(later.c.id).where(
        later.c.incident_id == shown.incident_id, later.c.field == shown.field, later.c.outcome != Became.IGNORED.value
    )
    return or_(shown.outcome != Became.IGNORED.value, ~decided.exists())


def _had_ended() -> ColumnElement[bool]:
    """Whether the incident had been resolved before the suggestion was shown."""
    change, entry = journal_change.c, journal_entry.c
    return exists().where(
        change.incident_id == suggestion_shown.c.incident_id,
        change.field == "state",
        one_of(change.new_value, [State.RESOLVED.value, State.CLOSED.value]),
        entry.id == change.entry_id,
        entry.recorded_at < suggestion_shown.c.at,
    )


def _judged(row: Any) -> Judged:
    ended = row.state in {State.RESOLVED, State.CLOSED} and row.resolved_at is not None and row.resolved_at > row.at
    ended = ended and not row.had_ended
    right = str(getattr(row, row.field)) if ended and getattr(row, row.field) is not None else None
    offered = tuple(str(value) for value, _ in row.offered)
    return Judged(row.field, row.at, row.model_number or 0, offered, row.confidence, Became(row.outcome), right)
