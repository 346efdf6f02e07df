"""Reading escalations and shift offers as lines of a list."""

from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.domain.actor import Actor
from app.domain.escalation.words import EscalationKind, EscalationState, Level
from app.domain.permissions import Permission, may
from app.models.escalation import escalation, shift_offer
from app.models.incident import incident
from app.models.people import assignment_group, person
from app.services.access import visible
from app.services.escalation.book import load_version
from app.services.escalation.crowd import Crowd
from app.services.escalation.dto import EscalationRow, ShiftOfferRow

_raiser, _acknowledger, _ender, _to = (person.alias(name) for name in ("raiser", "acknowledger", "ender", "to_person"))
_from, _group = assignment_group.alias("from_group"), assignment_group.alias("to_group")
_answerer = person.alias("answerer")


def escalation_rows() -> Select[Any]:
    """The columns that `as_row` takes, without conditions and order; runs of rules are left out."""
    return (
        select(
            escalation,
            incident.c.number,
            incident.c.short_description,
            incident.c.priority,
            incident.c.group_id,
            incident.c.restricted_group_id,
            incident.c.state.label("incident_state"),
            _from.c.name.label("from_group_name"),
            _group.c.name.label("to_group_name"),
            _to.c.name.label("to_person_name"),
            _raiser.c.name.label("raised_by_name"),
            _acknowledger.c.name.label("acknowledged_by_name"),
            _ender.c.name.label("ended_by_name"),
        )
        .join(incident, incident.c.id == escalation.c.incident_id)
        .outerjoin(_from, _from.c.id == escalation.c.from_group_id)
        .outerjoin(_group, _group.c.id == escalation.c.to_group_id)
        .outerjoin(_to, _to.c.id == escalation.c.to_person_id)
        .outerjoin(_raiser, _raiser.c.id == escalation.c.raised_by_id)
        .outerjoin(_acknowledger, _acknowledger.c.id == escalation.c.acknowledged_by_id)
        .outerjoin(_ender, _ender.c.id == escalation.c.ended_by_id)
        .where(escalation.c.kind != EscalationKind.RUN.value)
    )


def as_rows(connection: Connection, actor: Actor, crowd: Crowd, statement: Select[Any]) -> list[EscalationRow]:
    """The lines of a statement made of `escalation_rows`, as far as the actor may see them."""
    return [_as_row(connection, actor, crowd, row) for row in connection.execute(statement.where(visible(actor)))]


def _as_row(connection: Connection, actor: Actor, crowd: Crowd, row: Row[Any]) -> EscalationRow:
    meant = _meant(crowd, row)
    rule = None
    if row.rule_key is not None and row.book_number is not None:
        rule = load_version(connection, row.book_number).rule(row.rule_key)
    members = crowd.members.get(row.to_group_id or "", ())
    return EscalationRow(
        id=row.id,
        incident_id=row.incident_id,
        number=row.number,
        short_description=row.short_description,
        priority=row.priority,
        incident_state=row.incident_state,
        kind=row.kind,
        level=row.level,
        from_group_name=row.from_group_name,
        to_group_id=row.to_group_id,
        to_group_name=row.to_group_name,
        to_person_id=row.to_person_id,
        to_person_name=row.to_person_name,
        recipients=crowd.shown(meant),
        reason=row.reason,
        tried=row.tried,
        is_urgent=bool(row.is_urgent),
        state=row.state,
        raised_at=row.raised_at,
        raised_by_name=row.raised_by_name,
        rule_name=None if rule is None else rule.name,
        acknowledge_by=row.acknowledge_by if row.state == EscalationState.WAITING else None,
        acknowledged_at=row.acknowledged_at,
        acknowledged_by_name=row.acknowledged_by_name,
        ended_at=row.ended_at,
        ended_by_name=row.ended_by_name,
        end_note=row.end_note,
        is_mine=EscalationState(row.state).is_live and actor.person_id in {*meant, *members, row.to_person_id},
    )


def _meant(crowd: Crowd, row: Row[Any]) -> list[str]:
    if row.kind == EscalationKind.HIERARCHICAL:
        return crowd.may_read(crowd.at_level(Level(row.level), row.group_id), row)
    if row.to_person_id is not None:
        return [row.to_person_id]
    return crowd.may_read(crowd.members.get(row.to_group_id or "", ()), row)


def offer_rows() -> Select[Any]:
    """The columns that `as_offers` takes, without conditions and order."""
    return (
        select(
            shift_offer,
            incident.c.number,
            incident.c.short_description,
            incident.c.priority,
            _from.c.name.label("from_group_name"),
            _group.c.name.label("to_group_name"),
            _answerer.c.name.label("answered_by_name"),
        )
        .join(incident, incident.c.id == shift_offer.c.incident_id)
        .join(_from, _from.c.id == shift_offer.c.from_group_id)
        .join(_group, _group.c.id == shift_offer.c.to_group_id)
        .outerjoin(_answerer, _answerer.c.id == shift_offer.c.answered_by_id)
    )


def as_offers(connection: Connection, actor: Actor, statement: Select[Any]) -> tuple[ShiftOfferRow, ...]:
    """The offers of a statement made of `offer_rows`, as far as the actor may see their incidents."""
    leads = may(actor, Permission.INCIDENT_OVERRIDE_PRIORITY)
    return tuple(
        ShiftOfferRow(
            id=row.id,
            incident_id=row.incident_id,
            number=row.number,
            short_description=row.short_description,
            priority=row.priority,
            from_group_id=row.from_group_id,
            from_group_name=row.from_group_name,
            to_group_id=row.to_group_id,
            to_group_name=row.to_group_name,
            shift_ended_at=row.shift_ended_at,
            offered_at=row.offered_at,
            answered_at=row.answered_at,
            answered_by_name=row.answered_by_name,
            answer=row.answer,
            may_answer=row.answered_at is None and (leads or row.to_group_id in actor.group_ids),
        )
        for row in connection.execute(statement.where(visible(actor)))
    )
